package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Quota of pools that is lent now (P7), and what is to be said of it at each scope. For the UI
/// thread only.
public final class LoanBoard {
  private final Desk desk;
  private final List<Runnable> listeners = new ArrayList<>();
  private List<LoanStatus> loans = List.of();
  private boolean asking;

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
      Instance asked = desk.instance();
      desk.calls().ask(() -> asked.lending().below(desk.home()), reply -> take(asked, reply));
    }
  }

  private void take(Instance asked, Reply<List<LoanStatus>> reply) {
    asking = false;
    if (!asked.equals(desk.instance())) {
      refresh(); // That was at another instant.
    } else if (reply instanceof Reply.Decided<List<LoanStatus>>(var now) && !now.equals(loans)) {
      loans = now;
      listeners.forEach(Runnable::run);
    }
  }

  /// What a scope itself lends and borrows, the oldest first in each pool.
  public List<LoanStatus> at(String address) {
    return loans.stream()
        .filter(status -> lends(status, address) || borrows(status, address))
        .toList();
  }

  /// The same in sentences, a line each; empty where it does neither.
  public String sentences(String address) {
    return at(address).stream()
        .map(status -> sentence(status, address))
        .collect(Collectors.joining("\n"));
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
