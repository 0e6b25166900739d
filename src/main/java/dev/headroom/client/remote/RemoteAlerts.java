package dev.headroom.client.remote;

import dev.headroom.client.AlertHandling;
import dev.headroom.client.AlertPage;
import dev.headroom.client.Reply;
import dev.headroom.client.json.AlertStates;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.wire.json.Alerts;
import dev.headroom.wire.json.Decisions;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Shape;
import dev.headroom.wire.json.Statuses;
import java.util.List;
import java.util.Set;

/// How alerts are asked of a server.
record RemoteAlerts(Calls calls) implements AlertHandling {
  private static final Shape<Page<Alert>> PAGE = Page.of("AlertPage", "alerts", Alerts.ALERT);

  /// @param countMax as many as a page has come at most
  @Override
  public Reply<AlertPage> in(ScopePath below, Set<AlertState> states, int countMax) {
    if (states.isEmpty()) {
      return new Reply.Decided<>(new AlertPage(List.of(), 0));
    }
    int limit = Math.min(countMax, Listing.PAGE_MAX);
    return calls
        .get(
            calls
                .at("v1/alerts", below)
                .addQueryParameter("state", AlertStates.write(states))
                .addQueryParameter("limit", Integer.toString(limit)),
            PAGE)
        .map(page -> new AlertPage(page.items(), Math.toIntExact(page.total())));
  }

  @Override
  public Reply<AlertOverview> overview(ScopePath below, Set<AlertState> states) {
    return states.isEmpty()
        ? new Reply.Decided<>(new AlertOverview(List.of(), List.of()))
        : calls.get(
            calls
                .at("v1/alerts/overview", below)
                .addQueryParameter("state", AlertStates.write(states)),
            Alerts.OVERVIEW);
  }

  @Override
  public Reply<Outcome.AlertAcknowledged> acknowledge(Command.AcknowledgeAlert acknowledge) {
    return calls.post(
        "v1/alerts/acknowledge", Decisions.ACKNOWLEDGE, acknowledge, Effects.ALERT_ACKNOWLEDGED);
  }

  @Override
  public Reply<Outcome.AlertsShelved> shelve(Command.ShelveAlerts shelve) {
    return calls.post("v1/alerts/shelve", Decisions.SHELVE, shelve, Effects.ALERTS_SHELVED);
  }

  @Override
  public Reply<Outcome.AlertsUnshelved> unshelve(Command.UnshelveAlerts unshelve) {
    return calls.post("v1/alerts/unshelve", Decisions.UNSHELVE, unshelve, Effects.ALERTS_UNSHELVED);
  }

  @Override
  public Reply<ScopeStatus.AlertCounts> shelvable(ScopePath below) {
    return calls.get(calls.at("v1/alerts/shelvable", below), Statuses.ALERT_COUNTS);
  }
}
