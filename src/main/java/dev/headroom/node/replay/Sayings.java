package dev.headroom.node.replay;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/// What is to be said, the earliest first. Nearly all of it comes in that order and is kept in a
/// row; only what comes out of turn is sorted. One thread.
final class Sayings {
  private final ArrayDeque<Saying> row = new ArrayDeque<>();
  private final PriorityQueue<Saying> outOfTurn = new PriorityQueue<>();

  int size() {
    return row.size() + outOfTurn.size();
  }

  void add(Saying saying) {
    if (row.isEmpty() || row.getLast().compareTo(saying) <= 0) {
      row.add(saying);
    } else {
      outOfTurn.add(saying);
    }
  }

  /// When the earliest is to be said, in epoch milliseconds; `Long.MAX_VALUE` where there is none.
  long earliest() {
    long inTurn = row.isEmpty() ? Long.MAX_VALUE : row.getFirst().millis();
    return outOfTurn.isEmpty() ? inTurn : Math.min(inTurn, outOfTurn.element().millis());
  }

  /// Takes the earliest.
  ///
  /// @throws java.util.NoSuchElementException where there is none
  Saying take() {
    boolean isRowFirst =
        outOfTurn.isEmpty()
            || (!row.isEmpty() && row.getFirst().compareTo(outOfTurn.element()) <= 0);
    return isRowFirst ? row.remove() : outOfTurn.remove();
  }
}
