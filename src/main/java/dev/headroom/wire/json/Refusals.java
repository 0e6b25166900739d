package dev.headroom.wire.json;

import dev.headroom.model.Refusal;
import java.util.function.Function;

/// Refusals as problem documents (RFC 9457): `type` says which it is, `detail` what happened, and
/// further members with what it is about. No two refusals share a type, nor does any share one with
/// what was not even understood.
public final class Refusals {
  /// The status with which HTTP says that something is [#UNREADABLE].
  public static final int UNREADABLE_STATUS = 400;

  private static final String URN = "urn:headroom:";

  private static final Shape<Refusal.Problem> PROBLEM =
      ObjectShape.of(
          "InvalidMember",
          fields -> {
            var pointer = fields.required("pointer", Scalar.TEXT, Refusal.Problem::pointer);
            var detail = fields.required("detail", Scalar.TEXT, Refusal.Problem::detail);
            return in -> new Refusal.Problem(in.get(pointer), in.get(detail));
          });

  /// Every refusal there is.
  public static final OneOf<Refusal> REFUSAL =
      ofMore(ofCallers(ofUnknown(ofThings(OneOf.<Refusal>of("Problem", "type")))))
          .all(Refusal.class);

  /// What could not be understood, so that no engine was asked. To whoever asked, it is what an
  /// engine would say to the same.
  public static final OneOf<Refusal.Invalid> UNREADABLE =
      OneOf.<Refusal.Invalid>of("UnreadableProblem", "type")
          .or(
              URN + "invalid",
              Refusal.Invalid.class,
              problem(
                  _ -> UNREADABLE_STATUS,
                  only(
                      "errors", PROBLEM.listed(), Refusal.Invalid::new, Refusal.Invalid::problems)))
          .all(Refusal.Invalid.class);

  private Refusals() {}

  /// The status with which HTTP says it.
  public static int status(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotAllowed _ -> 403;
      case Refusal.UnknownAllocation _,
          Refusal.UnknownScope _,
          Refusal.UnknownPool _,
          Refusal.UnknownConflict _,
          Refusal.UnknownAlert _,
          Refusal.UnknownCheckpoint _,
          Refusal.UnknownLoan _,
          Refusal.NotWaiting _ ->
          404;
      case Refusal.RequestIdConflict _, Refusal.StaleVersion _ -> 409;
      case Refusal.Invalid _,
          Refusal.TooLate _,
          Refusal.StillWaiting _,
          Refusal.NoSuchLine _,
          Refusal.TooManyAllocations _,
          Refusal.TooManyCheckpoints _,
          Refusal.NotLendable _ ->
          422;
      case Refusal.ReadOnly _ -> 503;
    };
  }

  private static String title(int status) {
    return switch (status) {
      case UNREADABLE_STATUS -> "The request is not valid";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 409 -> "Contradicts what was said before";
      case 422 -> "Against a rule";
      default -> "Nothing can be changed now";
    };
  }

  /// About one thing that the instance has or lacks.
  private static OneOf.Kinds<Refusal> ofThings(OneOf.Kinds<Refusal> kinds) {
    return kinds
        .or(
            URN + "unknown-allocation",
            Refusal.UnknownAllocation.class,
            about(
                "allocationId",
                Names.ALLOCATION,
                Refusal.UnknownAllocation::new,
                Refusal.UnknownAllocation::allocation))
        .or(
            URN + "too-late",
            Refusal.TooLate.class,
            about(
                "allocationId",
                Names.ALLOCATION,
                Refusal.TooLate::new,
                Refusal.TooLate::allocation))
        .or(
            URN + "still-waiting",
            Refusal.StillWaiting.class,
            about(
                "allocationId",
                Names.ALLOCATION,
                Refusal.StillWaiting::new,
                Refusal.StillWaiting::allocation))
        .or(
            URN + "not-waiting",
            Refusal.NotWaiting.class,
            about(
                "allocationId",
                Names.ALLOCATION,
                Refusal.NotWaiting::new,
                Refusal.NotWaiting::allocation));
  }

  /// About a name that the instance does not know.
  private static OneOf.Kinds<Refusal> ofUnknown(OneOf.Kinds<Refusal> kinds) {
    return kinds
        .or(
            URN + "unknown-scope",
            Refusal.UnknownScope.class,
            about("path", Names.PATH, Refusal.UnknownScope::new, Refusal.UnknownScope::path))
        .or(
            URN + "unknown-pool",
            Refusal.UnknownPool.class,
            about("poolId", Names.POOL, Refusal.UnknownPool::new, Refusal.UnknownPool::pool))
        .or(
            URN + "unknown-conflict",
            Refusal.UnknownConflict.class,
            about(
                "conflictId",
                Names.CONFLICT,
                Refusal.UnknownConflict::new,
                Refusal.UnknownConflict::conflict))
        .or(
            URN + "unknown-alert",
            Refusal.UnknownAlert.class,
            about("alert", Names.ALERT, Refusal.UnknownAlert::new, Refusal.UnknownAlert::alert))
        .or(
            URN + "unknown-loan",
            Refusal.UnknownLoan.class,
            about("loanId", Names.LOAN, Refusal.UnknownLoan::new, Refusal.UnknownLoan::loan))
        .or(
            URN + "unknown-checkpoint",
            Refusal.UnknownCheckpoint.class,
            about(
                "checkpointId",
                Names.CHECKPOINT,
                Refusal.UnknownCheckpoint::new,
                Refusal.UnknownCheckpoint::checkpoint));
  }

  /// About the caller, the request as such, or the whole instance.
  private static OneOf.Kinds<Refusal> ofCallers(OneOf.Kinds<Refusal> kinds) {
    return kinds
        .or(
            URN + "request-id-conflict",
            Refusal.RequestIdConflict.class,
            about(
                "requestId",
                Names.REQUEST,
                Refusal.RequestIdConflict::new,
                Refusal.RequestIdConflict::request))
        .or(
            URN + "read-only",
            Refusal.ReadOnly.class,
            about("cause", Scalar.TEXT, Refusal.ReadOnly::new, Refusal.ReadOnly::cause))
        .or(
            URN + "not-allowed",
            Refusal.NotAllowed.class,
            about("what", Scalar.TEXT, Refusal.NotAllowed::new, Refusal.NotAllowed::detail))
        .or(
            URN + "against-rule",
            Refusal.Invalid.class,
            about("errors", PROBLEM.listed(), Refusal.Invalid::new, Refusal.Invalid::problems));
  }

  /// About more than one thing.
  private static OneOf.Kinds<Refusal> ofMore(OneOf.Kinds<Refusal> kinds) {
    return kinds
        .or(
            URN + "no-such-line",
            Refusal.NoSuchLine.class,
            problem(fields -> {
              var allocation =
                  fields.required("allocationId", Names.ALLOCATION, Refusal.NoSuchLine::allocation);
              var type = fields.required("resource", Names.TYPE, Refusal.NoSuchLine::type);
              return in -> new Refusal.NoSuchLine(in.get(allocation), in.get(type));
            }))
        .or(
            URN + "too-many-allocations",
            Refusal.TooManyAllocations.class,
            problem(fields -> {
              var path = fields.required("path", Names.PATH, Refusal.TooManyAllocations::path);
              var found = fields.required("found", Scalar.INT, Refusal.TooManyAllocations::found);
              var most = fields.required("most", Scalar.INT, Refusal.TooManyAllocations::most);
              return in ->
                  new Refusal.TooManyAllocations(in.get(path), in.get(found), in.get(most));
            }))
        .or(
            URN + "too-many-checkpoints",
            Refusal.TooManyCheckpoints.class,
            problem(fields -> {
              var kept = fields.required("kept", Scalar.INT, Refusal.TooManyCheckpoints::kept);
              var most = fields.required("most", Scalar.INT, Refusal.TooManyCheckpoints::most);
              return in -> new Refusal.TooManyCheckpoints(in.get(kept), in.get(most));
            }))
        .or(
            URN + "not-lendable",
            Refusal.NotLendable.class,
            problem(fields -> {
              var member = fields.required("member", Names.PATH, Refusal.NotLendable::member);
              var asked = fields.required("asked", Scalar.LONG, Refusal.NotLendable::asked);
              var most = fields.required("lendable", Scalar.LONG, Refusal.NotLendable::lendable);
              return in -> new Refusal.NotLendable(in.get(member), in.get(asked), in.get(most));
            }))
        .or(
            URN + "stale-version",
            Refusal.StaleVersion.class,
            problem(fields -> {
              var what = fields.required("what", Scalar.TEXT, Refusal.StaleVersion::what);
              var basedOn =
                  fields.required("basedOn", Names.VERSION, Refusal.StaleVersion::basedOn);
              var current =
                  fields.required("current", Names.VERSION, Refusal.StaleVersion::current);
              return in -> new Refusal.StaleVersion(in.get(what), in.get(basedOn), in.get(current));
            }));
  }

  private static <R extends Refusal, V> ObjectShape<R> about(
      String member, Shape<V> shape, Function<V, R> make, Function<R, V> get) {
    return problem(only(member, shape, make, get));
  }

  private static <R extends Refusal, V> Function<Fields<R>, Function<ObjectShape.Values, R>> only(
      String member, Shape<V> shape, Function<V, R> make, Function<R, V> get) {
    return fields -> {
      var value = fields.required(member, shape, get);
      return in -> make.apply(in.get(value));
    };
  }

  private static <R extends Refusal> ObjectShape<R> problem(
      Function<Fields<R>, Function<ObjectShape.Values, R>> members) {
    return problem(Refusals::status, members);
  }

  /// With the members that every problem has.
  private static <R extends Refusal> ObjectShape<R> problem(
      Function<R, Integer> status, Function<Fields<R>, Function<ObjectShape.Values, R>> members) {
    return ObjectShape.of(
        "AnyProblem",
        fields -> {
          fields.told("title", Scalar.TEXT, status.andThen(Refusals::title));
          fields.told("status", Scalar.INT, status);
          fields.told("detail", Scalar.TEXT, ToldRefusal::sentence);
          return members.apply(fields);
        });
  }
}
