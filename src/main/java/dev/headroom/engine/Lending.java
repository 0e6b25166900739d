package dev.headroom.engine;

import dev.headroom.model.PoolId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// What pools may borrow (rule P5): a pool with a borrowing limit that is out of stock takes the
/// difference from its *lender*, the next pool of its type up the path, as long as what is borrowed
/// stays within the limit.
///
/// The lender gives only what it has itself, and treats the borrower as a guest: its policy comes
/// first (P4), and nothing is lent while someone starves there (Q5).
final class Lending {
  private static final long HORIZON_MILLIS = 1L << 61;

  private final EngineState state;

  /// The pools that may borrow and for which someone waits, by id.
  private final TreeMap<PoolId, PoolState> waiting = new TreeMap<>();

  Lending(EngineState state) {
    this.state = state;
  }

  /// @param state a copy of the other's, with its pools
  Lending(Lending other, EngineState state) {
    this.state = state;
    for (PoolId id : other.waiting.keySet()) {
      waiting.put(id, Objects.requireNonNull(state.pools.find(id)));
    }
  }

  /// The next pool of its type up the path.
  @Nullable PoolState lender(PoolState pool) {
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    for (int step = state.scopes.chain(pool.scope, chain) - 2; step >= 0; step--) {
      Optional<PoolState> above = state.poolAt(chain[step], pool.type);
      if (above.isPresent()) {
        return above.get();
      }
    }
    return null;
  }

  /// What a pool would grant now, borrowing included.
  long grantable(PoolState pool) {
    return pool.loans == null ? pool.available(state.now()) : grantableAt(pool, state.now());
  }

  /// The same at `then` if nothing were taken or returned before, changing nothing.
  long grantableAt(PoolState pool, long then) {
    long own = pool.freeAt(then);
    long lent = pool.loans == null ? 0 : lendableAt(pool, pool.loans, then);
    return lent > 0 ? Math.max(0, own) + lent : own;
  }

  /// What a pool could borrow now.
  long lendable(PoolState pool) {
    return pool.loans == null ? 0 : lendableAt(pool, pool.loans, state.now());
  }

  /// The first instant after now at which a pool would grant `amount` if nothing were taken or
  /// returned meanwhile; empty where it never would, or does.
  Optional<Long> whenGrantable(PoolState pool, long amount) {
    if (pool.loans == null) {
      return pool.whenAvailable(amount, state.now());
    }
    PoolState lender = lender(pool);
    return pool.isReplenished() || (lender != null && lender.isReplenished())
        ? first(then -> grantableAt(pool, then) >= amount)
        : Optional.empty();
  }

  /// The most that a pool could ever grant at once.
  long reach(PoolState pool) {
    PoolState lender = pool.loans == null ? null : lender(pool);
    return pool.capacity() + (lender == null ? 0 : Math.min(borrowing(pool), lender.capacity()));
  }

  /// The most that a pool could grant if nothing of it were reserved, however long that took.
  long most(PoolState pool) {
    PoolState lender = pool.loans == null ? null : lender(pool);
    long lent = lender == null ? 0 : Math.min(borrowing(pool), Math.max(0, mostAlone(lender)));
    return mostAlone(pool) + lent;
  }

  private long mostAlone(PoolState pool) {
    if (pool.isHeld() || pool.isReplenished()) {
      return pool.capacity();
    }
    pool.refill(state.now());
    return pool.stock();
  }

  /// What a pool of a spent type would grant by `then` if everyone released.
  long stockBy(PoolState pool, long then) {
    long own = pool.stock() + pool.gainBy(then);
    PoolState lender = pool.loans == null ? null : lender(pool);
    long lent =
        lender == null ? 0 : Math.min(borrowing(pool), lender.stock() + lender.gainBy(then));
    return lent > 0 ? Math.max(0, own) + lent : own;
  }

  /// What the lender of a pool has to spare while nobody waits for it: what may be borrowed beyond
  /// the limit where a conflict is negotiated (Q3).
  long surplus(PoolState pool) {
    PoolState lender = pool.loans == null ? null : lender(pool);
    return lender == null || !state.sites.of(lender.scope, lender.type).atPool.isEmpty()
        ? 0
        : Math.max(0, guestFree(lender, state.now()));
  }

  /// What a pool could borrow if it might borrow beyond its limit what its lender has to spare
  /// (Q3).
  long lendableBeyond(PoolState pool) {
    return Math.max(surplus(pool), lendable(pool));
  }

  /// Whether a pool that owes something could grant as much more as comes back to it: all that
  /// returns to its lender stays there for it to borrow again, beyond its limit if need be. Not so
  /// where some of it would first make good what lacks, go on to a pool further up, or where others
  /// wait for it.
  boolean grantsWhatReturns(PoolState pool, Loans loans) {
    PoolState lender = lender(pool);
    return lender != null
        && loans.areFrom(lender)
        && lender.shares == null
        && (lender.loans == null || lender.loans.isEmpty())
        && pool.free(state.now()) >= 0
        && lender.free(state.now()) >= 0
        && state.sites.of(lender.scope, lender.type).atPool.isEmpty();
  }

  /// Notes whether someone waits for a pool that may borrow.
  void setWaiting(PoolState pool, boolean waits) {
    if (waits && pool.loans != null && !pool.removed) {
      waiting.put(pool.pool.id(), pool);
    } else {
      waiting.remove(pool.pool.id());
    }
  }

  /// The pools that may borrow from a pool and for which someone waits.
  List<PoolState> waitingFor(PoolState lender) {
    return waiting.isEmpty()
        ? List.of()
        : waiting.values().stream()
            .filter(pool -> pool.type == lender.type && lender(pool) == lender)
            .toList();
  }

  private static long borrowing(PoolState pool) {
    return pool.pool.terms().borrowing();
  }

  private long lendableAt(PoolState pool, Loans loans, long then) {
    long left = borrowing(pool) + loans.beyond - loans.borrowed();
    PoolState lender = left > 0 ? lender(pool) : null;
    if (lender == null) {
      return 0;
    }
    WaitingLine line = state.sites.of(lender.scope, lender.type).atPool;
    boolean starving = line.guardedArrival(state.now(), state.settings()) != Long.MAX_VALUE;
    return starving ? 0 : Math.clamp(guestFree(lender, then), 0, left);
  }

  private static long guestFree(PoolState lender, long then) {
    PoolShares shares = lender.shares;
    long free = lender.freeAt(then);
    return shares == null ? free : shares.guestHeadroom(free);
  }

  /// The first instant after now at which something holds that holds ever after, once it does.
  private Optional<Long> first(LongPredicate holds) {
    long now = state.now();
    if (holds.test(now) || !holds.test(now + HORIZON_MILLIS)) {
      return Optional.empty();
    }
    long before = 0;
    long after = 1;
    while (!holds.test(now + after)) {
      before = after;
      after *= 2;
    }
    while (after - before > 1) {
      long middle = before + (after - before) / 2;
      if (holds.test(now + middle)) {
        after = middle;
      } else {
        before = middle;
      }
    }
    return Optional.of(now + after);
  }
}
