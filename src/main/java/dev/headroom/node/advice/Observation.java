package dev.headroom.node.advice;

import dev.headroom.engine.Engine;
import dev.headroom.history.suggestion.Books;
import dev.headroom.history.suggestion.Course;
import dev.headroom.history.suggestion.Demand;
import dev.headroom.history.suggestion.DemandReader;
import dev.headroom.history.suggestion.Opening;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Sees what happened in a span. One thread.
final class Observation implements Past.Walk {
  /// More requests are not held in memory at a time.
  static final int REQUESTS_MAX = 400_000;

  private final Instant to;
  private final BooleanSupplier cancelled;
  private final List<Event> events = new ArrayList<>();
  private @Nullable Seen seen;

  /// What is known once the span has begun.
  ///
  /// @param base the engine at the beginning, to which nothing happens
  /// @param engine the one that the commands are applied to
  private record Seen(
      Engine base, Engine engine, Opening opening, DemandReader reader, Books books) {}

  Observation(Instant to, BooleanSupplier cancelled) {
    this.to = to;
    this.cancelled = cancelled;
  }

  @Override
  public void begin(Engine base) {
    Opening opening = Openings.of(base, base.now());
    seen =
        new Seen(
            base,
            base.fork(events::add),
            opening,
            new DemandReader(opening),
            new Books(opening, to.toEpochMilli()));
  }

  @Override
  public void command(long number, Instant at, Command command) {
    Seen now = seen;
    if (now != null) {
      events.clear();
      Answer answer = now.engine.apply(at, command);
      now.reader.heard(now.engine.now(), command, answer, events);
      note(now, command, answer);
      events.forEach(now.books::happened);
    }
  }

  private static void note(Seen now, Command command, Answer answer) {
    if (command instanceof Command.Allocate(var _, var request)) {
      now.books.asked(request.path());
      if (answer instanceof Outcome.Queued queued) {
        now.books.waits(
            queued.allocation(),
            request.path(),
            request.priority(),
            now.engine.now().toEpochMilli());
      }
    } else if (command instanceof Command.AllocateBatch batch
        && answer instanceof Outcome.Batched(var answers)) {
      for (int place = 0; place < answers.size(); place++) {
        note(now, batch.requests().get(place), answers.get(place));
      }
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean() || isTooLarge();
  }

  /// Whether there was more than can be held.
  boolean isTooLarge() {
    Seen now = seen;
    return now != null && now.reader.requests() > REQUESTS_MAX;
  }

  /// All of a span.
  ///
  /// @param base the engine at its beginning, to which nothing happens
  /// @param end the one at its end
  /// @param opening how it stood at the beginning
  /// @param course what is known of it
  record Whole(Engine base, Engine end, Opening opening, Course course) {}

  /// All of it; empty where nothing is kept.
  Optional<Whole> whole(ScopePath below) {
    Seen now = seen;
    if (now == null) {
      return Optional.empty();
    }
    events.clear();
    var _ = now.engine.apply(to, new Command.AdvanceTime());
    events.forEach(now.books::happened);
    now.books.close(to.toEpochMilli());
    Demand demand = now.reader.demand(to);
    Course course = Course.of(below, now.engine.inspector().config(), demand, now.books);
    return Optional.of(new Whole(now.base, now.engine, now.opening, course));
  }
}
