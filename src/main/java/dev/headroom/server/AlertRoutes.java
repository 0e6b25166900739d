package dev.headroom.server;

import dev.headroom.client.Reply;
import dev.headroom.client.json.AlertStates;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Alerts;
import dev.headroom.wire.json.Decisions;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Statuses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Alerts and what people do with them (T2).
final class AlertRoutes {
  private static final String ALL = "/v1/alerts";
  private static final String ONE = ALL + "/{alertId}";

  private static final Parameter<Set<AlertState>> STATE =
      Parameter.byDefault(
          "state",
          AlertStates.SHAPE,
          AlertStates.STANDING,
          "which alerts: states with commas between, STANDING, or ALL");

  private AlertRoutes() {}

  static List<Route<?, ?>> all() {
    return Stream.of(looking(), handling(), handlingOne()).flatMap(List::stream).toList();
  }

  private static List<Route<?, ?>> looking() {
    return List.of(
        Route.read(
            ALL,
            "Alerts at and below a scope, gravest first (T2)",
            List.of(Addresses.BELOW, STATE, Paging.LIMIT),
            new Route.Look<>(Page.of("AlertPage", "alerts", Alerts.ALERT), AlertRoutes::list)),
        Route.read(
            ALL + "/overview",
            "Alerts at and below a scope, floods folded (T2)",
            List.of(Addresses.BELOW, STATE),
            new Route.Look<>(Alerts.OVERVIEW, AlertRoutes::overview)),
        Route.read(
            ALL + "/shelvable",
            "How many alerts shelving a scope would hide now",
            List.of(Addresses.BELOW),
            new Route.Look<>(
                Statuses.ALERT_COUNTS,
                call ->
                    call.at(
                        call.get(Addresses.BELOW),
                        () -> call.instance().alerts().shelvable(call.get(Addresses.BELOW))))));
  }

  private static List<Route<?, ?>> handling() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/forecasts",
                Permission.HANDLE_ALERTS,
                "Say beforehand when constraints will run out, which gives alerts (T5)"),
            List.of(),
            Decisions.FORETELL,
            Effects.FORETOLD,
            (call, foretell) ->
                call.atAll(
                    foretell.foretold().stream().map(each -> each.constraint().path()).toList(),
                    () -> call.instance().foretell(foretell))),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + "/acknowledge",
                Permission.HANDLE_ALERTS,
                "Say that one knows of an alert (T2)"),
            List.of(),
            Decisions.ACKNOWLEDGE,
            Effects.ALERT_ACKNOWLEDGED,
            AlertRoutes::acknowledge),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + "/shelve",
                Permission.HANDLE_ALERTS,
                "Keep alerts out of sight for a while (T2)"),
            List.of(),
            Decisions.SHELVE,
            Effects.ALERTS_SHELVED,
            AlertRoutes::shelve),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + "/unshelve",
                Permission.HANDLE_ALERTS,
                "Bring shelved alerts back (T2)"),
            List.of(),
            Decisions.UNSHELVE,
            Effects.ALERTS_UNSHELVED,
            (call, unshelve) ->
                call.at(
                    place(unshelve.what()), () -> call.instance().alerts().unshelve(unshelve))));
  }

  private static List<Route<?, ?>> handlingOne() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST,
                ONE + "/acknowledge",
                Permission.HANDLE_ALERTS,
                "Say that one knows of this alert (T2)"),
            List.of(),
            Decisions.ACKNOWLEDGE_ONE,
            Effects.ALERT_ACKNOWLEDGED,
            AlertRoutes::acknowledge),
        Route.change(
            new Route.Where(
                Verb.POST,
                ONE + "/shelve",
                Permission.HANDLE_ALERTS,
                "Keep this alert out of sight for a while (T2)"),
            List.of(),
            Decisions.SHELVE_ONE,
            Effects.ALERTS_SHELVED,
            AlertRoutes::shelve));
  }

  private static Reply<Outcome.AlertAcknowledged> acknowledge(
      Call call, Command.AcknowledgeAlert acknowledge) {
    return call.at(
        acknowledge.alert().constraint().path(),
        () -> call.instance().alerts().acknowledge(acknowledge));
  }

  private static Reply<Outcome.AlertsShelved> shelve(Call call, Command.ShelveAlerts shelve) {
    return call.at(place(shelve.what()), () -> call.instance().alerts().shelve(shelve));
  }

  private static Reply<Page<Alert>> list(Call call) {
    ScopePath below = call.get(Addresses.BELOW);
    return call.at(
        below,
        () ->
            call.instance()
                .alerts()
                .in(below, call.get(STATE), call.get(Paging.LIMIT))
                .map(page -> new Page<>(page.alerts(), page.total(), Optional.empty())));
  }

  private static Reply<AlertOverview> overview(Call call) {
    return call.at(
        call.get(Addresses.BELOW),
        () -> call.instance().alerts().overview(call.get(Addresses.BELOW), call.get(STATE)));
  }

  private static ScopePath place(Command.Shelvable what) {
    return switch (what) {
      case Command.Shelvable.One(var alert) -> alert.constraint().path();
      case Command.Shelvable.Subtree(var path) -> path;
    };
  }
}
