package dev.headroom.engine;

import java.util.Arrays;

/// What each scope and all below it has cost since it exists, overage charges included, and when
/// what is used there changed last. Decides nothing and is only looked at, so that it is no part of
/// the canonical form (D2). What a scope that closes has cost counts on above it.
///
/// Every move of a counter writes here for each scope of its chain, so the numbers lie in plain
/// arrays by scope.
final class ActivityBook {
  private static final int ROOM_MIN = 64;

  /// In millionths of a credit.
  private long[] costs;

  /// In epoch milliseconds and one more; 0 for never.
  private long[] changes;

  ActivityBook() {
    costs = new long[ROOM_MIN];
    changes = new long[ROOM_MIN];
  }

  ActivityBook(ActivityBook other) {
    costs = other.costs.clone();
    changes = other.changes.clone();
  }

  /// What a scope and all below it has cost, in millionths of a credit; the largest number where it
  /// is more.
  long cost(int scope) {
    return scope < costs.length ? costs[scope] : 0;
  }

  /// Whether what is used at and below a scope has ever changed.
  boolean everChanged(int scope) {
    return scope < changes.length && changes[scope] > 0;
  }

  /// When it changed last, in epoch milliseconds.
  long changedAt(int scope) {
    return changes[scope] - 1;
  }

  /// Notes that what is used at a scope changes.
  void touch(int scope, long millis) {
    if (scope >= changes.length) {
      changes = longer(changes, scope);
    }
    changes[scope] = millis + 1;
  }

  /// Adds a cost, in millionths of a credit.
  void charge(int scope, long micros) {
    if (scope >= costs.length) {
      costs = longer(costs, scope);
    }
    long sum = costs[scope] + micros;
    costs[scope] = sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// Forgets a scope that closes.
  void forget(int scope) {
    if (scope < changes.length) {
      changes[scope] = 0;
    }
    if (scope < costs.length) {
      costs[scope] = 0;
    }
  }

  private static long[] longer(long[] numbers, int scope) {
    return Arrays.copyOf(numbers, Math.max(scope + 1, numbers.length + numbers.length / 2));
  }
}
