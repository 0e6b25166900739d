package dev.headroom.wire.json;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertFlood;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.Severity;

/// Shapes of alerts.
public final class Alerts {
  /// How urgent an alert is.
  static final Shape<Severity> SEVERITY = Scalar.word(Severity.class);

  private static final Shape<AlertState> STATE = Scalar.word(AlertState.class);

  private static final Shape<Alert.Acknowledgement> ACKNOWLEDGEMENT =
      ObjectShape.of(
          "Acknowledgement",
          fields -> {
            var author = fields.required("author", Scalar.TEXT, Alert.Acknowledgement::author);
            var note = fields.required("note", Scalar.TEXT, Alert.Acknowledgement::note);
            var at = fields.required("at", Scalar.INSTANT, Alert.Acknowledgement::at);
            return in -> new Alert.Acknowledgement(in.get(author), in.get(note), in.get(at));
          });

  private static final Shape<Alert.Life> LIFE =
      ObjectShape.of(
          "AlertLife",
          fields -> {
            var state = fields.required("state", STATE, Alert.Life::state);
            var stands = fields.required("stands", Scalar.FLAG, Alert.Life::stands);
            var acknowledgement =
                fields.optional("acknowledgement", ACKNOWLEDGEMENT, Alert.Life::acknowledgement);
            var shelvedUntil =
                fields.optional("shelvedUntil", Scalar.INSTANT, Alert.Life::shelvedUntil);
            return in ->
                new Alert.Life(
                    in.get(state), in.get(stands), in.get(acknowledgement), in.get(shelvedUntil));
          });

  /// An alert.
  public static final ObjectShape<Alert> ALERT =
      ObjectShape.of(
          "Alert",
          fields -> {
            var constraint = fields.required("constraint", Names.CONSTRAINT, Alert::constraint);
            var type = fields.required("type", Names.TYPE, Alert::type);
            var percent = fields.required("percent", Scalar.INT, Alert::percent);
            var severity = fields.required("severity", SEVERITY, Alert::severity);
            var raisedAt = fields.required("raisedAt", Scalar.INSTANT, Alert::raisedAt);
            var repeats = fields.required("repeats", Scalar.INT, Alert::repeats);
            var used = fields.required("used", Scalar.LONG, Alert::used);
            var allowance = fields.required("allowance", Scalar.LONG, Alert::allowance);
            var life = fields.required("life", LIFE, Alert::life);
            var forecast = fields.optional("forecast", Forecasts.EXHAUSTION, Alert::forecast);
            fields.told("alertId", Names.ALERT_ID, Alert::ref);
            return in ->
                new Alert(
                    in.get(constraint),
                    in.get(type),
                    in.get(percent),
                    in.get(severity),
                    in.get(raisedAt),
                    in.get(repeats),
                    in.get(used),
                    in.get(allowance),
                    in.get(life),
                    in.get(forecast));
          });

  private static final Shape<AlertFlood> FLOOD =
      ObjectShape.of(
          "AlertFlood",
          fields -> {
            var parent = fields.required("parent", Names.PATH, AlertFlood::parent);
            var severity = fields.required("severity", SEVERITY, AlertFlood::severity);
            var newest = fields.required("newest", Scalar.INSTANT, AlertFlood::newest);
            var counts = fields.required("counts", Statuses.ALERT_COUNTS, AlertFlood::counts);
            return in ->
                new AlertFlood(in.get(parent), in.get(severity), in.get(newest), in.get(counts));
          });

  /// Alerts with floods folded.
  public static final ObjectShape<AlertOverview> OVERVIEW =
      ObjectShape.of(
          "AlertOverview",
          fields -> {
            var floods = fields.required("floods", FLOOD.listed(), AlertOverview::floods);
            var alerts = fields.required("alerts", ALERT.listed(), AlertOverview::alerts);
            return in -> new AlertOverview(in.get(floods), in.get(alerts));
          });

  private Alerts() {}
}
