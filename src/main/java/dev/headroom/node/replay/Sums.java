package dev.headroom.node.replay;

import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.replay.Account;
import java.util.ArrayList;
import java.util.List;

/// The account of one scope while it grows.
final class Sums {
  private static final int TYPES = ResourceType.ALL.size();

  private final long[] reserved = new long[TYPES];
  private final long[] peak = new long[TYPES];
  private final long[] consumed = new long[TYPES];
  private long granted;
  private long denied;
  private long waits;
  private long waitedMillis;
  private long longestWaitMillis;
  private long stillWaiting;
  private long preempted;
  private long costMicros;
  private long overageMicros;

  /// Reserves more, or where `amount` is negative, less.
  void reserve(ResourceType type, long amount) {
    int of = type.ordinal();
    reserved[of] += amount;
    peak[of] = Math.max(peak[of], reserved[of]);
  }

  void grant(long waited) {
    granted++;
    waited(waited);
  }

  void deny(long waited) {
    denied++;
    waited(waited);
  }

  void queue() {
    waits++;
  }

  void stillWaits() {
    stillWaiting++;
  }

  void preempt() {
    preempted++;
  }

  /// Of a spent type, what was reserved for it is consumed now; a held one stays reserved (U2).
  void use(Event.Used used) {
    int of = used.type().ordinal();
    if (!used.type().isHeld()) {
      reserved[of] -= used.amount() - used.beyond();
      consumed[of] += used.amount();
    }
    long overage = used.overageCharge().micros();
    costMicros = Money.sumOfMicros(costMicros, Money.sumOfMicros(used.cost().micros(), overage));
    overageMicros = Money.sumOfMicros(overageMicros, overage);
  }

  private void waited(long millis) {
    waitedMillis += millis;
    longestWaitMillis = Math.max(longestWaitMillis, millis);
  }

  Account account() {
    List<Account.OfType> types = new ArrayList<>();
    for (ResourceType type : ResourceType.ALL) {
      int of = type.ordinal();
      if (peak[of] != 0 || consumed[of] != 0) {
        types.add(new Account.OfType(type, consumed[of], peak[of]));
      }
    }
    return new Account(
        granted,
        denied,
        waits,
        waitedMillis,
        longestWaitMillis,
        stillWaiting,
        preempted,
        new Money(costMicros),
        new Money(overageMicros),
        types);
  }
}
