package dev.headroom.engine;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Lending quota of a pool to another member and having it back (rule P7, see [LentQuota]).
final class QuotaRules {
  private final EngineState state;
  private final WaitingRoom waitingRoom;

  QuotaRules(EngineState state, WaitingRoom waitingRoom) {
    this.state = state;
    this.waitingRoom = waitingRoom;
  }

  Answer lend(Command.LendQuota lend) {
    PoolState pool = state.pools.find(lend.pool());
    if (pool == null) {
      return new Refusal.UnknownPool(lend.pool());
    }
    PoolShares shares = pool.shares;
    if (shares == null || shares.policy() != SharingPolicy.QUOTA) {
      return Refusal.Invalid.at("/poolId", "quota is lent where a pool is shared by QUOTA (P7)");
    }
    Optional<Refusal> refusal = refusalOf(lend, pool);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    long lendable = lendable(state, pool, lend.from());
    if (lend.amount() > lendable) {
      return new Refusal.NotLendable(lend.from(), lend.amount(), lendable);
    }
    var id = new LoanId(state.sequence() + 1);
    LentQuota loan =
        new LentQuota(
            id,
            lend.pool(),
            pool.pool.type(),
            lend.from(),
            lend.to(),
            lend.amount(),
            state.nowInstant(),
            lend.until(),
            lend.author(),
            lend.reason());
    state.pools.lend(pool, loan);
    state.emit(new Event.QuotaLent(lend.from(), loan));
    state.agenda.add(new Agenda.Look(lend.until().toEpochMilli(), pool.scope, pool.type, true));
    shares.requote();
    waitingRoom.markSharing(pool);
    return new Outcome.QuotaLent(id);
  }

  Answer recall(Command.RecallQuota recall) {
    PoolState pool = state.pools.find(recall.pool());
    if (pool == null) {
      return new Refusal.UnknownPool(recall.pool());
    }
    QuotaLoans.Running running = pool.quotaLoans.find(recall.loan());
    if (running == null) {
      return new Refusal.UnknownLoan(recall.loan());
    }
    end(pool, running, LentQuota.End.RECALLED, recall.author(), recall.reason());
    requote(pool);
    return new Outcome.QuotaRecalled(running.peak());
  }

  /// Has quota return whose time is over by now, be it lent by command or by the pool's own terms.
  void endDue(PoolState pool) {
    endAll(pool, loan -> !state.nowInstant().isBefore(loan.until()), LentQuota.End.EXPIRED);
    requote(pool);
  }

  /// Ends what has lost its ground, since the pool was changed: what is lent where quotas decide
  /// nothing any more or to or by those who are no members, and of what a member lends beyond its
  /// quota the newest. Who is guaranteed what, is not worked out anew.
  void endWhatLostItsGround(PoolState pool) {
    Pool.Terms terms = pool.pool.terms();
    endAll(
        pool,
        loan ->
            terms.sharing() != SharingPolicy.QUOTA
                || member(terms, loan.lender()).isEmpty()
                || member(terms, loan.borrower()).isEmpty(),
        LentQuota.End.POOL_CHANGED);
    for (QuotaLoans.Running running : pool.quotaLoans.all().reversed()) {
      if (free(state, pool, running.loan().lender()) < 0) {
        end(pool, running, LentQuota.End.POOL_CHANGED, "", "");
      }
    }
  }

  /// Ends all that is lent of a pool that is removed.
  void endAll(PoolState pool) {
    endAll(pool, _ -> true, LentQuota.End.POOL_CHANGED);
  }

  /// Ends all that is lent or borrowed at and below a scope that closes.
  void close(ScopePath path) {
    for (PoolState pool : state.pools.lending()) {
      if (endAll(pool, loan -> loan.concerns(path), LentQuota.End.SCOPE_CLOSED)) {
        requote(pool);
      }
    }
  }

  private Optional<Refusal> refusalOf(Command.LendQuota lend, PoolState pool) {
    Pool.Terms terms = pool.pool.terms();
    Instant now = state.nowInstant();
    if (member(terms, lend.from()).isEmpty()) {
      return at("/from", lend.from() + " is no member of pool " + lend.pool());
    }
    if (member(terms, lend.to()).isEmpty()) {
      return at("/to", lend.to() + " is no member of pool " + lend.pool());
    }
    if (lend.to().equals(lend.from())) {
      return at("/to", "a member lends to another, not to itself");
    }
    if (!lend.until().isAfter(now)) {
      return at("/until", "quota is lent until a later instant than now, " + now);
    }
    if (lend.until().isAfter(now.plus(LentQuota.TERM_MAX))) {
      return at(
          "/until", "quota is lent for at most " + LentQuota.TERM_MAX.toDays() + " days (P7)");
    }
    return pool.quotaLoans.countBy(lend.from()) >= LentQuota.PER_LENDER_MAX
        ? at("/from", "a member gives at most " + LentQuota.PER_LENDER_MAX + " loans at a time")
        : Optional.empty();
  }

  /// What a member of a pool could lend: what it neither lends nor holds of its own quota.
  static long lendable(EngineState state, PoolState pool, ScopePath member) {
    PoolShares shares = pool.shares;
    long held = shares == null ? 0 : shares.of(member).held;
    return Math.max(0, free(state, pool, member) - held);
  }

  /// What a member has of its own quota beyond what it lends; below zero where it lends more.
  private static long free(EngineState state, PoolState pool, ScopePath path) {
    return member(pool.pool.terms(), path)
        .map(member ->
            member.quota() - member.lentAt(state.nowInstant()) - pool.quotaLoans.lentBy(path))
        .orElse(0L);
  }

  private static Optional<Refusal> at(String pointer, String detail) {
    return Optional.of(Refusal.Invalid.at(pointer, detail));
  }

  private static Optional<Pool.Member> member(Pool.Terms terms, ScopePath path) {
    return terms.members().stream().filter(member -> member.path().equals(path)).findFirst();
  }

  private boolean endAll(PoolState pool, Predicate<LentQuota> which, LentQuota.End why) {
    List<QuotaLoans.Running> ending =
        pool.quotaLoans.all().stream().filter(each -> which.test(each.loan())).toList();
    ending.forEach(running -> end(pool, running, why, "", ""));
    return !ending.isEmpty();
  }

  private void end(
      PoolState pool, QuotaLoans.Running running, LentQuota.End why, String author, String reason) {
    LentQuota loan = running.loan();
    state.pools.endLoan(pool, loan.id());
    state.emit(new Event.QuotaReturned(loan.lender(), loan, why, running.peak(), author, reason));
  }

  private void requote(PoolState pool) {
    PoolShares shares = pool.shares;
    if (shares != null && shares.requote()) {
      waitingRoom.markSharing(pool);
    }
  }
}
