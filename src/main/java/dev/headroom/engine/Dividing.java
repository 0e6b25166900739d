package dev.headroom.engine;

import dev.headroom.model.Amount;
import dev.headroom.model.Change;
import dev.headroom.model.Distribution;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Priority;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out how a budget would be divided among the children of a scope, changing nothing.
final class Dividing {
  private final EngineState state;
  private final Distribution asked;
  private final LimitKey key;
  private final int type;

  Dividing(EngineState state, Distribution asked) {
    this.state = state;
    this.asked = asked;
    this.key = new LimitKey(asked.type(), asked.period());
    this.type = asked.type().ordinal();
  }

  /// Why there can be no proposal; empty where there is one.
  Optional<Refusal> refusal() {
    int scope = state.scopes.find(asked.path());
    if (scope == ScopeTable.NONE) {
      return Optional.of(new Refusal.UnknownScope(asked.path()));
    }
    int children = state.scopes.children(scope);
    if (children == 0 || children > Distribution.CHILDREN_MAX) {
      return invalid(
          "/path",
          "has "
              + children
              + " children; a budget is divided among 1 to "
              + Distribution.CHILDREN_MAX);
    }
    Optional<Long> budget = budget(scope);
    if (budget.isEmpty()) {
      return invalid("/budget", asked.path() + " has no limit " + key + "; name a budget");
    }
    if (asked.least() > budget.get() / children) {
      return invalid(
          "/least", "is more than " + budget.get() + " has for each of " + children + " children");
    }
    return children(scope).stream()
        .filter(child -> limits(child).size() == Change.LIMITS_PER_SCOPE_MAX)
        .filter(child -> own(child).isEmpty())
        .findFirst()
        .flatMap(full -> invalid("/path", state.scopes.path(full) + " can have no more limits"));
  }

  /// The proposal, where there is no refusal.
  Distribution.Proposal proposal(Instant at) {
    int scope = state.scopes.find(asked.path());
    List<Integer> children = children(scope);
    List<Distribution.Evidence> evidence = evidence(scope, children, at.toEpochMilli());
    long budget = budget(scope).orElseThrow();
    long[] amounts = Apportionment.divide(budget, Weighing.weights(asked, evidence), asked.least());
    List<Distribution.Share> shares = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (int index = 0; index < amounts.length; index++) {
      int child = children.get(index);
      Optional<Long> before = own(child).map(limit -> limit.terms().amount());
      shares.add(
          new Distribution.Share(
              state.scopes.path(child), before, amounts[index], evidence.get(index)));
      if (!before.equals(Optional.of(amounts[index]))) {
        changes.add(change(child, amounts[index]));
      }
    }
    return new Distribution.Proposal(budget, List.copyOf(shares), List.copyOf(changes));
  }

  private Optional<Long> budget(int scope) {
    return asked.budget().or(() -> own(scope).map(limit -> limit.terms().amount()));
  }

  private List<Integer> children(int scope) {
    List<Integer> children = new ArrayList<>();
    for (int at = state.scopes.child(scope); at != ScopeTable.NONE; at = state.scopes.sibling(at)) {
      children.add(at);
    }
    children.sort(Comparator.comparing(state.scopes::path));
    return children;
  }

  private List<Limit> limits(int scope) {
    ScopePath path = state.scopes.path(scope);
    List<Limit> limits = new ArrayList<>();
    for (int each = 0; each < Row.TYPES; each++) {
      for (int limit : state.limits.of(scope, each)) {
        limits.add(
            new Limit(path, ResourceType.ALL.get(each), state.limits.terms(scope, each, limit)));
      }
    }
    return limits;
  }

  /// The scope's own limit of the type and period that is divided.
  private Optional<Limit> own(int scope) {
    return limits(scope).stream().filter(limit -> limit.key().equals(key)).findFirst();
  }

  private Change change(int child, long amount) {
    List<Limit> limits = new ArrayList<>(limits(child));
    Limit.Terms terms =
        own(child)
            .map(Limit::terms)
            .orElseGet(
                () -> asked.period().map(Limit.Terms.hard(0)::per).orElse(Limit.Terms.hard(0)));
    limits.removeIf(limit -> limit.key().equals(key));
    limits.add(new Limit(state.scopes.path(child), asked.type(), terms.withAmount(amount)));
    return new Change.PutLimits(
        state.scopes.path(child), limits, state.scopes.limitsVersion(child));
  }

  private List<Distribution.Evidence> evidence(int scope, List<Integer> children, long now) {
    Map<Integer, Priority> priorities = new HashMap<>();
    Map<Integer, Long> waitedFor = new HashMap<>();
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    for (int slot = 0; slot < state.allocations.end(); slot++) {
      if (state.allocations.isOpen(slot)) {
        int child = childAbove(state.allocations.scope(slot), scope, chain);
        priorities.merge(child, state.allocations.priority(slot), Dividing::higher);
        waitedFor.merge(child, waitedFor(slot), Dividing::sum);
      }
    }
    return children.stream()
        .map(child ->
            new Distribution.Evidence(
                priorities.getOrDefault(child, Priority.NORMAL),
                state.scores.total(child),
                consumed(child),
                sum(used(child, now), waitedFor.getOrDefault(child, 0L))))
        .toList();
  }

  /// Which child of `scope` lies at or above `below`; [ScopeTable#NONE] where none does.
  private int childAbove(int below, int scope, int[] chain) {
    int length = state.scopes.chain(below, chain);
    for (int step = 0; step + 1 < length; step++) {
      if (chain[step] == scope) {
        return chain[step + 1];
      }
    }
    return ScopeTable.NONE;
  }

  private long waitedFor(int slot) {
    Waiter waiter = state.allocations.waiter(slot);
    return waiter == null
        ? 0
        : waiter.request.lines().stream()
            .filter(line -> line.type() == asked.type())
            .mapToLong(RequestLine::amount)
            .reduce(0, Dividing::sum);
  }

  /// Since the scope exists; of held types the most that was in use at once.
  private long consumed(int scope) {
    long[] rows = state.scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    return rows[at + (Row.isHeld(type) ? Row.BASE : Row.CONSUMED)];
  }

  /// What counts against the limit that is divided or, where there is none yet, all that ever did.
  private long used(int scope, long now) {
    for (int limit : state.limits.of(scope, type)) {
      if (state.limits.terms(scope, type, limit).period().equals(asked.period())) {
        return LimitLook.status(state, scope, type, limit, now).used();
      }
    }
    long[] rows = state.scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    return rows[at + Row.RESERVED] + (Row.isHeld(type) ? 0 : rows[at + Row.CONSUMED]);
  }

  /// More than can be said counts as what can be said (S6).
  private static long sum(long one, long other) {
    return Math.min(Amount.MAX, one + other);
  }

  private static Priority higher(Priority one, Priority other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Optional<Refusal> invalid(String pointer, String detail) {
    return Optional.of(Refusal.Invalid.at(pointer, detail));
  }
}
