package dev.headroom.server;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.client.json.Greeting;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Refusal;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Changes;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Plans;
import dev.headroom.wire.json.Replays;
import dev.headroom.wire.json.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What looks ahead or back: checkpoints, divisions of budgets, what-ifs; and what the instance is.
final class PlanRoutes {
  private static final String CHECKPOINTS = "/v1/checkpoints";
  private static final String CHECKPOINT = CHECKPOINTS + "/{checkpointId}";

  private static final Parameter<Boolean> DRY_RUN =
      Parameter.byDefault(
          "dryRun",
          Scalar.FLAG.as(PlanRoutes::requireDryRun, Function.identity()),
          true,
          "true, since nothing is changed by this: its changes are applied by /v1/changes");

  private PlanRoutes() {}

  private static boolean requireDryRun(boolean dryRun) {
    if (!dryRun) {
      throw new InvalidValueException(
          "is never false here: look at what would change, and apply that by POST /v1/changes");
    }
    return true;
  }

  static List<Route<?, ?>> all() {
    return Stream.of(aboutInstance(), aboutCheckpoints(), aboutPlans())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route<?, ?>> aboutInstance() {
    return List.of(
        Route.read(
            "/v1/instance",
            "What this instance is, and how far it has come",
            List.of(),
            new Route.Look<>(
                Greeting.SHAPE, call -> new Reply.Decided<>(PlanRoutes.greeting(call)))));
  }

  private static List<Route<?, ?>> aboutCheckpoints() {
    return List.of(
        Route.read(
            CHECKPOINTS,
            "A page of the checkpoints at and below a scope, the newest first",
            List.of(Addresses.BELOW, Paging.LIMIT, Paging.CURSOR),
            new Route.Look<>(
                Page.of("CheckpointPage", "checkpoints", Plans.CHECKPOINT),
                PlanRoutes::checkpoints)),
        Route.read(
            CHECKPOINT,
            "One checkpoint",
            List.of(Addresses.CHECKPOINT),
            new Route.Look<>(Plans.CHECKPOINT, PlanRoutes::checkpoint)),
        Route.change(
            new Route.Where(
                Verb.POST,
                CHECKPOINTS,
                Permission.CHECKPOINT,
                "Keep what a scope holds and has used"),
            List.of(),
            Changes.TAKE_CHECKPOINT,
            Effects.CHECKPOINT_TAKEN,
            (call, take) ->
                call.at(
                    take.path(), () -> call.instance().checkpoints().take(take.id(), take.path()))),
        Route.change(
            new Route.Where(
                Verb.POST,
                CHECKPOINT + "/restore",
                Permission.CHECKPOINT,
                "Reserve what is missing of what a checkpoint kept"),
            List.of(),
            Changes.RESTORE,
            Effects.OF_RESTORE,
            (call, restore) ->
                own(
                    call,
                    restore.checkpoint(),
                    () -> call.instance().checkpoints().restore(restore))),
        Route.change(
            new Route.Where(Verb.DELETE, CHECKPOINT, Permission.CHECKPOINT, "Give up a checkpoint"),
            List.of(Parameter.ofCommand("requestId", Names.REQUEST, "an id of the caller's own")),
            Changes.FORGET_CHECKPOINT,
            Effects.CHECKPOINT_FORGOTTEN,
            (call, forget) ->
                own(
                    call,
                    forget.checkpoint(),
                    () -> call.instance().checkpoints().forget(forget.id(), forget.checkpoint()))));
  }

  private static List<Route<?, ?>> aboutPlans() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/distributions",
                Permission.CHANGE_LIMITS,
                "How a budget would be divided among a scope's children; its changes are applied by"
                    + " /v1/changes"),
            List.of(DRY_RUN),
            Plans.DISTRIBUTION,
            Plans.PROPOSAL,
            (call, wanted) -> call.at(wanted.path(), () -> call.instance().propose(wanted))),
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/what-if",
                Permission.REHEARSE,
                "What a change set would do at once, found out on a copy"),
            List.of(),
            Answers.CHANGES,
            Plans.WHAT_IF,
            (call, changes) ->
                call.atRoot(() -> call.instance().whatIf(changes, call.waiting().cancellation()))),
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/what-if/replay",
                Permission.REHEARSE,
                "What a change set would have done to a span that is over, found out by replaying"
                    + " its demand; whoever accepts text/event-stream is told how far it is"),
            List.of(),
            Replays.QUERY,
            Replays.HINDSIGHT,
            (call, query) ->
                call.atRoot(() ->
                    call.instance()
                        .replay(query, call.waiting().cancellation(), call.waiting().progress()))));
  }

  private static Greeting greeting(Call call) {
    InstanceInfo info = call.instance().info();
    return new Greeting(
        Greeting.PROTOCOL,
        call.seesAll() ? info : veiled(info),
        call.grant().role().name().toLowerCase(Locale.ROOT),
        call.grant().subtree());
  }

  /// How much there is, only whoever sees all is told.
  private static InstanceInfo veiled(InstanceInfo info) {
    return new InstanceInfo(
        info.name(),
        info.kind(),
        info.now(),
        info.timeZone(),
        0,
        0,
        Optional.of("").filter(_ -> info.readOnlyCause().isPresent()));
  }

  private static Reply<Page<Checkpoint>> checkpoints(Call call) {
    int offset = call.get(Paging.CURSOR);
    return call.at(
        call.get(Addresses.BELOW),
        () ->
            call.instance()
                .checkpoints()
                .below(call.get(Addresses.BELOW), offset, call.get(Paging.LIMIT))
                .map(page -> Paging.page(page.checkpoints(), page.total(), offset)));
  }

  private static Reply<Checkpoint> checkpoint(Call call) {
    CheckpointId id = call.get(Addresses.CHECKPOINT);
    return own(call, id, () -> call.instance().checkpoints().of(id));
  }

  /// Does something with a checkpoint of the caller's subtree.
  private static <T> Reply<T> own(Call call, CheckpointId id, Supplier<Reply<T>> action) {
    return call.seesAll()
        ? action.get()
        : call.instance()
            .checkpoints()
            .of(id)
            .then(checkpoint ->
                call.grant().covers(checkpoint.path())
                    ? action.get()
                    : new Reply.Refused<>(new Refusal.UnknownCheckpoint(id)));
  }
}
