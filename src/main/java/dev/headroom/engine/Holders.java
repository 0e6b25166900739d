package dev.headroom.engine;

import dev.headroom.model.Priority;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;

/// The allocations that have some of a constraint reserved, in the order in which PREEMPTION
/// revokes them (rule Q3): lowest priority first, then newest. To enter or leave takes O(log n), to
/// know what all below a priority have takes a look.
final class Holders {
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  /// One of them.
  ///
  /// @param since when it was granted, in epoch milliseconds
  /// @param id its name, as a number
  record Holder(int slot, long since, long id) {
    /// The newest first.
    static final Comparator<Holder> ORDER =
        Comparator.comparingLong(Holder::since).thenComparingLong(Holder::id).reversed();
  }

  private final List<TreeMap<Holder, Long>> byRank = new ArrayList<>();
  private final long[] sums = new long[PRIORITIES.size()];

  Holders() {
    PRIORITIES.forEach(_ -> byRank.add(new TreeMap<>(Holder.ORDER)));
  }

  /// Notes what a holder has now; nothing takes it out.
  void put(Priority rank, Holder holder, long reserved) {
    TreeMap<Holder, Long> peers = byRank.get(rank.ordinal());
    Long before = reserved == 0 ? peers.remove(holder) : peers.put(holder, reserved);
    sums[rank.ordinal()] += reserved - (before == null ? 0 : before);
  }

  /// What all of a lower priority have together.
  long below(Priority rank) {
    long sum = 0;
    for (int lower = 0; lower < rank.ordinal(); lower++) {
      sum += sums[lower];
    }
    return sum;
  }

  /// Hands over holders of a lower priority in order, with what they have, until what is missing is
  /// there.
  ///
  /// @param counted whether a holder was counted before and is to be left out
  void take(
      Priority rank,
      long missing,
      java.util.function.Predicate<Holder> counted,
      ObjLongConsumer<Holder> taker) {
    long left = missing;
    for (int lower = 0; lower < rank.ordinal(); lower++) {
      for (var entry : byRank.get(lower).entrySet()) {
        if (left <= 0) {
          return;
        }
        if (!counted.test(entry.getKey())) {
          left -= entry.getValue();
          taker.accept(entry.getKey(), entry.getValue());
        }
      }
    }
  }
}
