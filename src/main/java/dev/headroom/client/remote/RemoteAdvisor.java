package dev.headroom.client.remote;

import dev.headroom.client.Advisor;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.wire.json.Suggestions;
import java.util.function.DoubleConsumer;

/// How suggestions are asked of a server.
record RemoteAdvisor(Calls calls) implements Advisor {
  @Override
  public Reply<Advice> suggestions(
      SuggestionQuery query, Cancellation cancellation, DoubleConsumer progress) {
    return calls.getLong(
        calls.at("v1/suggestions", query.path()).addQueryParameter("span", query.span().toString()),
        Suggestions.ADVICE,
        new Calls.Wait(cancellation, progress));
  }

  @Override
  public Reply<Dismissal> dismiss(Dismissal dismissal) {
    return calls.post(
        "v1/suggestions/dismiss", Suggestions.DISMISSAL, dismissal, Suggestions.DISMISSAL);
  }

  @Override
  public Reply<Boolean> recall(Dismissal.Recall recall) {
    return calls.post("v1/suggestions/recall", Suggestions.RECALL, recall, Suggestions.RECALLED);
  }
}
