package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Quota of pools that is lent now (P7), and what is to be said of it at each scope. For the UI
/// thread only.
public final class LoanBoard {
  /// The terms of pools are asked for every fifth time: they change seldom.
  private static final int TERMS_EVERY = 5;

  private final Desk desk;
  private final List<Runnable> listeners = new ArrayList<>();
  private List<LoanStatus> loans = List.of();
  private List<TermLoan> terms = List.of();
  private boolean asking;
  private int asked;

  /// Nothing that is known yet.
  public LoanBoard(Desk desk) {
    this.desk = desk;
  }

  /// Who is told, besides others, when something else is lent or used.
  public void listen(Runnable told) {
    listeners.add(told);
  }

  /// Asks how things stand, unless what is shown is frozen or stale.
  public void refresh() {
    if (!asking && !desk.isPaused() && !desk.isStale()) {
      asking = true;
      boolean withTerms = asked % TERMS_EVERY == 0;
      asked++;
      Instance shown = desk.instance();
      ScopePath home = desk.home();
      desk.calls()
          .ask(
              () ->
                  new Answer(
                      shown.lending().below(home),
                      withTerms ? Optional.of(shown.pools()) : Optional.empty()),
              answer -> take(shown, answer));
    }
  }

  private record Answer(Reply<List<LoanStatus>> loans, Optional<Reply<List<PoolStatus>>> pools) {}

  private void take(Instance shown, Answer answer) {
    asking = false;
    if (!shown.equals(desk.instance())) {
      asked = 0;
      refresh(); // That was at another instant.
      return;
    }
    List<LoanStatus> lent =
        answer.loans instanceof Reply.Decided<List<LoanStatus>>(var now) ? now : loans;
    List<TermLoan> named =
        answer.pools.isPresent()
                && answer.pools.get() instanceof Reply.Decided<List<PoolStatus>>(var pools)
            ? TermLoan.of(pools)
            : terms;
    if (!lent.equals(loans) || !named.equals(terms)) {
      loans = lent;
      terms = named;
      listeners.forEach(Runnable::run);
    }
  }

  /// What a scope itself lends and borrows by command, the oldest first in each pool.
  public List<LoanStatus> at(String address) {
    return loans.stream()
        .filter(status -> lends(status, address) || borrows(status, address))
        .toList();
  }

  /// The same and what the terms of pools say, in sentences, a line each; empty where it does
  /// neither.
  public String sentences(String address) {
    return Stream.concat(
            at(address).stream().map(status -> sentence(status, address)),
            byTerms(address).stream())
        .collect(Collectors.joining("\n"));
  }

  /// What a scope itself lends and borrows by the terms of pools, in sentences.
  public List<String> byTerms(String address) {
    return terms.stream()
        .filter(term -> term.concerns(address, desk.now()))
        .map(term -> term.sentence(address, desk.now(), desk.zone()))
        .toList();
  }

  /// One of them in a sentence.
  public String sentence(LoanStatus status, String address) {
    LentQuota loan = status.loan();
    boolean lends = lends(status, address);
    return Wording.text(
        lends ? "loan.lends" : "loan.borrows",
        Figures.amountWithUnit(loan.type(), loan.amount()),
        loan.pool().value(),
        Phrases.scope(lends ? loan.borrower() : loan.lender()),
        Times.clock(desk.now(), loan.until(), desk.zone()),
        Figures.amount(loan.type(), status.used()),
        Figures.amount(loan.type(), loan.amount()));
  }

  private static boolean lends(LoanStatus status, String address) {
    return status.loan().lender().text().equals(address);
  }

  private static boolean borrows(LoanStatus status, String address) {
    return status.loan().borrower().text().equals(address);
  }
}
