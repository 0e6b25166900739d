package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Those who wait at one constraint.
///
/// They are kept by priority and arrival. All waiters of one priority age alike, so whoever came
/// first among them is also considered first; to choose between priorities takes one look at each.
final class WaitingLine {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  final Site site;

  /// Whether they wait for the site's pool rather than its limits.
  final boolean ofPool;

  /// Whether the line is already marked to be reconsidered.
  boolean marked;

  private final ArrivalTree[] byPriority =
      Stream.generate(ArrivalTree::new).limit(PRIORITIES.size()).toArray(ArrivalTree[]::new);

  /// How many wait for each amount of the line's type.
  private final TreeMap<Long, Integer> wanted = new TreeMap<>();

  WaitingLine(Site site, boolean ofPool) {
    this.site = site;
    this.ofPool = ofPool;
  }

  boolean isEmpty() {
    return size() == 0;
  }

  int size() {
    return Arrays.stream(byPriority).mapToInt(ArrivalTree::size).sum();
  }

  void add(Waiter waiter) {
    tree(waiter).add(waiter, need(waiter));
    for (long amount : waiter.wanted(site.type)) {
      wanted.merge(amount, 1, Integer::sum);
    }
  }

  void remove(Waiter waiter) {
    tree(waiter).remove(waiter);
    for (long amount : waiter.wanted(site.type)) {
      wanted.computeIfPresent(amount, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  /// Everyone who waits here, as they are now.
  List<Waiter> all() {
    return Arrays.stream(byPriority).flatMap(tree -> tree.all().stream()).toList();
  }

  /// Everyone who waits here, in the order in which they would be considered now if there were
  /// enough for all.
  List<Waiter> inOrder(ConflictStrategy strategy, long now, Settings settings) {
    return all().stream()
        .sorted((one, other) -> {
          if (one == other) {
            return 0;
          }
          return comesBefore(one, other, strategy, now, settings) ? -1 : 1;
        })
        .toList();
  }

  /// The least amount above what is available that may be enough for someone who waits here.
  OptionalLong leastWantedAbove(long available) {
    Long amount = wanted.higherKey(available);
    return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  /// The arrival of the first waiter if it has waited longer than the starvation interval, so that
  /// nobody who came later may pass (Q5); else `Long.MAX_VALUE`.
  long guardedArrival(long now, Settings settings) {
    Waiter first = first();
    return first != null && isStarving(first, now, settings) ? first.arrival : Long.MAX_VALUE;
  }

  /// Whom to consider next of those who need at most `free`: whoever starves comes first, then the
  /// strategy decides (Q2, Q3, Q5). None where nobody fits.
  ///
  /// @param considered per priority, the arrival of the last one considered
  @Nullable Waiter next(
      ConflictStrategy strategy, long free, long[] considered, long now, Settings settings) {
    Waiter best = null;
    for (Priority priority : PRIORITIES) {
      Waiter candidate =
          byPriority[priority.ordinal()].firstFitting(considered[priority.ordinal()], free);
      if (candidate != null
          && (best == null || comesBefore(candidate, best, strategy, now, settings))) {
        best = candidate;
      }
    }
    return best;
  }

  /// How many would be considered before a request of `priority` that comes now.
  int ahead(Priority priority, ConflictStrategy strategy, long now, Settings settings) {
    if (strategy == ConflictStrategy.QUEUING) {
      return size();
    }
    long aging = settings.agingInterval().toMillis();
    long starving = now - settings.starvationInterval().toMillis() - 1;
    int ahead = 0;
    for (Priority other : PRIORITIES) {
      int levels = Math.max(0, priority.ordinal() - other.ordinal());
      long since = Math.max(now - levels * aging, starving);
      ahead += byPriority[other.ordinal()].countSince(since);
    }
    return ahead;
  }

  static boolean isStarving(Waiter waiter, long now, Settings settings) {
    return now - waiter.since > settings.starvationInterval().toMillis();
  }

  private @Nullable Waiter first() {
    Waiter first = null;
    for (ArrivalTree tree : byPriority) {
      Waiter candidate = tree.first();
      if (candidate != null && (first == null || candidate.arrival < first.arrival)) {
        first = candidate;
      }
    }
    return first;
  }

  private static boolean comesBefore(
      Waiter one, Waiter other, ConflictStrategy strategy, long now, Settings settings) {
    boolean starves = isStarving(one, now, settings);
    if (strategy == ConflictStrategy.QUEUING || (starves && isStarving(other, now, settings))) {
      return one.arrival < other.arrival;
    }
    if (starves || isStarving(other, now, settings)) {
      return starves;
    }
    long aging = settings.agingInterval().toMillis();
    int byPriority =
        one.effectivePriority(now, aging).compareTo(other.effectivePriority(now, aging));
    return byPriority != 0 ? byPriority > 0 : one.arrival < other.arrival;
  }

  private ArrivalTree tree(Waiter waiter) {
    return byPriority[waiter.request.priority().ordinal()];
  }

  /// What must be free of the line's type before the waiter can be granted: all that it requires.
  private long need(Waiter waiter) {
    long need = 0;
    for (RequestLine line : waiter.request.lines()) {
      if (line.required() && line.type().ordinal() == site.type) {
        need += line.amount();
      }
    }
    return Math.max(1, need);
  }
}
