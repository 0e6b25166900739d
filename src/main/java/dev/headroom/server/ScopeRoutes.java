package dev.headroom.server;

import dev.headroom.client.Reply;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.WaitStatus;
import dev.headroom.model.filter.ScopeFilter;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Changes;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.ScopesPage;
import dev.headroom.wire.json.Statuses;
import java.util.List;
import java.util.stream.Stream;

/// The tree, and what binds where.
final class ScopeRoutes {
  private static final String ALL = "/v1/scopes";

  private static final Parameter<Integer> DEPTH =
      Parameter.byDefault(
          "depth", Scalar.integer(1, ScopeQuery.DEPTH_MAX), 1, "how many levels down");

  private static final Parameter<ScopeQuery.Sort> SORT =
      Parameter.byDefault(
          "sort",
          Scalar.word(ScopeQuery.Sort.class),
          ScopeQuery.Sort.NAME,
          "in which order: siblings by name, nearest to a limit first, by cost or by how lately use"
              + " changed there, or those of all levels first that use most of a type");

  private static final Parameter<ScopeFilter> FILTER =
      Parameter.byDefault(
          "filter",
          Scalar.text("a filter", "", ScopeFilter::of, ScopeFilter::text),
          ScopeFilter.ALL,
          "which, such as tokens>80 cost>10 changed<5m state:active user:bot* !swarm:test");

  private static final Parameter<Integer> LIMIT =
      Parameter.byDefault(
          "limit",
          Scalar.integer(1, ScopesPage.COUNT_MAX),
          Paging.LIMIT_DEFAULT,
          "how many scopes at most");

  private static final Parameter<ScopePath> AFTER =
      Parameter.byDefault(
          "after",
          Names.PATH,
          ScopePath.ROOT,
          "only those that come after this scope by name, while the total counts all: with the last"
              + " of a page by name, the next one");

  private static final Parameter<ResourceType> TYPE =
      Parameter.required("type", Names.TYPE, "a resource type, such as TOKENS");

  private ScopeRoutes() {}

  static List<Route<?, ?>> all() {
    return Stream.of(ofTheTree(), ofWhatBinds(), ofDoings()).flatMap(List::stream).toList();
  }

  private static List<Route<?, ?>> ofTheTree() {
    return List.of(
        Route.read(
            ALL,
            "A page of the tree below a scope",
            List.of(Addresses.BELOW, DEPTH, SORT, FILTER, AFTER, LIMIT, Paging.CURSOR),
            new Route.Look<>(ScopesPage.SHAPE, ScopeRoutes::list)),
        Route.read(
            "/v1/scope",
            "One scope as it stands",
            List.of(Addresses.BELOW),
            new Route.Look<>(Statuses.SCOPE, ScopeRoutes::one)),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + "/look",
                Permission.READ,
                "Some scopes as they stand, in the order in which they are named; those that do not"
                    + " exist are left out"),
            List.of(),
            Answers.PATHS,
            Answers.SCOPES,
            (call, paths) -> call.atAll(paths, () -> call.instance().scopesAt(paths))));
  }

  private static List<Route<?, ?>> ofWhatBinds() {
    return List.of(
        Route.read(
            "/v1/explain",
            "The chain of constraints for a type at a scope, and which one binds (A9)",
            List.of(Addresses.PATH, TYPE),
            new Route.Look<>(
                Statuses.EXPLANATION,
                call ->
                    call.at(
                        call.get(Addresses.PATH),
                        () ->
                            call.instance()
                                .explain(call.get(Addresses.PATH), call.get(TYPE))
                                .map(call.veil()::over)))),
        Route.read(
            "/v1/waits",
            "A page of those who wait at and below a scope",
            List.of(Addresses.BELOW, Paging.LIMIT, Paging.CURSOR),
            new Route.Look<>(Page.of("WaitPage", "waits", Statuses.WAIT), ScopeRoutes::waits)));
  }

  private static List<Route<?, ?>> ofDoings() {
    return List.of(
        Route.change(
            new Route.Where(
                Verb.DELETE,
                ALL,
                Permission.CLOSE_SCOPES,
                "Close a scope and everything below it (S3)"),
            List.of(
                Parameter.ofCommand("path", Names.PATH, "which"),
                Parameter.ofCommand("requestId", Names.REQUEST, "an id of the caller's own")),
            Changes.CLOSE,
            Effects.CLOSED,
            ScopeRoutes::close),
        Route.change(
            new Route.Where(
                Verb.POST,
                "/v1/scores",
                Permission.REPORT_SCORE,
                "Report what was achieved at a scope"),
            List.of(),
            Changes.SCORE,
            Effects.SCORE_REPORTED,
            (call, score) ->
                call.at(
                    score.path(),
                    () -> call.instance().reportScore(score.id(), score.path(), score.score()))));
  }

  private static Reply<ScopesPage> list(Call call) {
    int offset = call.get(Paging.CURSOR);
    var query =
        new ScopeQuery(
            call.get(Addresses.BELOW),
            call.get(DEPTH),
            call.get(SORT),
            call.get(FILTER),
            call.get(AFTER),
            offset,
            call.get(LIMIT));
    return call.at(
        query.below(),
        () ->
            call.instance()
                .scopes(query)
                .map(page ->
                    new ScopesPage(
                        page.scopes(),
                        page.total(),
                        call.seesAll() ? page.searched() : page.total(),
                        call.seesAll() ? page.sequence() : 0,
                        Paging.next(page.scopes().size(), page.total(), offset))));
  }

  private static Reply<ScopeStatus> one(Call call) {
    return call.at(
        call.get(Addresses.BELOW), () -> call.instance().scope(call.get(Addresses.BELOW)));
  }

  private static Reply<Page<WaitStatus>> waits(Call call) {
    int offset = call.get(Paging.CURSOR);
    return call.at(
        call.get(Addresses.BELOW),
        () ->
            call.instance()
                .waits(call.get(Addresses.BELOW), offset, call.get(Paging.LIMIT))
                .map(page ->
                    Paging.page(
                        page.waits().stream().map(call.veil()::over).toList(),
                        page.total(),
                        offset)));
  }

  private static Reply<Outcome.Closed> close(Call call, Command.CloseScope close) {
    return call.at(close.path(), () -> call.instance().closeScope(close.id(), close.path()));
  }
}
