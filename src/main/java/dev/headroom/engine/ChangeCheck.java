package dev.headroom.engine;

import dev.headroom.model.Change;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whether a change set can be applied as a whole, changing nothing (rule L9).
final class ChangeCheck {
  private record Place(ScopePath path, ResourceType type) {}

  private final EngineState state;

  ChangeCheck(EngineState state) {
    this.state = state;
  }

  /// Why the change set is refused; empty where it can be applied.
  Optional<Refusal> refusalOf(List<Change> changes) {
    Set<Object> named = new HashSet<>();
    for (int at = 0; at < changes.size(); at++) {
      Change change = changes.get(at);
      if (!named.add(subject(change))) {
        return Optional.of(Refusal.Invalid.at("/changes/" + at, "changes the same thing again"));
      }
      Optional<Refusal> refusal = refusalOf(change);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return twoPoolsAtOnePlace(changes);
  }

  private static Object subject(Change change) {
    return switch (change) {
      case Change.PutLimits put -> put.path();
      case Change.PutPool put -> put.pool().id();
      case Change.RemovePool remove -> remove.pool();
      case Change.PutSettings _ -> Change.PutSettings.class;
    };
  }

  private Optional<Refusal> refusalOf(Change change) {
    return switch (change) {
      case Change.PutLimits(var path, var _, long basedOn) ->
          stale("the limits of " + path, basedOn, limitsVersion(path));
      case Change.PutPool(var pool, long basedOn) -> refusalOf(pool, basedOn);
      case Change.RemovePool(var id, long basedOn) -> {
        PoolState known = state.pools.find(id);
        yield known == null
            ? Optional.of(new Refusal.UnknownPool(id))
            : stale("pool " + id, basedOn, known.version);
      }
      case Change.PutSettings(var _, long basedOn) ->
          stale("the settings", basedOn, state.settingsVersion());
    };
  }

  private Optional<Refusal> refusalOf(Pool pool, long basedOn) {
    PoolState known = state.pools.find(pool.id());
    long current = known == null ? 0 : known.version;
    if (basedOn != current) {
      return stale("pool " + pool.id(), basedOn, current);
    }
    if (known != null
        && !(known.pool.path().equals(pool.path()) && known.pool.type() == pool.type())) {
      return Optional.of(
          Refusal.Invalid.at(
              "/pool", "the scope and type of pool " + pool.id() + " cannot change"));
    }
    if (known == null && state.pools.isFull()) {
      return Optional.of(Refusal.Invalid.at("/pool", "no more pools can be made"));
    }
    return pool.terms().members().stream()
        .flatMap(member -> refusalToLend(member, known).stream())
        .findFirst();
  }

  /// Only of its own quota can a member lend, and anew only what is unused of it.
  private Optional<Refusal> refusalToLend(Pool.Member member, @Nullable PoolState known) {
    Instant now = state.nowInstant();
    if (member.lentAt(now) > member.quota()) {
      return Optional.of(
          Refusal.Invalid.at(
              "/pool",
              member.path() + " lends " + member.lentAt(now) + " of a quota of " + member.quota()));
    }
    PoolShares shares = known == null ? null : known.shares;
    List<QuotaLoan> before = known == null ? List.of() : loansOf(known.pool.terms(), member.path());
    long more =
        member.loans().stream()
            .filter(loan -> loan.runs(now) && !before.contains(loan))
            .mapToLong(QuotaLoan::amount)
            .sum();
    if (shares == null || more == 0 || shares.policy() != SharingPolicy.QUOTA) {
      return Optional.empty();
    }
    long unused = shares.unclaimed(member.path());
    return more <= unused
        ? Optional.empty()
        : Optional.of(
            Refusal.Invalid.at(
                "/pool",
                member.path()
                    + " has "
                    + unused
                    + " of its quota unused, and cannot lend "
                    + more
                    + " more"));
  }

  private static List<QuotaLoan> loansOf(Pool.Terms terms, ScopePath member) {
    return terms.members().stream()
        .filter(each -> each.path().equals(member))
        .flatMap(each -> each.loans().stream())
        .toList();
  }

  private long limitsVersion(ScopePath path) {
    int scope = state.scopes.find(path);
    return scope == ScopeTable.NONE ? 0 : state.scopes.limitsVersion(scope);
  }

  private static Optional<Refusal> stale(String what, long basedOn, long current) {
    return basedOn == current
        ? Optional.empty()
        : Optional.of(new Refusal.StaleVersion(what, basedOn, current));
  }

  /// P2 asks for *the* pool of a type that a scope owns: there is at most one.
  private Optional<Refusal> twoPoolsAtOnePlace(List<Change> changes) {
    Map<Place, PoolId> owners = new HashMap<>();
    for (PoolState pool : state.pools.all()) {
      owners.put(new Place(pool.pool.path(), pool.pool.type()), pool.pool.id());
    }
    for (Change change : changes) {
      if (change instanceof Change.RemovePool(var id, var _)) {
        owners.values().remove(id);
      }
    }
    for (int at = 0; at < changes.size(); at++) {
      if (changes.get(at) instanceof Change.PutPool(var pool, var _)) {
        PoolId other = owners.put(new Place(pool.path(), pool.type()), pool.id());
        if (other != null && !other.equals(pool.id())) {
          return Optional.of(
              Refusal.Invalid.at(
                  "/changes/" + at,
                  pool.path() + " has a pool of " + pool.type() + " already: " + other));
        }
      }
    }
    return Optional.empty();
  }
}
