package dev.headroom.client.embedded;

import dev.headroom.client.QuotaLending;
import dev.headroom.client.Reply;
import dev.headroom.model.Command;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.util.List;

/// Quota that members of the pools of a node lend each other.
record EmbeddedLending(Node node) implements QuotaLending {
  @Override
  public Reply<Outcome.QuotaLent> lend(Command.LendQuota lend) {
    return Decision.of(node, lend, Outcome.QuotaLent.class);
  }

  @Override
  public Reply<Outcome.QuotaRecalled> recall(Command.RecallQuota recall) {
    return Decision.of(node, recall, Outcome.QuotaRecalled.class);
  }

  @Override
  public Reply<PoolLending> of(PoolId pool) {
    return EmbeddedQueries.found(
        node.inspect((engine, _) -> engine.lending(pool)), new Refusal.UnknownPool(pool));
  }

  @Override
  public Reply<List<LoanStatus>> below(ScopePath scope) {
    return new Reply.Decided<>(node.inspect((engine, _) -> engine.loans(scope)));
  }
}
