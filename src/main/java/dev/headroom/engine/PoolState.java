package dev.headroom.engine;

import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.TermsBytes;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A pool's counters (rules P1, P3, P6). Replenishment is worked out when someone looks and never
/// depends on how often that is.
final class PoolState {
  final int scope;
  final int type;
  Pool pool;
  long version;

  /// Whether the pool was removed; allocations that it served may still name it.
  boolean removed;

  /// How its members share it; none where that is by priority alone (P4).
  @Nullable PoolShares shares;

  /// What it has borrowed; none where it never might (P5).
  @Nullable Loans loans;

  /// What its members have lent each other by command (P7).
  QuotaLoans quotaLoans = new QuotaLoans();

  /// What of [#reserved()] is lent to pools below.
  long lent;

  int level;
  long upAt = Long.MAX_VALUE;
  long downAt;

  /// When its alerts are to be looked at next; `Long.MAX_VALUE` for never.
  long nextLook = Long.MAX_VALUE;

  private long available;
  private long reserved;
  private long consumed;
  private final long initial;
  private long replenished;
  private long toppedUp;
  private long drained;
  private long refilledTo;
  private long carry;

  PoolState(Pool pool, int scope, long version, long now) {
    this(pool, scope, pool.terms().capacity());
    this.version = version;
    this.available = initial;
    this.refilledTo = now;
  }

  private PoolState(Pool pool, int scope, long initial) {
    this.pool = pool;
    this.scope = scope;
    this.type = pool.type().ordinal();
    this.initial = initial;
  }

  /// A copy without loans and shares, which need all pools and those who wait.
  PoolState(PoolState other) {
    this.scope = other.scope;
    this.type = other.type;
    this.pool = other.pool;
    this.version = other.version;
    this.removed = other.removed;
    this.level = other.level;
    this.upAt = other.upAt;
    this.downAt = other.downAt;
    this.nextLook = other.nextLook;
    this.available = other.available;
    this.reserved = other.reserved;
    this.consumed = other.consumed;
    this.initial = other.initial;
    this.replenished = other.replenished;
    this.toppedUp = other.toppedUp;
    this.drained = other.drained;
    this.refilledTo = other.refilledTo;
    this.carry = other.carry;
    this.lent = other.lent;
    this.quotaLoans = new QuotaLoans(other.quotaLoans);
  }

  boolean isHeld() {
    return pool.type().isHeld();
  }

  /// What it would grant at `now`; below zero where usage went beyond (U3), but not where the
  /// capacity is below what is held (P6).
  long available(long now) {
    refill(now);
    return isHeld() ? Math.max(0, available) : available;
  }

  /// The same, but below zero also by what releases must make good first, since the capacity lies
  /// below what is reserved (P6): so much more is there after any release as it returns.
  long free(long now) {
    refill(now);
    return Math.min(available, capacity() - reserved);
  }

  /// What it would grant at `then` if nothing were taken or returned before, changing nothing.
  long freeAt(long then) {
    long free = available + gainBy(then);
    return isHeld() ? Math.max(0, free) : free;
  }

  /// Whether time adds to its stock while there is room.
  boolean isReplenished() {
    return !isHeld() && pool.terms().replenishment().isPresent();
  }

  long capacity() {
    return pool.terms().capacity();
  }

  /// What came back if everyone released: the most that a request may hope for without a refill.
  long stock() {
    return available + reserved;
  }

  long reserved() {
    return reserved;
  }

  /// What counts against its thresholds.
  long used() {
    return capacity() - available;
  }

  /// What of a spent type was consumed and not replenished, topped up or returned since, at `now`;
  /// changes nothing.
  long drawn(long now) {
    return capacity() - stock() - gainBy(now);
  }

  /// What replenishment will have added by `then`, if nothing is taken.
  long gainBy(long then) {
    return Math.min(gain(then), Math.max(0, capacity() - stock()));
  }

  /// The first instant after `now` at which at least `amount` would be available if nothing were
  /// taken or returned meanwhile; empty where it never would, or is.
  Optional<Long> whenAvailable(long amount, long now) {
    refill(now);
    return whenReached(amount);
  }

  /// The same after the instant up to which the stock was last brought, changing nothing.
  Optional<Long> whenReached(long amount) {
    Optional<Pool.Replenishment> refill = pool.terms().replenishment();
    if (available >= amount || refill.isEmpty() || amount > capacity() - reserved) {
      return Optional.empty();
    }
    BigInteger missing =
        BigInteger.valueOf(amount - available)
            .multiply(BigInteger.valueOf(refill.get().interval().toMillis()))
            .subtract(BigInteger.valueOf(carry));
    BigInteger rate = BigInteger.valueOf(refill.get().amount());
    BigInteger wait = missing.add(rate).subtract(BigInteger.ONE).divide(rate);
    return wait.bitLength() > 62 ? Optional.empty() : Optional.of(refilledTo + wait.longValue());
  }

  /// Reserves `amount`, which is available.
  void take(long amount) {
    available -= amount;
    reserved += amount;
  }

  /// Moves consumption out of a reservation; `beyond` was never reserved and is owed (U3).
  void consume(long fromReservation, long beyond) {
    reserved -= fromReservation;
    consumed += fromReservation + beyond;
    available -= beyond;
  }

  /// Returns what was reserved; what no longer fits the capacity is drained (P6).
  void giveBack(long amount) {
    reserved -= amount;
    available += amount;
    drainTo(capacity());
  }

  /// How much more stock the capacity holds at `now`.
  long room(long now) {
    return Math.max(0, capacity() - stock() - gainBy(now));
  }

  /// Adds stock, if there is room for all of it, and says whether there was.
  boolean topUp(long amount, long now) {
    if (amount > room(now)) {
      return false;
    }
    refill(now);
    available += amount;
    toppedUp += amount;
    return true;
  }

  /// Takes other terms from `now` on.
  void change(Pool changed, long newVersion, long now) {
    refill(now);
    if (!changed.terms().replenishment().equals(pool.terms().replenishment())) {
      carry = 0;
    }
    if (isHeld()) {
      available += changed.terms().capacity() - capacity();
    }
    pool = changed;
    version = newVersion;
    drainTo(changed.terms().capacity());
  }

  /// Brings the stock up to `now`.
  void refill(long now) {
    if (now == refilledTo) {
      return;
    }
    Optional<Pool.Replenishment> refill = pool.terms().replenishment();
    if (refill.isPresent()) {
      long gained = gainBy(now);
      carry = carryAt(now, refill.get());
      available += gained;
      replenished += gained;
    }
    refilledTo = now;
  }

  /// The pool as it stands at `now`, changing nothing.
  PoolStatus status(long now) {
    long gained = pool.terms().replenishment().isPresent() ? gainBy(now) : 0;
    long free = isHeld() ? Math.max(0, available) : available + gained;
    return new PoolStatus(
        pool,
        version,
        free,
        reserved,
        consumed,
        isHeld() ? capacity() : initial,
        replenished + gained,
        toppedUp,
        drained,
        loans == null ? 0 : loans.borrowed(),
        lent,
        level == 0 ? 0 : pool.terms().thresholds().percents().get(level - 1));
  }

  /// Writes everything that decides how the pool goes on.
  void write(CanonicalForm form) {
    form.text(pool.toString()).number(version).number(available).number(reserved).number(consumed);
    form.number(initial).number(replenished).number(toppedUp).number(drained);
    form.number(refilledTo).number(carry).number(level).number(removed ? 1 : 0);
    if (!quotaLoans.isEmpty()) {
      quotaLoans.write(form);
    }
  }

  /// Writes all of it but loans and shares.
  void write(ByteWriter to) {
    TermsBytes.write(to, pool);
    to.number(initial).number(version).oneByte(removed ? 1 : 0);
    to.signed(available).number(reserved).number(consumed);
    to.number(replenished).number(toppedUp).number(drained);
    to.number(refilledTo).number(carry).number(lent);
    to.oneByte(level).signed(upAt).signed(downAt).signed(nextLook);
  }

  /// Reads what was written.
  ///
  /// @param scopes in which its owner is, unless the pool was removed
  static PoolState read(ByteReader from, ScopeTable scopes) {
    Pool pool = TermsBytes.pool(from);
    PoolState read = new PoolState(pool, scopes.findNearest(pool.path()), from.number());
    read.version = from.number();
    read.removed = from.oneByte() != 0;
    read.available = from.signed();
    read.reserved = from.number();
    read.consumed = from.number();
    read.replenished = from.number();
    read.toppedUp = from.number();
    read.drained = from.number();
    read.refilledTo = from.number();
    read.carry = from.number();
    read.lent = from.number();
    read.level = from.upTo(pool.terms().thresholds().percents().size());
    read.upAt = from.signed();
    read.downAt = from.signed();
    read.nextLook = from.signed();
    return read;
  }

  private void drainTo(long capacity) {
    if (isHeld()) {
      return;
    }
    long excess = Math.min(stock() - capacity, available);
    if (excess > 0) {
      available -= excess;
      drained += excess;
    }
  }

  private long gain(long then) {
    Optional<Pool.Replenishment> refill = pool.terms().replenishment();
    if (refill.isEmpty() || then <= refilledTo) {
      return 0;
    }
    long amount = refill.get().amount();
    long interval = refill.get().interval().toMillis();
    long elapsed = then - refilledTo;
    long product = elapsed * amount;
    if (Math.multiplyHigh(elapsed, amount) == 0 && product >= 0 && product + carry >= 0) {
      return (product + carry) / interval;
    }
    BigInteger exact = total(elapsed, amount).divide(BigInteger.valueOf(interval));
    return exact.bitLength() > 62 ? Long.MAX_VALUE : exact.longValue();
  }

  private long carryAt(long then, Pool.Replenishment refill) {
    long interval = refill.interval().toMillis();
    return total(then - refilledTo, refill.amount())
        .mod(BigInteger.valueOf(interval))
        .longValueExact();
  }

  private BigInteger total(long elapsed, long amount) {
    return BigInteger.valueOf(elapsed)
        .multiply(BigInteger.valueOf(amount))
        .add(BigInteger.valueOf(carry));
  }
}
