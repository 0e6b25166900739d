package dev.headroom.engine;

import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/// Lists scopes below one, in order.
final class ScopeListing {
  private record Ranked(ScopePath path, long permille) {}

  private final EngineState state;

  ScopeListing(EngineState state) {
    this.state = state;
  }

  List<ScopePath> list(
      ScopePath below, int depth, boolean byPressure, ScopeFilter filter, long at) {
    int top = state.scopes.find(below);
    if (top == ScopeTable.NONE) {
      return List.of();
    }
    List<Ranked> found = new ArrayList<>();
    each(
        top,
        depth,
        new ScopeMatcher(state, filter, at),
        scope ->
            found.add(new Ranked(state.scopes.path(scope), byPressure ? permille(scope, at) : 0)));
    Comparator<Ranked> order = Comparator.comparing(Ranked::path, ScopeOrder.BY_NAME);
    found.sort(
        byPressure
            ? Comparator.comparingLong(Ranked::permille).reversed().thenComparing(order)
            : order);
    return found.stream().map(Ranked::path).toList();
  }

  RankedScopes rank(ScopePath below, int depth, ScopeFilter filter, UseRanking by, long at) {
    var ranked = new MostUsing(state, by);
    int top = state.scopes.find(below);
    if (top != ScopeTable.NONE) {
      each(top, depth, new ScopeMatcher(state, filter, at), ranked::offer);
    }
    return ranked.ranking();
  }

  private void each(int parent, int depth, ScopeMatcher wanted, IntConsumer taker) {
    int child = state.scopes.child(parent);
    while (child != ScopeTable.NONE) {
      if (wanted.matches(child)) {
        taker.accept(child);
      }
      if (depth > 1) {
        each(child, depth - 1, wanted, taker);
      }
      child = state.scopes.sibling(child);
    }
  }

  /// How near the scope is to the nearest of its own limits, in thousandths of the allowance.
  private long permille(int scope, long at) {
    long most = 0;
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      for (int limit : state.limits.of(scope, type)) {
        LimitStatus status = LimitLook.status(state, scope, type, limit, at);
        most = Math.max(most, permille(status.used(), status.allowance()));
      }
    }
    return most;
  }

  static long permille(long used, long allowance) {
    if (allowance == 0) {
      return used == 0 ? 0 : 1000;
    }
    return (long) (1000.0 * used / allowance);
  }
}
