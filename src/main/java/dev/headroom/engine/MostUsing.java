package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Keeps the first of the scopes that it is offered, by how much they use and then by name. Of the
/// others it keeps nothing, however many they are.
final class MostUsing {
  private record Ranked(ScopePath path, long used) {}

  private static final Comparator<Ranked> FIRST_TO_LAST =
      Comparator.comparingLong(Ranked::used)
          .reversed()
          .thenComparing(Ranked::path, ScopeOrder.BY_NAME);

  private final EngineState state;
  private final int type;
  private final int wanted;
  private final PriorityQueue<Ranked> kept = new PriorityQueue<>(FIRST_TO_LAST.reversed());
  private int offered;

  MostUsing(EngineState state, UseRanking by) {
    this.state = state;
    type = by.type().ordinal();
    wanted = by.count();
  }

  void offer(int scope) {
    offered++;
    long used = used(scope);
    if (kept.size() < wanted) {
      kept.add(new Ranked(state.scopes.path(scope), used));
    } else if (wanted > 0 && used >= kept.element().used) {
      var ranked = new Ranked(state.scopes.path(scope), used);
      if (FIRST_TO_LAST.compare(ranked, kept.element()) < 0) {
        kept.remove();
        kept.add(ranked);
      }
    }
  }

  RankedScopes ranking() {
    List<Ranked> first = new ArrayList<>(kept);
    Collections.sort(first, FIRST_TO_LAST);
    return new RankedScopes(first.stream().map(Ranked::path).toList(), offered);
  }

  private long used(int scope) {
    long[] rows = state.scopes.rows(scope);
    int row = ScopeTable.rowAt(scope, type);
    return rows[row + Row.RESERVED] + (Row.isHeld(type) ? 0 : rows[row + Row.CONSUMED]);
  }
}
