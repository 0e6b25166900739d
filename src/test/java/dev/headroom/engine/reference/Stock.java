package dev.headroom.engine.reference;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Pool;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Thresholds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pool: its terms, and the list of all that ever happened to it, from which its level is worked
/// out anew each time (rules P1, P3, P6).
final class Stock implements Constraint {
  /// Something that happened to the pool.
  sealed interface Happening {
    record Taken(long amount) implements Happening {}

    record Returned(long amount) implements Happening {}

    record Consumed(long reserved, long beyond) implements Happening {}

    record ToppedUp(long amount) implements Happening {}

    record Changed(Pool.Terms terms) implements Happening {}
  }

  private record Entry(long at, Happening happening) {}

  Pool pool;
  long version;
  boolean removed;

  /// Whether it ever had a borrowing limit.
  boolean mayBorrow;

  /// How much it may borrow beyond its limit while one decision is made.
  long beyond;

  private final Pool.Terms firstTerms;
  private final long since;
  private final List<Entry> entries = new ArrayList<>();

  /// The last answer to the same question.
  private Level looked;

  private long lookedAt;
  private int lookedAtEntries;

  Stock(Pool pool, long version, long since) {
    this.pool = pool;
    this.version = version;
    this.firstTerms = pool.terms();
    this.mayBorrow = pool.terms().borrowing() > 0;
    this.since = since;
    this.looked = replay(since);
    this.lookedAt = since;
  }

  void add(long at, Happening happening) {
    entries.add(new Entry(at, happening));
  }

  /// Makes the last happening not have happened.
  void forgetLast() {
    entries.removeLast();
    lookedAtEntries = -1;
  }

  /// The level at an instant that is not before the last happening.
  Level at(long instant) {
    if (instant != lookedAt || entries.size() != lookedAtEntries) {
      looked = replay(instant);
      lookedAt = instant;
      lookedAtEntries = entries.size();
    }
    return looked;
  }

  private Level replay(long instant) {
    Level level = new Level(type().isHeld(), firstTerms, since);
    for (Entry entry : entries) {
      level.gainUntil(entry.at);
      level.apply(entry.happening);
    }
    level.gainUntil(instant);
    return level;
  }

  /// The first instant after `now` at which at least `amount` is available if nothing else happens
  /// meanwhile; empty where that is never, or already.
  Optional<Long> whenAvailable(long amount, long now) {
    Level level = at(now);
    Optional<Pool.Replenishment> refill = pool.terms().replenishment();
    boolean fits = amount + level.reserved <= pool.terms().capacity();
    if (level.available >= amount || refill.isEmpty() || !fits) {
      return Optional.empty();
    }
    BigInteger wanted = level.accrued(now).add(BigInteger.valueOf(amount - level.available));
    BigInteger rate = BigInteger.valueOf(refill.get().amount());
    BigInteger[] wait =
        wanted
            .multiply(BigInteger.valueOf(refill.get().interval().toMillis()))
            .divideAndRemainder(rate);
    BigInteger whole = wait[1].signum() == 0 ? wait[0] : wait[0].add(BigInteger.ONE);
    return whole.bitLength() > 62
        ? Optional.empty()
        : Optional.of(level.accruesFrom + whole.longValueExact());
  }

  @Override
  public ConstraintRef ref() {
    return pool.ref();
  }

  @Override
  public ResourceType type() {
    return pool.type();
  }

  @Override
  public Thresholds thresholds() {
    return pool.terms().thresholds();
  }

  @Override
  public Optional<ConflictStrategy> onConflict() {
    return pool.terms().onConflict();
  }

  @Override
  public Place place() {
    return new Place(pool.path(), pool.type(), true);
  }

  /// What is where.
  static final class Level {
    private final boolean held;
    private Pool.Terms terms;
    private long accruesFrom;
    private long reached;

    final long initial;
    long available;
    long reserved;
    long consumed;
    long replenished;
    long toppedUp;
    long drained;

    Level(boolean held, Pool.Terms terms, long since) {
      this.held = held;
      this.terms = terms;
      this.initial = terms.capacity();
      this.available = terms.capacity();
      this.accruesFrom = since;
      this.reached = since;
    }

    /// What replenishment would have added in all if the pool had never been full (P3).
    BigInteger accrued(long instant) {
      return terms
          .replenishment()
          .map(refill ->
              BigInteger.valueOf(instant - accruesFrom)
                  .multiply(BigInteger.valueOf(refill.amount()))
                  .divide(BigInteger.valueOf(refill.interval().toMillis())))
          .orElse(BigInteger.ZERO);
    }

    private void gainUntil(long instant) {
      if (instant == reached) {
        return;
      }
      BigInteger room = BigInteger.valueOf(Math.max(0, terms.capacity() - available - reserved));
      long gained = accrued(instant).subtract(accrued(reached)).min(room).longValueExact();
      available += gained;
      replenished += gained;
      reached = instant;
    }

    private void apply(Happening happening) {
      switch (happening) {
        case Happening.Taken(long amount) -> {
          available -= amount;
          reserved += amount;
          keepWithinCapacity();
        }
        case Happening.Returned(long amount) -> {
          available += amount;
          reserved -= amount;
          keepWithinCapacity();
        }
        case Happening.Consumed(long fromReserved, long beyond) -> {
          reserved -= fromReserved;
          available -= beyond;
          consumed += fromReserved + beyond;
        }
        case Happening.ToppedUp(long amount) -> {
          available += amount;
          toppedUp += amount;
        }
        case Happening.Changed(Pool.Terms changed) -> change(changed);
      }
    }

    private void change(Pool.Terms changed) {
      if (!changed.replenishment().equals(terms.replenishment())) {
        accruesFrom = reached;
      }
      terms = changed;
      keepWithinCapacity();
    }

    /// Available and reserved together are at most the capacity, unless reserved alone is more:
    /// then nothing is available (P1, P6).
    private void keepWithinCapacity() {
      if (held) {
        available = Math.max(0, terms.capacity() - reserved);
        return;
      }
      long excess = Math.min(available, available + reserved - terms.capacity());
      if (excess > 0) {
        available -= excess;
        drained += excess;
      }
    }
  }
}
