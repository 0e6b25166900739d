package dev.headroom.engine;

import dev.headroom.model.LoanStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolLending;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.util.ArrayList;
import java.util.List;

/// Looks at what members of pools have lent each other by command, and what they could lend (rule
/// P7), changing nothing.
final class LendingLook {
  private LendingLook() {}

  /// How the members of a pool stand.
  static PoolLending of(EngineState state, PoolState pool) {
    Pool.Terms terms = pool.pool.terms();
    List<PoolLending.Share> members = new ArrayList<>();
    if (terms.sharing() == SharingPolicy.QUOTA) {
      terms.members().forEach(member -> members.add(share(state, pool, member)));
    }
    return new PoolLending(pool.pool.id(), pool.pool.type(), members, loans(pool));
  }

  /// All that is lent or borrowed at and below a scope, by pool, then the oldest first.
  static List<LoanStatus> loans(EngineState state, ScopePath below) {
    return state.pools.lending().stream()
        .flatMap(pool -> loans(pool).stream())
        .filter(status -> status.loan().concerns(below))
        .toList();
  }

  private static PoolLending.Share share(EngineState state, PoolState pool, Pool.Member member) {
    PoolShares shares = pool.shares;
    ScopePath path = member.path();
    long borrowed =
        pool.pool.terms().members().stream()
            .flatMap(lender -> lender.loans().stream())
            .filter(loan -> loan.to().equals(path) && loan.runs(state.nowInstant()))
            .mapToLong(dev.headroom.model.QuotaLoan::amount)
            .sum();
    return new PoolLending.Share(
        path,
        member.quota(),
        member.lentAt(state.nowInstant()) + pool.quotaLoans.lentBy(path),
        borrowed + pool.quotaLoans.borrowedBy(path),
        shares == null ? 0 : shares.of(path).held,
        QuotaRules.lendable(state, pool, path));
  }

  private static List<LoanStatus> loans(PoolState pool) {
    PoolShares shares = pool.shares;
    return pool.quotaLoans.all().stream()
        .map(QuotaLoans.Running::loan)
        .flatMap(loan ->
            shares == null
                ? java.util.stream.Stream.<LoanStatus>empty()
                : pool.quotaLoans.uses(shares.of(loan.borrower())).stream()
                    .filter(status -> status.loan().id().equals(loan.id())))
        .toList();
  }
}
