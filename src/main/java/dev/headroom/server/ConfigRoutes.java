package dev.headroom.server;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Changes;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.Statuses;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Limits and pools, one at a time or as a change set.
final class ConfigRoutes {
  private static final String LIMITS = "/v1/limits";
  private static final String POOLS = "/v1/pools";
  private static final String POOL = POOLS + "/{poolId}";

  private static final Reply<Boolean> TAKEN =
      new Reply.Refused<>(Refusal.Invalid.at("/pool/id", "is taken; choose another"));

  private ConfigRoutes() {}

  static List<Route<?, ?>> all() {
    return Stream.of(aboutLimits(), aboutPools(), aboutChangeSets()).flatMap(List::stream).toList();
  }

  private static List<Route<?, ?>> aboutLimits() {
    return List.of(
        Route.read(
            LIMITS,
            "The limits of a scope, with the version that a change is based on",
            List.of(Addresses.PATH),
            new Route.Look<>(Edits.Limits.SHAPE, ConfigRoutes::limits)),
        Route.change(
            new Route.Where(
                Verb.PUT, LIMITS, Permission.CHANGE_LIMITS, "Replace the limits of a scope (L9)"),
            List.of(Parameter.ofCommand("path", Names.PATH, "which scope"), Addresses.DRY_RUN),
            Edits.PUT_LIMITS,
            Edits.LimitsPut.SHAPE,
            ConfigRoutes::putLimits));
  }

  private static List<Route<?, ?>> aboutPools() {
    return List.of(
        Route.read(
            POOLS,
            "All pools, by id",
            List.of(),
            new Route.Look<>(Answers.POOLS, ConfigRoutes::pools)),
        Route.read(
            POOL,
            "One pool",
            List.of(Addresses.POOL),
            new Route.Look<>(Statuses.POOL, ConfigRoutes::pool)),
        Route.change(
            new Route.Where(Verb.PUT, POOL, Permission.CHANGE_POOLS, "Make or replace a pool (L9)"),
            List.of(),
            Edits.PUT_POOL,
            Effects.CONFIG_CHANGED,
            (call, put) -> apply(call, put.command())),
        Route.change(
            new Route.Where(Verb.DELETE, POOL, Permission.CHANGE_POOLS, "Remove a pool (L9)"),
            List.of(
                Parameter.ofCommand("requestId", Names.REQUEST, "an id of the caller's own"),
                Parameter.ofCommand("version", Names.VERSION, "which this is based on"),
                Parameter.ofCommand("author", Names.AUTHOR, "who"),
                Parameter.ofCommand("reason", Names.REASON, "why")),
            Edits.REMOVE_POOL,
            Effects.CONFIG_CHANGED,
            (call, remove) -> apply(call, remove.command())),
        Route.change(
            new Route.Where(
                Verb.POST, POOL + "/top-up", Permission.CHANGE_POOLS, "Add stock to a pool"),
            List.of(),
            Changes.TOP_UP,
            Effects.TOPPED_UP,
            ConfigRoutes::topUp));
  }

  private static List<Route<?, ?>> aboutChangeSets() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/changes",
                Permission.CHANGE_CONFIG,
                "Apply a change set, all or nothing (L9)"),
            List.of(),
            Changes.APPLY,
            Effects.CONFIG_CHANGED,
            ConfigRoutes::apply));
  }

  private static Reply<Edits.Limits> limits(Call call) {
    return call.at(
        call.get(Addresses.PATH),
        () -> call.instance().scope(call.get(Addresses.PATH)).map(ConfigRoutes::limits));
  }

  private static Edits.Limits limits(ScopeStatus scope) {
    List<Limit> limits =
        scope.types().stream()
            .map(TypeStatus::limits)
            .flatMap(List::stream)
            .map(LimitStatus::limit)
            .sorted(Comparator.naturalOrder())
            .toList();
    return new Edits.Limits(scope.path(), limits, scope.version());
  }

  private static Reply<Edits.LimitsPut> putLimits(Call call, Edits.Edit<Change.PutLimits> put) {
    return call.get(Addresses.DRY_RUN)
        ? call.at(put.change().path(), () -> tryOut(call, put.change()))
        : apply(call, put.command()).map(done -> Edits.LimitsPut.done(done.version()));
  }

  /// Whether it would be refused is found out on a copy; what else it would do there is not told,
  /// since it may concern others.
  private static Reply<Edits.LimitsPut> tryOut(Call call, Change.PutLimits put) {
    return call.instance()
        .whatIf(List.of(put), new Cancellation())
        .then(_ -> {
          Reply<ScopeStatus> now = call.instance().scope(put.path());
          return now instanceof Reply.Refused<ScopeStatus>
              ? new Reply.Decided<>(Edits.LimitsPut.tried(List.of(), put))
              : now.map(scope -> Edits.LimitsPut.tried(limits(scope).limits(), put));
        });
  }

  private static Reply<List<PoolStatus>> pools(Call call) {
    return call.instance()
        .pools()
        .map(pools ->
            pools.stream().filter(pool -> call.grant().covers(pool.pool().path())).toList());
  }

  private static Reply<PoolStatus> pool(Call call) {
    return call.instance()
        .pool(call.get(Addresses.POOL))
        .then(pool ->
            call.grant().covers(pool.pool().path())
                ? new Reply.Decided<>(pool)
                : new Reply.Refused<>(new Refusal.UnknownPool(pool.pool().id())));
  }

  private static Reply<Outcome.ToppedUp> topUp(Call call, Command.TopUp topUp) {
    return call.seesAll()
        ? call.instance().topUp(topUp)
        : call.instance()
            .pool(topUp.pool())
            .then(pool ->
                call.grant().covers(pool.pool().path())
                    ? call.instance().topUp(topUp)
                    : new Reply.Refused<>(new Refusal.UnknownPool(topUp.pool())));
  }

  private static Reply<Outcome.ConfigChanged> apply(Call call, Command.ApplyChanges apply) {
    for (Change change : apply.changes()) {
      Reply<Boolean> mine = reaches(call, change);
      if (mine instanceof Reply.Refused<Boolean>(var refusal)) {
        return new Reply.Refused<>(refusal);
      }
    }
    return call.instance().apply(apply);
  }

  /// Of a pool that is hidden from the caller no more is told than that its id is taken.
  private static boolean isTakenElsewhere(Call call, PoolId id) {
    return !call.seesAll()
        && call.instance().pool(id) instanceof Reply.Decided<PoolStatus>(var there)
        && !call.grant().covers(there.pool().path());
  }

  /// Whether a change is within the caller's subtree; for pools it is their scope that counts.
  private static Reply<Boolean> reaches(Call call, Change change) {
    Reply<Boolean> yes = new Reply.Decided<>(true);
    return switch (change) {
      case Change.PutLimits put -> call.at(put.path(), () -> yes);
      case Change.PutPool put ->
          call.at(put.pool().path(), () -> isTakenElsewhere(call, put.pool().id()) ? TAKEN : yes);
      case Change.PutSettings _ -> call.atRoot(() -> yes);
      case Change.RemovePool remove ->
          call.seesAll()
              ? yes
              : call.instance()
                  .pool(remove.pool())
                  .then(pool ->
                      call.grant().covers(pool.pool().path())
                          ? yes
                          : new Reply.Refused<>(new Refusal.UnknownPool(remove.pool())));
    };
  }
}
