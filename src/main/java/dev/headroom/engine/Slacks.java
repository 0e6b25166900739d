package dev.headroom.engine;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// The allocations that count at a constraint and declared themselves negotiable, by how much they
/// can be shrunk (rule Q3, NEGOTIATION): the largest slack first, then the newest. To enter or
/// leave takes O(log n), to know what all can give together takes a look.
final class Slacks {
  /// What one can give.
  record Slack(Holders.Holder holder, long amount) {
    static final Comparator<Slack> ORDER =
        Comparator.comparingLong(Slack::amount)
            .reversed()
            .thenComparing(Slack::holder, Holders.Holder.ORDER);
  }

  private final TreeSet<Slack> largestFirst = new TreeSet<>(Slack.ORDER);
  private final Map<Integer, Slack> bySlot = new HashMap<>();
  private long sum;

  /// Notes what a holder can give now; nothing takes it out.
  void put(Holders.Holder holder, long amount) {
    Slack before = bySlot.remove(holder.slot());
    if (before != null) {
      largestFirst.remove(before);
      sum -= before.amount;
    }
    if (amount > 0) {
      Slack slack = new Slack(holder, amount);
      bySlot.put(holder.slot(), slack);
      largestFirst.add(slack);
      sum += amount;
    }
  }

  /// What all can give together.
  long sum() {
    return sum;
  }

  /// What all but one can give together.
  ///
  /// @param slot that one, or [AllocationSlab#NONE]
  long sumBeside(int slot) {
    Slack own = bySlot.get(slot);
    return own == null ? sum : sum - own.amount;
  }

  Iterable<Slack> largestFirst() {
    return largestFirst;
  }
}
