package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/// Keeps the first of the scopes that it is offered, by rank. Of the others it keeps nothing,
/// however many they are.
final class FirstScopes {
  private record Ranked(ScopePath path, long weight) {}

  private static final Comparator<Ranked> FIRST_TO_LAST =
      Comparator.comparingLong(Ranked::weight)
          .reversed()
          .thenComparing(Ranked::path, ScopeOrder.BY_NAME);

  private final ScopeRanking ranking;
  private final ScopePath after;
  private final int wanted;
  private final PriorityQueue<Ranked> kept = new PriorityQueue<>(FIRST_TO_LAST.reversed());
  private int offered;

  /// @param selection in which order, after which, and how many
  FirstScopes(ScopeSelection selection) {
    this.ranking = selection.ranking();
    this.after = selection.after();
    this.wanted = selection.count();
  }

  /// Takes a scope as it stands at `at`.
  void offer(EngineState state, int scope, long at) {
    offered++;
    if (wanted == 0 || !comes(state.scopes.path(scope))) {
      return;
    }
    long weight = weight(state, scope, at);
    Ranked last = kept.peek();
    if (last == null || kept.size() < wanted) {
      kept.add(new Ranked(state.scopes.path(scope), weight));
    } else if (weight >= last.weight) {
      var ranked = new Ranked(state.scopes.path(scope), weight);
      if (FIRST_TO_LAST.compare(ranked, last) < 0) {
        kept.remove();
        kept.add(ranked);
      }
    }
  }

  /// Those that it kept, none twice, the first of them first.
  RankedScopes ranking() {
    List<Ranked> first = new ArrayList<>(kept);
    Collections.sort(first, FIRST_TO_LAST);
    Set<ScopePath> seen = new HashSet<>();
    List<ScopePath> paths = first.stream().map(Ranked::path).filter(seen::add).toList();
    return new RankedScopes(paths, offered);
  }

  private boolean comes(ScopePath path) {
    return after.isRoot() || ScopeOrder.BY_NAME.compare(path, after) > 0;
  }

  private long weight(EngineState state, int scope, long at) {
    return switch (ranking) {
      case ScopeRanking.ByName _ -> 0;
      case ScopeRanking.ByPressure _ -> Math.max(0, LimitLook.permilleMost(state, scope, at));
      case ScopeRanking.ByCost _ -> state.activity.cost(scope);
      case ScopeRanking.ByRecency _ ->
          state.activity.everChanged(scope) ? state.activity.changedAt(scope) : Long.MIN_VALUE;
      case ScopeRanking.ByUse(var type) -> used(state, scope, type.ordinal());
    };
  }

  private static long used(EngineState state, int scope, int type) {
    long[] rows = state.scopes.rows(scope);
    int row = ScopeTable.rowAt(scope, type);
    return rows[row + Row.RESERVED] + (Row.isHeld(type) ? 0 : rows[row + Row.CONSUMED]);
  }
}
