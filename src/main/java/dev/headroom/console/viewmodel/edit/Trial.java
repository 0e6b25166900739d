package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.Change;
import dev.headroom.model.Refusal;
import dev.headroom.model.WhatIf;
import java.util.List;
import java.util.Optional;

/// Finds out what a change set would do, without doing it. Only the newest question counts: asking
/// anew ends the one before. For the UI thread only.
final class Trial {
  private final Operator operator;
  private final Runnable told;
  private Cancellation running = new Cancellation();
  private Optional<Reply<WhatIf>> reply = Optional.empty();
  private boolean underway;

  /// @param told is told whenever there is something new to say
  Trial(Operator operator, Runnable told) {
    this.operator = operator;
    this.told = told;
  }

  /// Finds out; nothing where there are no changes.
  void ask(List<Change> changes) {
    running.cancel();
    reply = Optional.empty();
    underway = !changes.isEmpty();
    if (underway) {
      Instance instance = operator.instance();
      var mine = new Cancellation();
      running = mine;
      operator.calls().ask(() -> instance.whatIf(changes, mine), answer -> take(mine, answer));
    }
  }

  /// Ends it; nothing is known then.
  void cancel() {
    running.cancel();
    if (underway) {
      underway = false;
      told.run();
    }
  }

  boolean isUnderway() {
    return underway;
  }

  /// What would happen; nothing while that is not known.
  List<Effect> effects() {
    return reply.isPresent() && reply.get() instanceof Reply.Decided<WhatIf>(var result)
        ? Effect.of(result)
        : List.of();
  }

  /// What there is to say about the trial itself.
  String text() {
    if (underway) {
      return Wording.text("trial.underway");
    }
    return reply
        .map(known ->
            switch (known) {
              case Reply.Decided<WhatIf> _ ->
                  effects().isEmpty() ? Wording.text("trial.nothing") : "";
              case Reply.Refused<WhatIf> _ -> "";
              case Reply.Silence<WhatIf> _ -> Phrases.problem(known);
            })
        .orElse(Wording.text("trial.cancelled"));
  }

  /// Why the instance would not take the change set, where that is known.
  Optional<Refusal> refusal() {
    return reply.flatMap(known ->
        known instanceof Reply.Refused<WhatIf>(var refusal)
            ? Optional.of(refusal)
            : Optional.empty());
  }

  private void take(Cancellation asked, Reply<WhatIf> answer) {
    if (!asked.isCancelled()) {
      underway = false;
      reply = Optional.of(answer);
      told.run();
    }
  }
}
