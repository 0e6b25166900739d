package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.Settings;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Those who wait at one constraint.
///
/// They are kept by priority and arrival; in which order they are considered is [Turns]' affair.
final class WaitingLine {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  final Site site;

  /// Whether they wait for the site's pool rather than its limits.
  final boolean ofPool;

  /// Whether the line is already marked to be reconsidered.
  boolean marked;

  /// Who has some of what the constraint has, while PREEMPTION is about to ask; see [HolderBook].
  @Nullable Holders holders;

  /// Who of them can be shrunk, while NEGOTIATION is about to ask.
  @Nullable Slacks slacks;

  /// What is told of those who wait here; none while nobody does.
  @Nullable ConflictStory conflict;

  private final ArrivalTree[] byPriority =
      Stream.generate(ArrivalTree::new).limit(PRIORITIES.size()).toArray(ArrivalTree[]::new);

  /// How many wait for each amount of the line's type.
  private final TreeMap<Long, Integer> wanted = new TreeMap<>();

  WaitingLine(Site site, boolean ofPool) {
    this.site = site;
    this.ofPool = ofPool;
  }

  /// Lines by where they are, from the root down.
  static Comparator<WaitingLine> rootFirst(ScopeTable scopes) {
    return Comparator.comparing((WaitingLine line) -> scopes.path(line.site.scope))
        .thenComparingInt(line -> line.site.type)
        .thenComparing(line -> line.ofPool);
  }

  /// The line at the same place of other sites.
  WaitingLine twinIn(SiteTable sites) {
    Site twin = sites.of(site.scope, site.type);
    return ofPool ? twin.atPool : twin.atLimits;
  }

  /// Writes which line it is.
  void write(ByteWriter to, StateOutput out) {
    to.number(out.ordinal(site.scope)).oneByte(site.type << 1 | (ofPool ? 1 : 0));
  }

  /// The line of which it was written which it is.
  static WaitingLine read(StateInput in, ByteReader from, SiteTable sites) {
    int scope = in.scope(from);
    int which = from.upTo(2 * Row.TYPES - 1);
    Site site = sites.of(scope, which >> 1);
    return (which & 1) != 0 ? site.atPool : site.atLimits;
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

  /// The least amount above what is available that may be enough for someone who waits here.
  OptionalLong leastWantedAbove(long available) {
    Long amount = wanted.higherKey(available);
    return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
  }

  /// The arrival of the first who has waited longer than the starvation interval, so that nobody
  /// who came later may pass (Q5); else `Long.MAX_VALUE`.
  long guardedArrival(long now, Settings settings) {
    long starving = now - settings.starvationInterval().toMillis() - 1;
    long guarded = Long.MAX_VALUE;
    for (ArrivalTree tree : byPriority) {
      Waiter first = tree.firstFitting(0, Long.MAX_VALUE, Long.MIN_VALUE, starving);
      guarded = first == null ? guarded : Math.min(guarded, first.arrival);
    }
    return guarded;
  }

  /// How many came at or before `arrival`; takes as long as there are.
  int countUpTo(long arrival) {
    int count = 0;
    for (ArrivalTree tree : byPriority) {
      Waiter waiter =
          tree.firstFitting(Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
      while (waiter != null && waiter.arrival <= arrival) {
        count++;
        waiter = tree.firstFitting(waiter.arrival, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
      }
    }
    return count;
  }

  /// Those of one priority.
  ArrivalTree of(Priority priority) {
    return byPriority[priority.ordinal()];
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

  /// The least of the line's type that anyone needs who waits here.
  long leastNeed() {
    return Arrays.stream(byPriority).mapToLong(ArrivalTree::leastNeed).min().orElseThrow();
  }

  /// Whether the strategy considers `one` before `other` (Q2, Q3); whoever starves comes first.
  static boolean comesBefore(
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
  long need(Waiter waiter) {
    long need = 0;
    for (RequestLine line : waiter.request.lines()) {
      if (line.required() && line.type().ordinal() == site.type) {
        need += line.amount();
      }
    }
    return Math.max(1, need);
  }
}
