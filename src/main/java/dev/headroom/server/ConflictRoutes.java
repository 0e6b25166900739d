package dev.headroom.server;

import dev.headroom.client.ConflictQuery;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Conflict;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Conflicts;
import dev.headroom.wire.json.Decisions;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Scalar;
import java.util.List;

/// Conflicts and what is decided about them. Many meet in one conflict, so these are for those who
/// see all.
final class ConflictRoutes {
  private static final String ALL = "/v1/conflicts";
  private static final String ONE = ALL + "/{conflictId}";

  /// Which conflicts.
  enum State {
    OPEN,
    CLOSED
  }

  private static final Parameter<State> STATE =
      Parameter.byDefault(
          "state",
          Scalar.word(State.class),
          State.OPEN,
          "those that are open, or the latest closed");

  private static final Parameter<Integer> WAITING_MAX =
      Parameter.byDefault(
          "waiting",
          Scalar.integer(0, Paging.LIMIT_MAX),
          100,
          "how many of those who wait at most");

  private ConflictRoutes() {}

  static List<Route<?, ?>> all() {
    return List.of(
        Route.read(
            ALL,
            "A page of conflicts, the newest first (Q8)",
            List.of(STATE, Paging.LIMIT, Paging.CURSOR),
            new Route.Look<>(
                Page.of("ConflictPage", "conflicts", Conflicts.CONFLICT), ConflictRoutes::list)),
        Route.read(
            ONE,
            "One conflict, with those who wait",
            List.of(Addresses.CONFLICT, WAITING_MAX),
            new Route.Look<>(
                Answers.CONFLICT,
                call ->
                    call.atRoot(() ->
                        call.instance()
                            .conflict(call.get(Addresses.CONFLICT), call.get(WAITING_MAX))))),
        Route.change(
            new Route.Where(
                Verb.POST,
                ONE + "/resolve",
                Permission.RESOLVE_CONFLICTS,
                "Decide about a request that waits (Q7)"),
            List.of(),
            Decisions.RESOLVE,
            Effects.RESOLVED,
            (call, resolve) -> call.atRoot(() -> call.instance().resolve(resolve))));
  }

  private static Reply<Page<Conflict>> list(Call call) {
    int offset = call.get(Paging.CURSOR);
    var query = new ConflictQuery(call.get(STATE) == State.OPEN, offset, call.get(Paging.LIMIT));
    return call.atRoot(() ->
        call.instance()
            .conflicts(query)
            .map(page -> Paging.page(page.conflicts(), page.total(), offset)));
  }
}
