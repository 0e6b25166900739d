package dev.headroom.engine.reference;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Quota that members lend each other by command (rule P7).
final class Quotas {
  private final World world;

  Quotas(World world) {
    this.world = world;
  }

  Answer lend(Command.LendQuota lend) {
    Stock stock = world.stocks.get(lend.pool());
    if (stock == null) {
      return new Refusal.UnknownPool(lend.pool());
    }
    Optional<Refusal> refusal = refusal(lend, stock);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    LentQuota loan =
        new LentQuota(
            new LoanId(world.said + 1),
            lend.pool(),
            stock.type(),
            lend.from(),
            lend.to(),
            lend.amount(),
            Instant.ofEpochMilli(world.now),
            lend.until(),
            lend.author(),
            lend.reason());
    world.lent.add(new Lent(loan, stock));
    world.say(new Event.QuotaLent(lend.from(), loan));
    world.gainByPolicy(stock);
    noteUse();
    return new Outcome.QuotaLent(loan.id());
  }

  private Optional<Refusal> refusal(Command.LendQuota lend, Stock stock) {
    Instant now = Instant.ofEpochMilli(world.now);
    if (stock.pool.terms().sharing() != SharingPolicy.QUOTA) {
      return invalid("/poolId");
    }
    if (member(stock, lend.from()).isEmpty()) {
      return invalid("/from");
    }
    if (member(stock, lend.to()).isEmpty() || lend.to().equals(lend.from())) {
      return invalid("/to");
    }
    if (!now.isBefore(lend.until()) || lend.until().isAfter(now.plus(Duration.ofDays(30)))) {
      return invalid("/until");
    }
    if (of(stock).filter(each -> each.loan.lender().equals(lend.from())).count() >= 16) {
      return invalid("/from");
    }
    long lendable =
        Math.max(0, left(stock, lend.from()) - world.sharing.held(stock, Optional.of(lend.from())));
    return lend.amount() > lendable
        ? Optional.of(new Refusal.NotLendable(lend.from(), lend.amount(), lendable))
        : Optional.empty();
  }

  private static Optional<Refusal> invalid(String pointer) {
    return Optional.of(Refusal.Invalid.at(pointer, "cannot be (P7)"));
  }

  Answer recall(Command.RecallQuota recall) {
    if (!world.stocks.containsKey(recall.pool())) {
      return new Refusal.UnknownPool(recall.pool());
    }
    for (Lent lent : world.lent) {
      if (lent.loan.id().equals(recall.loan()) && lent.loan.pool().equals(recall.pool())) {
        end(lent, LentQuota.End.RECALLED, recall.author(), recall.reason());
        noteUse();
        return new Outcome.QuotaRecalled(lent.peak);
      }
    }
    return new Refusal.UnknownLoan(recall.loan());
  }

  /// Ends what is over by now.
  void endDue(Stock stock) {
    endAll(
        each -> each.stock == stock && each.loan.until().toEpochMilli() <= world.now,
        LentQuota.End.EXPIRED);
  }

  /// Ends what cannot go on as the pool is now.
  void endWhatLostItsGround(Stock stock) {
    endAll(
        each ->
            each.stock == stock
                && (stock.pool.terms().sharing() != SharingPolicy.QUOTA
                    || member(stock, each.loan.lender()).isEmpty()
                    || member(stock, each.loan.borrower()).isEmpty()),
        LentQuota.End.POOL_CHANGED);
    for (Lent lent : of(stock).toList().reversed()) {
      if (left(stock, lent.loan.lender()) < 0) {
        end(lent, LentQuota.End.POOL_CHANGED, "", "");
      }
    }
    noteUse();
  }

  /// Ends all that is lent of a pool that is removed.
  void endAll(Stock stock) {
    endAll(each -> each.stock == stock, LentQuota.End.POOL_CHANGED);
  }

  /// Ends all that concerns a scope that closes, pool by pool.
  void close(ScopePath path) {
    for (Stock stock : List.copyOf(world.stocks.values())) {
      endAll(
          each ->
              each.stock == stock
                  && (each.loan.lender().isWithin(path) || each.loan.borrower().isWithin(path)),
          LentQuota.End.SCOPE_CLOSED);
    }
  }

  /// When a pool's quotas return.
  java.util.stream.LongStream ends(Stock stock) {
    return of(stock).mapToLong(each -> each.loan.until().toEpochMilli());
  }

  /// How much more, or less, a member is guaranteed by what is lent.
  long gained(Stock stock, ScopePath member) {
    return of(stock).mapToLong(each -> gained(each, member)).sum();
  }

  private static long gained(Lent lent, ScopePath member) {
    long borrowed = lent.loan.borrower().equals(member) ? lent.loan.amount() : 0;
    return borrowed - (lent.loan.lender().equals(member) ? lent.loan.amount() : 0);
  }

  /// Notes of every loan how much is used of it: of several to one member, of the oldest first.
  void noteUse() {
    world.lent.forEach(lent -> lent.peak = Math.max(lent.peak, used(lent)));
  }

  /// How much of a loan is used now.
  long used(Lent lent) {
    ScopePath borrower = lent.loan.borrower();
    long borrowed = 0;
    long older = 0;
    for (Lent other : of(lent.stock).toList()) {
      if (other.loan.borrower().equals(borrower)) {
        borrowed += other.loan.amount();
        older += other.loan.id().value() < lent.loan.id().value() ? other.loan.amount() : 0;
      }
    }
    Optional<ScopePath> member = Optional.of(borrower);
    long own = world.sharing.quota(lent.stock, member) - borrowed;
    long beyond = world.sharing.held(lent.stock, member) - own;
    return Math.clamp(beyond - older, 0, lent.loan.amount());
  }

  private java.util.stream.Stream<Lent> of(Stock stock) {
    return world.lent.stream().filter(each -> each.stock == stock);
  }

  /// What a member has of its own quota and does not lend.
  private long left(Stock stock, ScopePath path) {
    Pool.Member member = member(stock, path).orElseThrow();
    long byTerms =
        member.loans().stream()
            .filter(loan -> loan.until().toEpochMilli() > world.now)
            .mapToLong(QuotaLoan::amount)
            .sum();
    long byCommand =
        of(stock)
            .filter(each -> each.loan.lender().equals(path))
            .mapToLong(each -> each.loan.amount())
            .sum();
    return member.quota() - byTerms - byCommand;
  }

  private static Optional<Pool.Member> member(Stock stock, ScopePath path) {
    return stock.pool.terms().members().stream()
        .filter(each -> each.path().equals(path))
        .findFirst();
  }

  private void endAll(Predicate<Lent> which, LentQuota.End why) {
    List.copyOf(world.lent).stream().filter(which).forEach(lent -> end(lent, why, "", ""));
    noteUse();
  }

  private void end(Lent lent, LentQuota.End why, String author, String reason) {
    world.lent.remove(lent);
    world.say(
        new Event.QuotaReturned(lent.loan.lender(), lent.loan, why, lent.peak, author, reason));
    world.gainByPolicy(lent.stock);
  }
}
