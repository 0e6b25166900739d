package dev.headroom.wire.json;

import dev.headroom.model.Event;

/// What alerts go through, and what administrators change.
final class AdministrationEvents {
  private static final ObjectShape<Event.AlertRaised> ALERT_RAISED =
      ObjectShape.of(
          "AlertRaisedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.AlertRaised::path);
            var constraint =
                fields.required("constraint", Names.CONSTRAINT, Event.AlertRaised::constraint);
            var type = fields.required("type", Names.TYPE, Event.AlertRaised::type);
            var percent = fields.required("percent", Scalar.INT, Event.AlertRaised::percent);
            var severity =
                fields.required("severity", Alerts.SEVERITY, Event.AlertRaised::severity);
            var used = fields.required("used", Scalar.LONG, Event.AlertRaised::used);
            var allowance = fields.required("allowance", Scalar.LONG, Event.AlertRaised::allowance);
            var forecast =
                fields.optional("forecast", Forecasts.EXHAUSTION, Event.AlertRaised::forecast);
            return in ->
                new Event.AlertRaised(
                    in.get(path),
                    in.get(constraint),
                    in.get(type),
                    in.get(percent),
                    in.get(severity),
                    in.get(used),
                    in.get(allowance),
                    in.get(forecast));
          });

  private static final ObjectShape<Event.AlertCleared> ALERT_CLEARED =
      ObjectShape.of(
          "AlertClearedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.AlertCleared::path);
            var constraint =
                fields.required("constraint", Names.CONSTRAINT, Event.AlertCleared::constraint);
            var type = fields.required("type", Names.TYPE, Event.AlertCleared::type);
            var percent = fields.required("percent", Scalar.INT, Event.AlertCleared::percent);
            return in ->
                new Event.AlertCleared(
                    in.get(path), in.get(constraint), in.get(type), in.get(percent));
          });

  private static final ObjectShape<Event.AlertAcknowledged> ALERT_ACKNOWLEDGED =
      ObjectShape.of(
          "AlertAcknowledgedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.AlertAcknowledged::path);
            var alert = fields.required("alert", Names.ALERT, Event.AlertAcknowledged::alert);
            var author = fields.required("author", Scalar.TEXT, Event.AlertAcknowledged::author);
            var note = fields.required("note", Scalar.TEXT, Event.AlertAcknowledged::note);
            return in ->
                new Event.AlertAcknowledged(
                    in.get(path), in.get(alert), in.get(author), in.get(note));
          });

  private static final ObjectShape<Event.AlertReopened> ALERT_REOPENED =
      ObjectShape.of(
          "AlertReopenedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.AlertReopened::path);
            var alert = fields.required("alert", Names.ALERT, Event.AlertReopened::alert);
            return in -> new Event.AlertReopened(in.get(path), in.get(alert));
          });

  private static final ObjectShape<Event.AlertsShelved> ALERTS_SHELVED =
      ObjectShape.of(
          "AlertsShelvedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.AlertsShelved::path);
            var what = fields.required("what", Decisions.SHELVABLE, Event.AlertsShelved::what);
            var until = fields.required("until", Scalar.INSTANT, Event.AlertsShelved::until);
            var author = fields.required("author", Scalar.TEXT, Event.AlertsShelved::author);
            var reason = fields.required("reason", Scalar.TEXT, Event.AlertsShelved::reason);
            return in ->
                new Event.AlertsShelved(
                    in.get(path), in.get(what), in.get(until), in.get(author), in.get(reason));
          });

  private static final ObjectShape<Event.AlertsUnshelved> ALERTS_UNSHELVED =
      ObjectShape.of(
          "AlertsUnshelvedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.AlertsUnshelved::path);
            var what = fields.required("what", Decisions.SHELVABLE, Event.AlertsUnshelved::what);
            var author = fields.required("author", Scalar.TEXT, Event.AlertsUnshelved::author);
            return in -> new Event.AlertsUnshelved(in.get(path), in.get(what), in.get(author));
          });

  private static final ObjectShape<Event.StandingChanged> STANDING_CHANGED =
      ObjectShape.of(
          "StandingChangedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.StandingChanged::path);
            var constraint =
                fields.required("constraint", Names.CONSTRAINT, Event.StandingChanged::constraint);
            var type = fields.required("type", Names.TYPE, Event.StandingChanged::type);
            var standing =
                fields.required("standing", Statuses.STANDING, Event.StandingChanged::standing);
            var used = fields.required("used", Scalar.LONG, Event.StandingChanged::used);
            var allowance =
                fields.required("allowance", Scalar.LONG, Event.StandingChanged::allowance);
            return in ->
                new Event.StandingChanged(
                    in.get(path),
                    in.get(constraint),
                    in.get(type),
                    in.get(standing),
                    in.get(used),
                    in.get(allowance));
          });

  private static final ObjectShape<Event.ConfigChanged> CONFIG_CHANGED =
      ObjectShape.of(
          "ConfigChangedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ConfigChanged::path);
            var version = fields.required("version", Names.VERSION, Event.ConfigChanged::version);
            var changes =
                fields.required("changes", Changes.CHANGE.listed(), Event.ConfigChanged::changes);
            var author = fields.required("author", Scalar.TEXT, Event.ConfigChanged::author);
            var reason = fields.required("reason", Scalar.TEXT, Event.ConfigChanged::reason);
            return in ->
                new Event.ConfigChanged(
                    in.get(path), in.get(version), in.get(changes), in.get(author), in.get(reason));
          });

  private static final ObjectShape<Event.ToppedUp> TOPPED_UP =
      ObjectShape.of(
          "ToppedUpEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ToppedUp::path);
            var pool = fields.required("poolId", Names.POOL, Event.ToppedUp::pool);
            var amount = fields.required("amount", Scalar.LONG, Event.ToppedUp::amount);
            var author = fields.required("author", Scalar.TEXT, Event.ToppedUp::author);
            var reason = fields.required("reason", Scalar.TEXT, Event.ToppedUp::reason);
            return in ->
                new Event.ToppedUp(
                    in.get(path), in.get(pool), in.get(amount), in.get(author), in.get(reason));
          });

  private AdministrationEvents() {}

  /// Adds these kinds to others.
  static OneOf.Kinds<Event.Body> addTo(OneOf.Kinds<Event.Body> kinds) {
    return kinds
        .or("ALERT_RAISED", Event.AlertRaised.class, ALERT_RAISED)
        .or("ALERT_CLEARED", Event.AlertCleared.class, ALERT_CLEARED)
        .or("ALERT_ACKNOWLEDGED", Event.AlertAcknowledged.class, ALERT_ACKNOWLEDGED)
        .or("ALERT_REOPENED", Event.AlertReopened.class, ALERT_REOPENED)
        .or("ALERTS_SHELVED", Event.AlertsShelved.class, ALERTS_SHELVED)
        .or("ALERTS_UNSHELVED", Event.AlertsUnshelved.class, ALERTS_UNSHELVED)
        .or("STANDING_CHANGED", Event.StandingChanged.class, STANDING_CHANGED)
        .or("CONFIG_CHANGED", Event.ConfigChanged.class, CONFIG_CHANGED)
        .or("TOPPED_UP", Event.ToppedUp.class, TOPPED_UP);
  }
}
