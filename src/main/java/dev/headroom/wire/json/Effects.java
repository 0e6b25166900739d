package dev.headroom.wire.json;

import dev.headroom.model.Outcome;

/// Shapes of what became of what administrators decided.
public final class Effects {
  /// A scope was closed.
  public static final ObjectShape<Outcome.Closed> CLOSED =
      ObjectShape.of(
          "Closed",
          fields -> {
            var allocations =
                fields.required("allocations", Scalar.INT, Outcome.Closed::allocations);
            var waiters = fields.required("waiters", Scalar.INT, Outcome.Closed::waiters);
            return in -> new Outcome.Closed(in.get(allocations), in.get(waiters));
          });

  /// A change set was applied.
  public static final ObjectShape<Outcome.ConfigChanged> CONFIG_CHANGED =
      ObjectShape.of(
          "ConfigChanged",
          fields -> {
            var version = fields.required("version", Names.VERSION, Outcome.ConfigChanged::version);
            return in -> new Outcome.ConfigChanged(in.get(version));
          });

  /// A pool was topped up.
  public static final ObjectShape<Outcome.ToppedUp> TOPPED_UP =
      ObjectShape.of(
          "ToppedUp",
          fields -> {
            var available = fields.required("available", Scalar.LONG, Outcome.ToppedUp::available);
            return in -> new Outcome.ToppedUp(in.get(available));
          });

  /// A score was added.
  public static final ObjectShape<Outcome.ScoreReported> SCORE_REPORTED =
      ObjectShape.of(
          "ScoreReported",
          fields -> {
            var total = fields.required("total", Scalar.LONG, Outcome.ScoreReported::total);
            return in -> new Outcome.ScoreReported(in.get(total));
          });

  /// What a scope holds is kept.
  public static final ObjectShape<Outcome.CheckpointTaken> CHECKPOINT_TAKEN =
      ObjectShape.of(
          "CheckpointTaken",
          fields -> {
            var checkpoint =
                fields.required(
                    "checkpointId", Names.CHECKPOINT, Outcome.CheckpointTaken::checkpoint);
            var allocations =
                fields.required("allocations", Scalar.INT, Outcome.CheckpointTaken::allocations);
            return in -> new Outcome.CheckpointTaken(in.get(checkpoint), in.get(allocations));
          });

  /// A checkpoint is no more.
  public static final ObjectShape<Outcome.CheckpointForgotten> CHECKPOINT_FORGOTTEN =
      ObjectShape.of(
          "CheckpointForgotten",
          _ -> {
            return _ -> new Outcome.CheckpointForgotten();
          });

  /// An administrator's decision was carried out.
  public static final ObjectShape<Outcome.Resolved> RESOLVED =
      ObjectShape.of(
          "Resolved",
          fields -> {
            var conflict =
                fields.required("conflictId", Names.CONFLICT, Outcome.Resolved::conflict);
            var waits = fields.required("waits", Scalar.FLAG, Outcome.Resolved::waits);
            return in -> new Outcome.Resolved(in.get(conflict), in.get(waits));
          });

  /// An alert is acknowledged.
  public static final ObjectShape<Outcome.AlertAcknowledged> ALERT_ACKNOWLEDGED =
      ObjectShape.of(
          "AlertAcknowledged",
          _ -> {
            return _ -> new Outcome.AlertAcknowledged();
          });

  /// Alerts are shelved.
  public static final ObjectShape<Outcome.AlertsShelved> ALERTS_SHELVED =
      ObjectShape.of(
          "AlertsShelved",
          fields -> {
            var hidden = fields.required("hidden", Scalar.INT, Outcome.AlertsShelved::hidden);
            return in -> new Outcome.AlertsShelved(in.get(hidden));
          });

  /// What was foretold is known.
  public static final ObjectShape<Outcome.Foretold> FORETOLD =
      ObjectShape.of(
          "ForetoldOutcome",
          fields -> {
            var standing = fields.required("standing", Scalar.INT, Outcome.Foretold::standing);
            return in -> new Outcome.Foretold(in.get(standing));
          });

  /// Alerts are shelved no more.
  public static final ObjectShape<Outcome.AlertsUnshelved> ALERTS_UNSHELVED =
      ObjectShape.of(
          "AlertsUnshelved",
          fields -> {
            var shown = fields.required("shown", Scalar.INT, Outcome.AlertsUnshelved::shown);
            return in -> new Outcome.AlertsUnshelved(in.get(shown));
          });

  private static final Shape<Outcome.Restoration> RESTORATION =
      ObjectShape.of(
          "Restoration",
          fields -> {
            var then = fields.required("then", Names.ALLOCATION, Outcome.Restoration::then);
            var now = fields.optional("now", Names.ALLOCATION, Outcome.Restoration::now);
            var reserved =
                fields.required("reserved", Outcomes.LINE.listed(), Outcome.Restoration::reserved);
            var shortfalls =
                fields.required(
                    "denials", Outcomes.DENIAL.listed(), Outcome.Restoration::shortfalls);
            return in ->
                new Outcome.Restoration(
                    in.get(then), in.get(now), in.get(reserved), in.get(shortfalls));
          });

  private static final Shape<Outcome.Lacking> LACKING =
      ObjectShape.of(
          "Lacking",
          fields -> {
            var then = fields.required("then", Names.ALLOCATION, Outcome.Lacking::then);
            var denials =
                fields.required("denials", Outcomes.DENIAL.listed(), Outcome.Lacking::denials);
            return in -> new Outcome.Lacking(in.get(then), in.get(denials));
          });

  /// What became of a restore.
  public static final OneOf<Outcome.OfRestore> OF_RESTORE =
      OneOf.<Outcome.OfRestore>of("OfRestore", "status")
          .or(
              "RESTORED",
              Outcome.Restored.class,
              ObjectShape.of(
                  "Restored",
                  fields -> {
                    var allocations =
                        fields.required(
                            "allocations", RESTORATION.listed(), Outcome.Restored::allocations);
                    return in -> new Outcome.Restored(in.get(allocations));
                  }))
          .or(
              "DENIED",
              Outcome.NotRestored.class,
              ObjectShape.of(
                  "NotRestored",
                  fields -> {
                    var lacking =
                        fields.required("lacking", LACKING.listed(), Outcome.NotRestored::lacking);
                    return in -> new Outcome.NotRestored(in.get(lacking));
                  }))
          .all(Outcome.OfRestore.class);

  private Effects() {}
}
