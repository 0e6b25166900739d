package dev.headroom.client.remote;

import dev.headroom.client.QuotaLending;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Command;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Lendings;
import java.util.List;

/// How lending of quota is said to and asked of a server.
record RemoteLending(Calls calls) implements QuotaLending {
  @Override
  public Reply<Outcome.QuotaLent> lend(Command.LendQuota lend) {
    return calls.post(loans(lend.pool()), Lendings.LEND, lend, Lendings.LENT);
  }

  @Override
  public Reply<Outcome.QuotaRecalled> recall(Command.RecallQuota recall) {
    return calls.delete(
        calls
            .at(loans(recall.pool()) + "/" + recall.loan())
            .addQueryParameter("requestId", recall.id().value())
            .addQueryParameter("author", recall.author())
            .addQueryParameter("reason", recall.reason()),
        Lendings.RECALLED);
  }

  @Override
  public Reply<PoolLending> of(PoolId pool) {
    return calls.get(calls.at(loans(pool)), Lendings.POOL);
  }

  @Override
  public Reply<List<LoanStatus>> below(ScopePath scope) {
    return calls.get(calls.at("v1/loans").addQueryParameter("path", scope.text()), Answers.LOANS);
  }

  private static String loans(PoolId pool) {
    return "v1/pools/" + pool + "/loans";
  }
}
