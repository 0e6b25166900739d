package dev.headroom.engine;

import dev.headroom.model.Listed;
import dev.headroom.model.WhatIf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Keeps the least of what is added, by an order, and counts all.
final class Least<T> {
  private final Comparator<T> order;

  /// The greatest of those kept comes first.
  private final PriorityQueue<T> kept;

  private int total;

  Least(Comparator<T> order) {
    this.order = order;
    this.kept = new PriorityQueue<>(order.reversed());
  }

  void add(T element) {
    total++;
    kept.add(element);
    if (kept.size() > WhatIf.LISTED_MAX) {
      kept.remove();
    }
  }

  Listed<T> listed() {
    List<T> sorted = new ArrayList<>(kept);
    sorted.sort(order);
    return new Listed<>(sorted, total);
  }
}
