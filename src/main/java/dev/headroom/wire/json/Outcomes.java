package dev.headroom.wire.json;

import dev.headroom.model.ConflictId;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Shapes of what the engine decides. A denial is a decision.
public final class Outcomes {
  /// One line as it was granted.
  public static final Shape<GrantedLine> LINE =
      ObjectShape.of(
          "GrantedLine",
          fields -> {
            var type = fields.required("type", Names.TYPE, GrantedLine::type);
            var requested = fields.required("requested", Scalar.LONG, GrantedLine::requested);
            var granted = fields.required("granted", Scalar.LONG, GrantedLine::granted);
            var flags = fields.byDefault("flags", flags(), List.of(), GrantedLine::flags);
            return in ->
                new GrantedLine(in.get(type), in.get(requested), in.get(granted), in.get(flags));
          });

  /// Why one line could not be granted as asked.
  public static final Shape<Denial> DENIAL =
      ObjectShape.of(
          "Denial",
          fields -> {
            var type = fields.required("type", Names.TYPE, Denial::type);
            var requested = fields.required("requested", Scalar.LONG, Denial::requested);
            var headroom =
                fields.required(
                    "headroom",
                    Scalar.LONG,
                    denial -> Disguise.current().headroom(denial.binding(), denial.headroom()));
            var binding = fields.required("binding", Names.CONSTRAINT, Denial::binding);
            var reason =
                fields.required("reason", Scalar.word(Denial.Reason.class), Denial::reason);
            return in ->
                new Denial(
                    in.get(type),
                    in.get(requested),
                    in.get(headroom),
                    in.get(binding),
                    in.get(reason));
          });

  /// The four outcomes of a request (A4).
  public static final OneOf<Outcome.Allocated> ALLOCATED =
      OneOf.<Outcome.Allocated>of("Allocated", "status")
          .or("GRANTED", Outcome.Granted.class, ObjectShape.of("Granted", Outcomes::granted))
          .or("PARTIAL", Outcome.Partial.class, ObjectShape.of("Partial", Outcomes::partial))
          .or("QUEUED", Outcome.Queued.class, ObjectShape.of("Queued", Outcomes::queued))
          .or("DENIED", Outcome.Denied.class, ObjectShape.of("Denied", Outcomes::denied))
          .all(Outcome.Allocated.class);

  /// Usage was recorded.
  public static final ObjectShape<Outcome.Used> USED =
      ObjectShape.of(
          "Used",
          fields -> {
            var consumed = fields.required("consumed", Scalar.LONG, Outcome.Used::consumed);
            var remaining = fields.required("remaining", Scalar.LONG, Outcome.Used::remaining);
            var exhausted = fields.required("exhausted", Scalar.FLAG, Outcome.Used::exhausted);
            var cost = fields.required("cost", Scalar.MONEY, Outcome.Used::cost);
            var charge =
                fields.byDefault(
                    "overageCharge", Scalar.MONEY, Money.ZERO, Outcome.Used::overageCharge);
            return in ->
                new Outcome.Used(
                    in.get(consumed),
                    in.get(remaining),
                    in.get(exhausted),
                    in.get(cost),
                    in.get(charge));
          });

  /// An allocation has ended.
  public static final ObjectShape<Outcome.Released> RELEASED =
      ObjectShape.of(
          "Released",
          fields -> {
            var returned = fields.required("returned", LINE.listed(), Outcome.Released::returned);
            return in -> new Outcome.Released(in.get(returned));
          });

  /// An allocation has a new expiry.
  public static final ObjectShape<Outcome.Renewed> RENEWED =
      ObjectShape.of(
          "Renewed",
          fields -> {
            var until = fields.required("expiresAt", Scalar.INSTANT, Outcome.Renewed::expiresAt);
            return in -> new Outcome.Renewed(in.get(until));
          });

  /// A line was resized, or could not be.
  public static final OneOf<Outcome.Resized> RESIZED =
      OneOf.<Outcome.Resized>of("Resized", "status")
          .or(
              "RESIZED",
              Outcome.ResizedTo.class,
              ObjectShape.of(
                  "ResizedTo",
                  fields -> {
                    var reserved =
                        fields.required("reserved", Scalar.LONG, Outcome.ResizedTo::reserved);
                    var flags =
                        fields.byDefault("flags", flags(), List.of(), Outcome.ResizedTo::flags);
                    return in -> new Outcome.ResizedTo(in.get(reserved), in.get(flags));
                  }))
          .or(
              "DENIED",
              Outcome.NotResized.class,
              ObjectShape.of(
                  "NotResized",
                  fields -> {
                    var denial = fields.required("denial", DENIAL, Outcome.NotResized::denial);
                    return in -> new Outcome.NotResized(in.get(denial));
                  }))
          .all(Outcome.Resized.class);

  private static final Shape<Outcome.Failing> FAILING =
      ObjectShape.of(
          "FailingRequest",
          fields -> {
            var index = fields.required("index", Scalar.INT, Outcome.Failing::index);
            var denials = fields.required("denials", DENIAL.listed(), Outcome.Failing::denials);
            return in -> new Outcome.Failing(in.get(index), in.get(denials));
          });

  /// Every request of a batch has an answer of its own.
  public static final ObjectShape<Outcome.Batched> BATCHED =
      ObjectShape.of(
          "Batched",
          fields -> {
            var results =
                fields.required("results", new BatchedAnswer().listed(), Outcome.Batched::answers);
            return in -> new Outcome.Batched(in.get(results));
          });

  /// What became of a batch (A6).
  public static final OneOf<Outcome.OfBatch> OF_BATCH =
      OneOf.<Outcome.OfBatch>of("OfBatch", "status")
          .or("DECIDED", Outcome.Batched.class, BATCHED)
          .or(
              "DENIED",
              Outcome.BatchDenied.class,
              ObjectShape.of(
                  "BatchDenied",
                  fields -> {
                    var failing =
                        fields.required("failing", FAILING.listed(), Outcome.BatchDenied::failing);
                    return in -> new Outcome.BatchDenied(in.get(failing));
                  }))
          .all(Outcome.OfBatch.class);

  private Outcomes() {}

  static Shape<List<GrantedLine.Flag>> flags() {
    return Scalar.word(GrantedLine.Flag.class).listed();
  }

  private static Function<ObjectShape.Values, Outcome.Granted> granted(
      Fields<Outcome.Granted> fields) {
    var allocation = fields.required("allocationId", Names.ALLOCATION, Outcome.Granted::allocation);
    var until = fields.required("expiresAt", Scalar.INSTANT, Outcome.Granted::expiresAt);
    var lines = fields.required("lines", LINE.listed(), Outcome.Granted::lines);
    return in -> new Outcome.Granted(in.get(allocation), in.get(until), in.get(lines));
  }

  private static Function<ObjectShape.Values, Outcome.Partial> partial(
      Fields<Outcome.Partial> fields) {
    var allocation = fields.required("allocationId", Names.ALLOCATION, Outcome.Partial::allocation);
    var until = fields.required("expiresAt", Scalar.INSTANT, Outcome.Partial::expiresAt);
    var lines = fields.required("lines", BoundLine.SHAPE.listed(), BoundLine::of);
    var denials = fields.required("denials", DENIAL.listed(), Outcome.Partial::shortfalls);
    return in ->
        new Outcome.Partial(
            in.get(allocation),
            in.get(until),
            in.get(lines).stream().map(BoundLine::line).toList(),
            in.get(denials));
  }

  private static Function<ObjectShape.Values, Outcome.Queued> queued(
      Fields<Outcome.Queued> fields) {
    var allocation = fields.required("allocationId", Names.ALLOCATION, Outcome.Queued::allocation);
    var queue = fields.required("queue", ObjectShape.of("Queue", Outcomes::queue), Queue::of);
    return in -> {
      Queue at = in.get(queue);
      return new Outcome.Queued(
          in.get(allocation), at.conflict, at.constraint, at.position, at.waitsUntil);
    };
  }

  private static Function<ObjectShape.Values, Outcome.Denied> denied(
      Fields<Outcome.Denied> fields) {
    var denials = fields.required("denials", DENIAL.listed(), Outcome.Denied::denials);
    return in -> new Outcome.Denied(in.get(denials));
  }

  /// Where a request waits.
  private record Queue(
      ConflictId conflict, ConstraintRef constraint, int position, Instant waitsUntil) {
    static Queue of(Outcome.Queued queued) {
      return new Queue(queued.conflict(), queued.at(), queued.position(), queued.waitsUntil());
    }
  }

  private static Function<ObjectShape.Values, Queue> queue(Fields<Queue> fields) {
    var conflict = fields.required("conflictId", Names.CONFLICT, Queue::conflict);
    var constraint = fields.required("constraint", Names.CONSTRAINT, Queue::constraint);
    var position = fields.required("position", Scalar.INT, Queue::position);
    var until = fields.required("waitsUntil", Scalar.INSTANT, Queue::waitsUntil);
    return in -> new Queue(in.get(conflict), in.get(constraint), in.get(position), in.get(until));
  }
}
