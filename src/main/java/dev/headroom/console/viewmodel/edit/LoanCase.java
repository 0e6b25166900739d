package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.Command;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolLending;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What one scope lends and borrows of pools' quotas, calling it back, and lending more (P7). For
/// the UI thread only.
public final class LoanCase {
  private final Operator operator;
  private final LoanBoard board;
  private final ScopePath path;
  private final Attempt attempt;
  private Runnable listener = () -> {};
  private List<PoolLending> pools = List.of();
  private boolean known;

  /// What is filled in to lend something; places count from 0.
  ///
  /// @param pool which of [#pools()]
  /// @param lender which of [#members(int)]
  /// @param borrower the same
  /// @param amount as it was typed
  /// @param length for how long, as it was typed
  /// @param reason why
  public record Wish(
      int pool, int lender, int borrower, String amount, String length, String reason) {}

  /// @param board what is lent now
  /// @param address that of the scope
  public LoanCase(Operator operator, LoanBoard board, String address) {
    this.operator = operator;
    this.board = board;
    this.path = ScopePath.of(address);
    this.attempt = new Attempt(operator, this::told);
    refresh();
  }

  /// Who is told that something has changed.
  public void listen(Runnable told) {
    listener = told;
  }

  /// Asks how the pools stand of which the scope is a member, or that it owns.
  public void refresh() {
    operator.calls().ask(() -> ask(operator.instance(), path), this::take);
  }

  private static List<PoolLending> ask(Instance instance, ScopePath path) {
    return instance.pools() instanceof Reply.Decided<List<PoolStatus>>(var all)
        ? all.stream()
            .map(PoolStatus::pool)
            .filter(pool -> concerns(pool, path))
            .flatMap(pool -> lending(instance, pool).stream())
            .toList()
        : List.of();
  }

  private static boolean concerns(Pool pool, ScopePath path) {
    List<Pool.Member> members = pool.terms().members();
    return pool.terms().sharing() == SharingPolicy.QUOTA
        && members.size() > 1
        && (pool.path().equals(path)
            || members.stream().anyMatch(member -> member.path().equals(path)));
  }

  private static Optional<PoolLending> lending(Instance instance, Pool pool) {
    return instance.lending().of(pool.id()) instanceof Reply.Decided<PoolLending>(var lending)
        ? Optional.of(lending)
        : Optional.empty();
  }

  private void take(List<PoolLending> now) {
    if (!known || !now.equals(pools)) {
      known = true;
      pools = now;
      listener.run();
    }
  }

  private void told() {
    if (attempt.state() == Attempt.State.DONE) {
      board.refresh();
      refresh();
    }
    listener.run();
  }

  /// What was done last, and what came of it.
  public Attempt attempt() {
    return attempt;
  }

  /// What it lends and borrows now, in sentences.
  public List<String> loans() {
    return statuses().stream().map(status -> board.sentence(status, path.text())).toList();
  }

  /// What it lends and borrows by the terms of pools, in sentences; that ends by its time, or by a
  /// change of the pool.
  public String byTerms() {
    return String.join("\n", board.byTerms(path.text()));
  }

  private List<LoanStatus> statuses() {
    return board.at(path.text());
  }

  /// Whether one of [#loans()] is borrowed, so that it is handed back and not called back.
  public boolean isBorrowed(int index) {
    return statuses().get(index).loan().borrower().equals(path);
  }

  /// What calling back or handing back one of [#loans()] does, beforehand.
  public String recallPreview(int index) {
    LoanStatus status = statuses().get(index);
    LentQuota loan = status.loan();
    return Wording.text(
        "loan.recall.preview",
        Figures.amountWithUnit(loan.type(), loan.amount()),
        Phrases.scope(loan.lender()),
        Phrases.scope(loan.borrower()),
        Figures.amount(loan.type(), status.used()));
  }

  /// Calls back or hands back one of [#loans()], if a reason is given.
  public void recall(int index, String reason) {
    if (!reason.isBlank() && whyNot().isEmpty() && index < statuses().size()) {
      LentQuota loan = statuses().get(index).loan();
      var recall =
          new Command.RecallQuota(
              operator.newId(), loan.pool(), loan.id(), operator.name(), reason.strip());
      Instance instance = operator.instance();
      String done = isBorrowed(index) ? "loan.returned" : "loan.recalled";
      attempt.make(
          () -> instance.lending().recall(recall),
          outcome -> Wording.text(done, Figures.amount(loan.type(), outcome.peak())));
    }
  }

  /// Why nothing can be done now; empty where it can.
  public String whyNot() {
    return attempt.state() == Attempt.State.UNDERWAY
        ? Wording.text("attempt.underway")
        : operator.lock();
  }

  /// Of which pools something can be lent; none where the scope is a member of none that is shared
  /// by QUOTA.
  public List<String> pools() {
    return pools.stream().map(pool -> pool.pool() + " · " + Figures.name(pool.type())).toList();
  }

  /// Whether it is known yet of which.
  public boolean isKnown() {
    return known;
  }

  /// The members of a pool.
  public List<String> members(int pool) {
    return at(pool)
        .map(lending ->
            lending.members().stream().map(share -> Phrases.scope(share.path())).toList())
        .orElse(List.of());
  }

  /// Which member lends unless said otherwise: the scope itself, else the first.
  public int usualLender(int pool) {
    List<PoolLending.Share> members = at(pool).map(PoolLending::members).orElse(List.of());
    for (int index = 0; index < members.size(); index++) {
      if (members.get(index).path().equals(path)) {
        return index;
      }
    }
    return 0;
  }

  private Optional<PoolLending> at(int pool) {
    return pool >= 0 && pool < pools.size() ? Optional.of(pools.get(pool)) : Optional.empty();
  }

  private Optional<PoolLending.Share> share(int pool, int member) {
    return at(pool)
        .map(PoolLending::members)
        .filter(members -> member >= 0 && member < members.size())
        .map(members -> members.get(member));
  }

  /// How much the lender could lend now, in a sentence; empty where nobody is chosen.
  public String unused(Wish wish) {
    return at(wish.pool())
        .flatMap(pool ->
            share(wish.pool(), wish.lender())
                .map(share ->
                    Wording.text(
                        "loan.unused",
                        Figures.amountWithUnit(pool.type(), share.lendable()),
                        Figures.amount(pool.type(), share.quota()))))
        .orElse("");
  }

  /// Why it cannot be lent like that, in a sentence; empty where it can.
  public String problem(Wish wish) {
    Optional<PoolLending.Share> lender = share(wish.pool(), wish.lender());
    Optional<PoolLending> pool = at(wish.pool());
    if (pool.isEmpty() || lender.isEmpty()) {
      return Wording.text("loan.noPool");
    }
    if (share(wish.pool(), wish.borrower()).isEmpty() || wish.lender() == wish.borrower()) {
      return Wording.text("loan.toAnother");
    }
    Typed<Long> amount = Amounts.read(pool.get().type(), wish.amount());
    if (!amount.problem().isEmpty()) {
      return amount.problem();
    }
    if (amount.meaning().filter(meant -> meant >= 1).isEmpty()) {
      return Wording.text("loan.atLeastOne");
    }
    if (amount.meaning().filter(meant -> meant <= lender.get().lendable()).isEmpty()) {
      return Wording.text("loan.tooMuch", unused(wish));
    }
    return lengthProblem(wish.length());
  }

  private static String lengthProblem(String length) {
    Typed<Duration> read = Spans.read(length);
    boolean fits =
        read.meaning()
            .filter(span -> !span.isZero() && span.compareTo(LentQuota.TERM_MAX) <= 0)
            .isPresent();
    return read.problem().isEmpty() && !fits
        ? Wording.text("loan.length", LentQuota.TERM_MAX.toDays())
        : read.problem();
  }

  /// What it would do, in a sentence; empty where it cannot be.
  public String preview(Wish wish) {
    Optional<PoolLending> pool = at(wish.pool()).filter(_ -> problem(wish).isEmpty());
    Optional<PoolLending.Share> lender = share(wish.pool(), wish.lender());
    Optional<PoolLending.Share> borrower = share(wish.pool(), wish.borrower());
    if (pool.isEmpty() || lender.isEmpty() || borrower.isEmpty()) {
      return "";
    }
    long amount = Amounts.read(pool.get().type(), wish.amount()).meaning().orElse(0L);
    return Wording.text(
        "loan.preview",
        Phrases.scope(borrower.get().path()),
        Figures.amountWithUnit(pool.get().type(), guaranteed(borrower.get()) + amount),
        Phrases.scope(lender.get().path()),
        Figures.amountWithUnit(pool.get().type(), guaranteed(lender.get()) - amount));
  }

  private static long guaranteed(PoolLending.Share share) {
    return share.quota() - share.lent() + share.borrowed();
  }

  /// Lends, if everything is filled in.
  public void lend(Wish wish) {
    Optional<PoolLending> pool = at(wish.pool());
    if (pool.isEmpty()
        || !problem(wish).isEmpty()
        || wish.reason().isBlank()
        || !whyNot().isEmpty()) {
      return;
    }
    List<PoolLending.Share> members = pool.get().members();
    Duration length = Spans.read(wish.length()).meaning().orElse(Duration.ZERO);
    var lend =
        new Command.LendQuota(
            operator.newId(),
            pool.get().pool(),
            members.get(wish.lender()).path(),
            members.get(wish.borrower()).path(),
            Amounts.read(pool.get().type(), wish.amount()).meaning().orElse(0L),
            operator.now().plus(length),
            operator.name(),
            wish.reason().strip());
    Instance instance = operator.instance();
    attempt.make(
        () -> instance.lending().lend(lend), outcome -> Wording.text("loan.lent", outcome.loan()));
  }
}
