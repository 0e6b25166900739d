package dev.headroom.engine;

import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Looks at scopes as they stand at an instant, and at the chains of constraints above them,
/// changing nothing.
final class ScopeLook {
  private ScopeLook() {}

  /// The chain of constraints for a type at a scope, which need not exist yet (A9).
  static Explanation explain(EngineState state, ScopePath path, ResourceType type, Instant at) {
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    int length = state.scopes.chain(state.scopes.findNearest(path), chain);
    List<Explanation.Link> links = new ArrayList<>();
    PoolState serving = null;
    for (int step = 0; step < length; step++) {
      for (LimitStatus limit : limits(state, chain[step], type.ordinal(), at)) {
        links.add(ConstraintLink.of(limit));
      }
      PoolState pool = poolAt(state, chain[step], type.ordinal());
      serving = pool != null ? pool : serving;
    }
    if (serving != null) {
      long free = state.lending.grantableAt(serving, at.toEpochMilli());
      links.add(ConstraintLink.of(serving, free, path, at));
    }
    Optional<Integer> binding = Optional.empty();
    for (int index = 0; index < links.size(); index++) {
      if (binding.isEmpty() || links.get(index).headroom() < links.get(binding.get()).headroom()) {
        binding = Optional.of(index);
      }
    }
    return new Explanation(path, type, List.copyOf(links), binding);
  }

  /// A scope as it stands at `at`.
  static ScopeStatus status(EngineState state, int scope, Instant at) {
    ScopePath path = state.scopes.path(scope);
    List<TypeStatus> types = new ArrayList<>();
    int allocations = 0;
    for (ResourceType type : ResourceType.ALL) {
      long[] rows = state.scopes.rows(scope);
      int row = ScopeTable.rowAt(scope, type.ordinal());
      allocations += Row.allocations(rows, row);
      Explanation chain = explain(state, path, type, at);
      boolean inUse = rows[row + Row.RESERVED] != 0 || rows[row + Row.CONSUMED] != 0;
      if (inUse || chain.binding().isPresent()) {
        types.add(type(state, scope, chain, at));
      }
    }
    return new ScopeStatus(
        path,
        List.copyOf(types),
        state.scopes.children(scope),
        allocations,
        state.scopes.count(scope, ScopeTable.Count.WAITERS),
        new ScopeStatus.AlertCounts(
            state.scopes.count(scope, ScopeTable.Count.ALERTS_INFO),
            state.scopes.count(scope, ScopeTable.Count.ALERTS_WARNING),
            state.scopes.count(scope, ScopeTable.Count.ALERTS_CRITICAL)),
        state.scopes.limitsVersion(scope),
        new Money(state.activity.cost(scope)),
        changed(state, scope));
  }

  private static Optional<Instant> changed(EngineState state, int scope) {
    return state.activity.everChanged(scope)
        ? Optional.of(Instant.ofEpochMilli(state.activity.changedAt(scope)))
        : Optional.empty();
  }

  private static TypeStatus type(EngineState state, int scope, Explanation chain, Instant at) {
    ResourceType type = chain.type();
    long[] rows = state.scopes.rows(scope);
    int row = ScopeTable.rowAt(scope, type.ordinal());
    List<LimitStatus> limits = limits(state, scope, type.ordinal(), at);
    limits.sort(Comparator.comparingLong(LimitStatus::headroom));
    Optional<Explanation.Link> binding = chain.binding().map(chain.links()::get);
    return new TypeStatus(
        type,
        rows[row + Row.RESERVED],
        type.isHeld() ? rows[row + Row.BASE] : rows[row + Row.CONSUMED],
        List.copyOf(limits),
        binding.isEmpty() ? OptionalLong.empty() : OptionalLong.of(binding.get().headroom()),
        binding.map(Explanation.Link::constraint));
  }

  private static List<LimitStatus> limits(EngineState state, int scope, int type, Instant at) {
    List<LimitStatus> limits = new ArrayList<>(1);
    for (int limit : state.limits.of(scope, type)) {
      limits.add(LimitLook.status(state, scope, type, limit, at.toEpochMilli()));
    }
    return limits;
  }

  private static @Nullable PoolState poolAt(EngineState state, int scope, int type) {
    int site = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    return site == 0 ? null : state.sites.at(site).pool;
  }
}
