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
import java.util.function.Supplier;

/// Finds out what a change set would do, without doing it. Only the newest question counts: asking
/// anew ends the one before. For the UI thread only.
final class Trial {
  private final Operator operator;
  private final Runnable told;
  private Cancellation running = new Cancellation();
  private Optional<Reply<WhatIf>> reply = Optional.empty();
  private List<Issue> warnings = List.of();
  private boolean underway;
  private boolean weighing;
  private int asked;

  /// @param told is told whenever there is something new to say
  Trial(Operator operator, Runnable told) {
    this.operator = operator;
    this.told = told;
  }

  /// Finds out; nothing where there are no changes.
  ///
  /// @param weigh works out what to know about the changes, which can take a while
  void ask(List<Change> changes, Supplier<List<Issue>> weigh) {
    running.cancel();
    reply = Optional.empty();
    underway = !changes.isEmpty();
    weighing = underway;
    asked++;
    if (underway) {
      int weighed = asked;
      operator.calls().ask(weigh, found -> take(weighed, found));
      Instance instance = operator.instance();
      var mine = new Cancellation();
      running = mine;
      operator.calls().ask(() -> instance.whatIf(changes, mine), answer -> take(mine, answer));
    } else {
      warnings = List.of();
    }
  }

  /// What to know about the newest changes, as far as it was worked out.
  List<Issue> warnings() {
    return warnings;
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
    return underway || weighing;
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

  private void take(int weighed, List<Issue> found) {
    if (weighed == asked) {
      weighing = false;
      warnings = found;
      told.run();
    }
  }

  private void take(Cancellation asked, Reply<WhatIf> answer) {
    if (!asked.isCancelled()) {
      underway = false;
      reply = Optional.of(answer);
      told.run();
    }
  }
}
