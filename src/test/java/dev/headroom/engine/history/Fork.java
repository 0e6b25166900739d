package dev.headroom.engine.history;

import dev.headroom.engine.Engine;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Copies an engine again and again while a history is played to it, and plays to each copy what
/// comes next before the engine itself hears it.
final class Fork {
  private static final int EVERY = 61;
  private static final int AHEAD = 80;

  private Fork() {}

  /// Where a copy differs from what it was copied from, at once or later.
  static Optional<String> failure(List<Step> history) {
    Player first = new Player();
    List<Player.Played> played = history.stream().map(first::play).toList();
    Player again = new Player();
    for (int at = 0; at < history.size(); at++) {
      if (history.get(at).number() % EVERY == 0) {
        int end = Math.min(history.size(), at + AHEAD);
        Optional<String> failure =
            failure(again.engine, history.subList(at, end), played.subList(at, end));
        if (failure.isPresent()) {
          Step next = history.get(at);
          return failure.map(what -> "copied before " + next + "\n" + what);
        }
      }
      again.play(history.get(at).at(), played.get(at).command());
    }
    return differ("the states in the end", Digest.of(first.engine), Digest.of(again.engine));
  }

  private static Optional<String> failure(
      Engine engine, List<Step> steps, List<Player.Played> played) {
    List<Event> events = new ArrayList<>();
    String before = Digest.of(engine);
    Engine copy = engine.fork(events::add);
    Optional<String> failure =
        differ("the states at once", before, Digest.of(copy))
            .or(() -> Alike.difference(engine, copy, "state"))
            .or(() -> Alike.difference(engine, copy, "waitingRoom"));
    for (int at = 0; at < steps.size() && failure.isEmpty(); at++) {
      events.clear();
      Answer answer = copy.apply(steps.get(at).at(), played.get(at).command());
      failure = differ("the answers to " + steps.get(at), played.get(at).answer(), answer);
      if (failure.isEmpty()) {
        failure = differ("the events after " + steps.get(at), played.get(at).events(), events);
      }
    }
    return failure.or(() -> differ("the states before and after", before, Digest.of(engine)));
  }

  private static Optional<String> differ(String what, Object one, Object other) {
    return one.equals(other)
        ? Optional.empty()
        : Optional.of(what + " are\n" + one + "\nand of the copy\n" + other);
  }
}
