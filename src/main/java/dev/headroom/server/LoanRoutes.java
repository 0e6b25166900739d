package dev.headroom.server;

import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Command;
import dev.headroom.model.LoanId;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Lendings;
import dev.headroom.wire.json.Names;
import java.util.List;
import java.util.Optional;

/// Quota that members of a pool lend each other (P7). Whoever may allocate for a member may lend
/// what is that member's and hand back what it borrows, also where the pool itself is above their
/// subtree and thus hidden from them; of other members they see what is lent to or by their own,
/// and nothing else.
final class LoanRoutes {
  private static final String LOANS = "/v1/pools/{poolId}/loans";

  private LoanRoutes() {}

  static List<Route<?, ?>> all() {
    return List.of(
        Route.read(
            "/v1/loans",
            "All quota that is lent or borrowed at and below a scope now (P7)",
            List.of(Addresses.BELOW),
            new Route.Look<>(
                Answers.LOANS,
                call ->
                    call.at(
                        call.get(Addresses.BELOW),
                        () -> call.instance().lending().below(call.get(Addresses.BELOW))))),
        Route.read(
            LOANS,
            "What the members of a pool lend each other now, and what each could lend (P7)",
            List.of(Addresses.POOL),
            new Route.Look<>(Lendings.POOL, call -> lending(call, call.get(Addresses.POOL)))),
        Route.change(
            new Route.Where(
                Verb.POST,
                LOANS,
                Permission.LEND,
                "Lend what is unused of a member's quota to another member, for a time (P7)"),
            List.of(),
            Lendings.LEND,
            Lendings.LENT,
            LoanRoutes::lend),
        Route.change(
            new Route.Where(
                Verb.DELETE,
                LOANS + "/{loanId}",
                Permission.LEND,
                "End a loan before its time: whoever lent it calls it back, whoever borrowed it"
                    + " hands it back (P7)"),
            List.of(
                Parameter.ofCommand("requestId", Names.REQUEST, "an id of the caller's own"),
                Parameter.ofCommand("author", Names.AUTHOR, "who"),
                Parameter.ofCommand("reason", Names.REASON, "why")),
            Lendings.RECALL,
            Lendings.RECALLED,
            LoanRoutes::recall));
  }

  private static Reply<PoolLending> lending(Call call, PoolId pool) {
    return call.instance()
        .lending()
        .of(pool)
        .then(lending ->
            call.seesAll() ? new Reply.Decided<>(lending) : visible(call, pool, lending));
  }

  private static Reply<PoolLending> visible(Call call, PoolId pool, PoolLending lending) {
    boolean owner =
        call.instance().pool(pool) instanceof Reply.Decided<?>(var status)
            && status instanceof dev.headroom.model.PoolStatus known
            && call.grant().covers(known.pool().path());
    PoolLending own = call.veil().over(lending);
    return owner || !own.members().isEmpty()
        ? new Reply.Decided<>(own)
        : new Reply.Refused<>(new Refusal.UnknownPool(pool));
  }

  private static Reply<Outcome.QuotaLent> lend(Call call, Command.LendQuota lend) {
    return call.at(
        lend.from(),
        () ->
            call.seesAll()
                ? call.instance().lending().lend(lend)
                : lending(call, lend.pool()).then(_ -> call.instance().lending().lend(lend)));
  }

  /// What has ended concerns nobody any more, so that the instance itself may answer: it knows
  /// whether this was asked before (A5).
  private static Reply<Outcome.QuotaRecalled> recall(Call call, Command.RecallQuota recall) {
    if (call.seesAll()) {
      return call.instance().lending().recall(recall);
    }
    return call.instance()
        .lending()
        .of(recall.pool())
        .then(lending -> {
          Optional<LoanStatus> running = running(lending, recall.loan());
          boolean hidden =
              running.filter(status -> !status.loan().concerns(call.grant().subtree())).isPresent();
          return hidden
              ? new Reply.Refused<>(new Refusal.UnknownLoan(recall.loan()))
              : running
                  .map(status ->
                      call.at(side(call, status), () -> call.instance().lending().recall(recall)))
                  .orElseGet(() -> call.instance().lending().recall(recall));
        });
  }

  /// Either side may end a loan: the caller is on one, or on none.
  private static ScopePath side(Call call, LoanStatus status) {
    boolean borrows = call.grant().covers(status.loan().borrower());
    return borrows ? status.loan().borrower() : status.loan().lender();
  }

  private static Optional<LoanStatus> running(PoolLending lending, LoanId loan) {
    return lending.loans().stream().filter(status -> status.loan().id().equals(loan)).findFirst();
  }
}
