package dev.headroom.client.embedded;

import dev.headroom.client.AlertHandling;
import dev.headroom.client.AlertPage;
import dev.headroom.client.Reply;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.node.Node;
import java.util.List;
import java.util.Set;

/// The alerts of a node.
record EmbeddedAlerts(Node node) implements AlertHandling {
  @Override
  public Reply<AlertPage> in(ScopePath below, Set<AlertState> states, int countMax) {
    List<Alert> alerts = node.inspect((engine, now) -> engine.alerts(below, states, now));
    return new Reply.Decided<>(
        new AlertPage(alerts.stream().limit(countMax).toList(), alerts.size()));
  }

  @Override
  public Reply<AlertOverview> overview(ScopePath below, Set<AlertState> states) {
    return new Reply.Decided<>(
        node.inspect((engine, now) -> engine.alertOverview(below, states, now)));
  }

  @Override
  public Reply<Outcome.AlertAcknowledged> acknowledge(Command.AcknowledgeAlert acknowledge) {
    return Decision.of(node, acknowledge, Outcome.AlertAcknowledged.class);
  }

  @Override
  public Reply<Outcome.AlertsShelved> shelve(Command.ShelveAlerts shelve) {
    return Decision.of(node, shelve, Outcome.AlertsShelved.class);
  }

  @Override
  public Reply<Outcome.AlertsUnshelved> unshelve(Command.UnshelveAlerts unshelve) {
    return Decision.of(node, unshelve, Outcome.AlertsUnshelved.class);
  }

  @Override
  public Reply<ScopeStatus.AlertCounts> shelvable(ScopePath below) {
    return new Reply.Decided<>(node.inspect((engine, now) -> engine.shelvable(below, now)));
  }
}
