package dev.headroom.engine.history;

import dev.headroom.engine.Rehearsal;
import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.WhatIf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Tries every change set of a history on a copy before the engine hears it: what is foretold must
/// then happen.
final class Foretold {
  private Foretold() {}

  /// Where something else happened than was foretold.
  static Optional<String> failure(List<Step> history) {
    Player first = new Player();
    List<Player.Played> played = history.stream().map(first::play).toList();
    Player player = new Player();
    for (int at = 0; at < history.size(); at++) {
      Step step = history.get(at);
      Command command = played.get(at).command();
      if (command instanceof Command.ApplyChanges changes) {
        Rehearsal rehearsal = new Rehearsal(player.engine, step.at(), changes.changes());
        boolean more = true;
        while (more) {
          more = rehearsal.step();
        }
        Optional<String> failure = difference(rehearsal, player.play(step.at(), command));
        if (failure.isPresent()) {
          return failure.map(what -> "of " + step + "\n" + what);
        }
      } else {
        player.play(step.at(), command);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> difference(Rehearsal rehearsal, Player.Played played) {
    if (played.answer() instanceof Refusal.RequestIdConflict) {
      return Optional.empty();
    }
    if (played.answer() instanceof Refusal refusal) {
      return differ("the refusal", rehearsal.refusal(), Optional.of(refusal));
    }
    List<Event.Body> events = played.events().stream().map(Event::body).toList();
    int from =
        events.stream().map(Event.Body::getClass).toList().indexOf(Event.ConfigChanged.class);
    if (from < 0) {
      return played.answer() instanceof Outcome.ConfigChanged
          ? Optional.empty() // Said again.
          : Optional.of("no change was told");
    }
    return difference(rehearsal.report(), events.subList(from, events.size()));
  }

  private static Optional<String> difference(WhatIf report, List<Event.Body> events) {
    return differ("admitted", report.admitted().first(), all(events, Foretold::admitted))
        .or(() -> differ("denied", report.denied().first(), all(events, Foretold::denied)))
        .or(() -> differ("raised", report.raised().first(), all(events, Foretold::raised)))
        .or(() -> differ("cleared", report.cleared().first(), all(events, Foretold::cleared)));
  }

  private static <T> List<T> all(List<Event.Body> events, Function<Event.Body, Stream<T>> reading) {
    return events.stream().flatMap(reading).limit(WhatIf.LISTED_MAX).toList();
  }

  private static Stream<WhatIf.Waiting> admitted(Event.Body body) {
    return body instanceof Event.Granted granted
        ? Stream.of(new WhatIf.Waiting(granted.allocation(), granted.path()))
        : Stream.empty();
  }

  private static Stream<WhatIf.Waiting> denied(Event.Body body) {
    return body instanceof Event.Denied denied
        ? denied.allocation().stream().map(id -> new WhatIf.Waiting(id, denied.path()))
        : Stream.empty();
  }

  private static Stream<WhatIf.Alerting> raised(Event.Body body) {
    return body instanceof Event.AlertRaised alert
        ? Stream.of(new WhatIf.Alerting(alert.constraint(), alert.percent(), alert.severity()))
        : Stream.empty();
  }

  private static Stream<WhatIf.Alerting> cleared(Event.Body body) {
    return body instanceof Event.AlertCleared alert
        ? Stream.of(
            new WhatIf.Alerting(
                alert.constraint(),
                alert.percent(),
                new AlertRef(alert.constraint(), alert.percent()).severity()))
        : Stream.empty();
  }

  private static Optional<String> differ(String what, Object foretold, Object happened) {
    return foretold.equals(happened)
        ? Optional.empty()
        : Optional.of(what + ": foretold was\n" + foretold + "\nbut it was\n" + happened);
  }
}
