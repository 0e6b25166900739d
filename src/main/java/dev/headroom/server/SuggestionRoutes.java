package dev.headroom.server;

import dev.headroom.client.Reply;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What could be done better.
final class SuggestionRoutes {
  private static final String ALL = "/v1/suggestions";

  private static final Parameter<Duration> SPAN =
      Parameter.byDefault(
          "span",
          Scalar.DURATION.as(
              span -> new SuggestionQuery(ScopePath.ROOT, span).span(), Function.identity()),
          SuggestionQuery.SPAN_USUAL,
          "in the last so much time, such as PT24H");

  private SuggestionRoutes() {}

  static List<Route<?, ?>> all() {
    return List.of(
        new Route<Void, Advice>(
            Verb.GET,
            ALL,
            Permission.ADVISE,
            "What could be done better at and below a scope, with its evidence, and what it would"
                + " have brought by a replay; may take seconds: whoever accepts text/event-stream"
                + " is told how far it is",
            List.of(Addresses.BELOW, SPAN),
            Optional.empty(),
            Suggestions.ADVICE,
            (_, _) -> {},
            (call, _) -> suggestions(call)),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + "/dismiss",
                Permission.ADVISE,
                "Have a suggestion stay away until its evidence changes"),
            List.of(),
            Suggestions.DISMISSAL,
            Suggestions.DISMISSAL,
            (call, dismissal) ->
                call.at(dismissal.path(), () -> call.instance().advisor().dismiss(dismissal))),
        Route.change(
            new Route.Where(
                Verb.POST,
                ALL + "/recall",
                Permission.ADVISE,
                "Have a dismissed suggestion shown again"),
            List.of(),
            Suggestions.RECALL,
            Suggestions.RECALLED,
            (call, recall) ->
                call.at(recall.path(), () -> call.instance().advisor().recall(recall))));
  }

  private static Reply<Advice> suggestions(Call call) {
    var query = new SuggestionQuery(call.get(Addresses.BELOW), call.get(SPAN));
    return call.at(
        query.path(),
        () ->
            call.instance()
                .advisor()
                .suggestions(query, call.waiting().cancellation(), call.waiting().progress()));
  }
}
