package dev.headroom.wire.json;

import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import java.util.List;

/// What allocations go through.
final class AllocationEvents {
  private static final ObjectShape<Event.Granted> GRANTED =
      ObjectShape.of(
          "GrantedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Granted::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Granted::allocation);
            var lines = fields.required("lines", Outcomes.LINE.listed(), Event.Granted::lines);
            var expiresAt = fields.required("expiresAt", Scalar.INSTANT, Event.Granted::expiresAt);
            var waitedMillis =
                fields.required("waitedMillis", Scalar.LONG, Event.Granted::waitedMillis);
            var denials =
                fields.byDefault(
                    "denials", Outcomes.DENIAL.listed(), List.of(), Event.Granted::shortfalls);
            return in ->
                new Event.Granted(
                    in.get(path),
                    in.get(allocation),
                    in.get(lines),
                    in.get(expiresAt),
                    in.get(waitedMillis),
                    in.get(denials));
          });

  private static final ObjectShape<Event.Used> USED =
      ObjectShape.of(
          "UsedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Used::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Used::allocation);
            var type = fields.required("type", Names.TYPE, Event.Used::type);
            var amount = fields.required("amount", Scalar.LONG, Event.Used::amount);
            var beyond = fields.required("beyond", Scalar.LONG, Event.Used::beyond);
            var cost = fields.required("cost", Scalar.MONEY, Event.Used::cost);
            var category = fields.required("category", Scalar.TEXT, Event.Used::category);
            var overageCharge =
                fields.required("overageCharge", Scalar.MONEY, Event.Used::overageCharge);
            return in ->
                new Event.Used(
                    in.get(path),
                    in.get(allocation),
                    in.get(type),
                    in.get(amount),
                    in.get(beyond),
                    in.get(cost),
                    in.get(category),
                    in.get(overageCharge));
          });

  private static final ObjectShape<Event.Ended> ENDED =
      ObjectShape.of(
          "EndedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Ended::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Ended::allocation);
            var cause = fields.required("cause", Scalar.word(EndCause.class), Event.Ended::cause);
            var returned =
                fields.required("returned", Outcomes.LINE.listed(), Event.Ended::returned);
            return in ->
                new Event.Ended(in.get(path), in.get(allocation), in.get(cause), in.get(returned));
          });

  private static final ObjectShape<Event.Renewed> RENEWED =
      ObjectShape.of(
          "RenewedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Renewed::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Renewed::allocation);
            var expiresAt = fields.required("expiresAt", Scalar.INSTANT, Event.Renewed::expiresAt);
            return in -> new Event.Renewed(in.get(path), in.get(allocation), in.get(expiresAt));
          });

  private static final ObjectShape<Event.Resized> RESIZED =
      ObjectShape.of(
          "ResizedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Resized::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Resized::allocation);
            var type = fields.required("type", Names.TYPE, Event.Resized::type);
            var difference = fields.required("difference", Scalar.LONG, Event.Resized::difference);
            return in ->
                new Event.Resized(
                    in.get(path), in.get(allocation), in.get(type), in.get(difference));
          });

  private static final ObjectShape<Event.CheckpointTaken> CHECKPOINT_TAKEN =
      ObjectShape.of(
          "CheckpointTakenEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.CheckpointTaken::path);
            var checkpoint =
                fields.required(
                    "checkpointId", Names.CHECKPOINT, Event.CheckpointTaken::checkpoint);
            var allocations =
                fields.required("allocations", Scalar.INT, Event.CheckpointTaken::allocations);
            return in ->
                new Event.CheckpointTaken(in.get(path), in.get(checkpoint), in.get(allocations));
          });

  private static final ObjectShape<Event.CheckpointRestored> CHECKPOINT_RESTORED =
      ObjectShape.of(
          "CheckpointRestoredEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.CheckpointRestored::path);
            var checkpoint =
                fields.required(
                    "checkpointId", Names.CHECKPOINT, Event.CheckpointRestored::checkpoint);
            var reserved =
                fields.required("reserved", Scalar.INT, Event.CheckpointRestored::reserved);
            var lacking = fields.required("lacking", Scalar.INT, Event.CheckpointRestored::lacking);
            return in ->
                new Event.CheckpointRestored(
                    in.get(path), in.get(checkpoint), in.get(reserved), in.get(lacking));
          });

  private static final ObjectShape<Event.CheckpointForgotten> CHECKPOINT_FORGOTTEN =
      ObjectShape.of(
          "CheckpointForgottenEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.CheckpointForgotten::path);
            var checkpoint =
                fields.required(
                    "checkpointId", Names.CHECKPOINT, Event.CheckpointForgotten::checkpoint);
            return in -> new Event.CheckpointForgotten(in.get(path), in.get(checkpoint));
          });

  private static final ObjectShape<Event.Exhausted> EXHAUSTED =
      ObjectShape.of(
          "ExhaustedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.Exhausted::path);
            var allocation =
                fields.required("allocationId", Names.ALLOCATION, Event.Exhausted::allocation);
            var type = fields.required("type", Names.TYPE, Event.Exhausted::type);
            return in -> new Event.Exhausted(in.get(path), in.get(allocation), in.get(type));
          });

  private static final ObjectShape<Event.ScopeClosed> SCOPE_CLOSED =
      ObjectShape.of(
          "ScopeClosedEvent",
          fields -> {
            var path = fields.required("path", Names.PATH, Event.ScopeClosed::path);
            return in -> new Event.ScopeClosed(in.get(path));
          });

  private AllocationEvents() {}

  /// Adds these kinds to others.
  static OneOf.Kinds<Event.Body> addTo(OneOf.Kinds<Event.Body> kinds) {
    return kinds
        .or("GRANTED", Event.Granted.class, GRANTED)
        .or("USED", Event.Used.class, USED)
        .or("ENDED", Event.Ended.class, ENDED)
        .or("RENEWED", Event.Renewed.class, RENEWED)
        .or("RESIZED", Event.Resized.class, RESIZED)
        .or("CHECKPOINT_TAKEN", Event.CheckpointTaken.class, CHECKPOINT_TAKEN)
        .or("CHECKPOINT_RESTORED", Event.CheckpointRestored.class, CHECKPOINT_RESTORED)
        .or("CHECKPOINT_FORGOTTEN", Event.CheckpointForgotten.class, CHECKPOINT_FORGOTTEN)
        .or("EXHAUSTED", Event.Exhausted.class, EXHAUSTED)
        .or("SCOPE_CLOSED", Event.ScopeClosed.class, SCOPE_CLOSED);
  }
}
