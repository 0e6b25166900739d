package dev.headroom.console.viewmodel;

import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/// Quota that a member lends another by the terms of the pool itself (P7). It ends by its time, or
/// by a change of the pool.
///
/// @param lender the member that lends
record TermLoan(Pool pool, ScopePath lender, QuotaLoan loan) {
  /// All that the terms of pools name, also what has ended.
  static List<TermLoan> of(List<PoolStatus> pools) {
    return pools.stream()
        .map(PoolStatus::pool)
        .filter(pool -> pool.terms().sharing() == SharingPolicy.QUOTA)
        .flatMap(pool ->
            pool.terms().members().stream()
                .flatMap(member ->
                    member.loans().stream().map(loan -> new TermLoan(pool, member.path(), loan))))
        .toList();
  }

  /// Whether a scope itself lends or borrows it now.
  boolean concerns(String address, Instant now) {
    return loan.runs(now) && (lends(address) || loan.to().text().equals(address));
  }

  private boolean lends(String address) {
    return lender.text().equals(address);
  }

  /// What is to be said of it at one of the two.
  String sentence(String address, Instant now, ZoneId zone) {
    boolean lends = lends(address);
    return Wording.text(
        lends ? "loan.lends.terms" : "loan.borrows.terms",
        Figures.amountWithUnit(pool.type(), loan.amount()),
        pool.id().value(),
        Phrases.scope(lends ? loan.to() : lender),
        Times.clock(now, loan.until(), zone));
  }
}
