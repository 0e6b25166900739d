package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Priority;
import dev.headroom.model.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Those who wait at one constraint, by arrival.
final class WaitingLine {
  final Site site;

  /// Whether they wait for the site's pool rather than its limits.
  final boolean ofPool;

  /// Whether the line is already marked to be reconsidered.
  boolean marked;

  private final TreeMap<Long, Waiter> waiters = new TreeMap<>();

  WaitingLine(Site site, boolean ofPool) {
    this.site = site;
    this.ofPool = ofPool;
  }

  boolean isEmpty() {
    return waiters.isEmpty();
  }

  int size() {
    return waiters.size();
  }

  void add(Waiter waiter) {
    waiters.put(waiter.arrival, waiter);
  }

  void remove(Waiter waiter) {
    waiters.remove(waiter.arrival);
  }

  Iterable<Waiter> all() {
    return waiters.values();
  }

  /// The arrival of the first waiter if it has waited longer than the starvation interval, so that
  /// nobody who came later may pass (Q5); else `Long.MAX_VALUE`.
  long guardedArrival(long now, Settings settings) {
    if (waiters.isEmpty()) {
      return Long.MAX_VALUE;
    }
    Waiter first = waiters.firstEntry().getValue();
    return isStarving(first, now, settings) ? first.arrival : Long.MAX_VALUE;
  }

  /// The order in which they are considered: those who starve by arrival, then the rest by the
  /// strategy (Q3, Q5).
  List<Waiter> inOrder(ConflictStrategy strategy, long now, Settings settings) {
    List<Waiter> ordered = new ArrayList<>(waiters.values());
    if (strategy != ConflictStrategy.QUEUING) {
      long aging = settings.agingInterval().toMillis();
      ordered.sort(
          Comparator.comparingInt((Waiter waiter) ->
                  isStarving(waiter, now, settings)
                      ? -Priority.values().length
                      : -waiter.effectivePriority(now, aging).ordinal())
              .thenComparingLong(waiter -> waiter.arrival));
    }
    return ordered;
  }

  static boolean isStarving(Waiter waiter, long now, Settings settings) {
    return now - waiter.since > settings.starvationInterval().toMillis();
  }
}
