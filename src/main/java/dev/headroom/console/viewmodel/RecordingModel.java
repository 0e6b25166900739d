package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.model.ResourceType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Saves a span of the past that is looked at into a file. One at a time. For the UI thread only.
public final class RecordingModel {
  private final Calls calls;
  private final TimeMachine past;
  private final Runnable told;
  private State state = new State.Quiet();
  private Cancellation running = new Cancellation();

  /// How it stands with the file.
  public sealed interface State {
    /// Nothing was asked for, or that was taken note of.
    record Quiet() implements State {}

    /// It is being written.
    ///
    /// @param share how far it is, from 0 to 1
    record Saving(double share) implements State {}

    /// It was written, or could not be.
    ///
    /// @param text what came of it
    record Done(String text) implements State {}
  }

  /// Which span is saved.
  public enum Span {
    /// All that can be looked at.
    ALL,
    /// What came before the instant that is shown.
    BEFORE,
    /// What came after it.
    AFTER,
    /// A few minutes around it.
    MINUTES_AROUND,
    /// Half an hour before it, and after it.
    HOUR_AROUND
  }

  /// @param told is told whenever there is something new to say
  public RecordingModel(TimeMachine past, Runnable told) {
    this.past = past;
    this.calls = past.calls();
    this.told = told;
  }

  public State state() {
    return state;
  }

  /// What a file is called unless somebody wants another name.
  public static String fileName() {
    return Wording.text("record.file") + RecordingQuery.EXTENSION;
  }

  /// Saves a span into a file; what is there is replaced in the end.
  public void save(Span span, Path file) {
    if (state instanceof State.Saving) {
      return;
    }
    past.visit().ifPresent(stay -> save(stay.present(), query(span, stay, file)));
  }

  private static RecordingQuery query(Span span, Stay stay, Path file) {
    Instant at = stay.at();
    return switch (span) {
      case ALL -> new RecordingQuery(stay.since(), stay.until(), file);
      case BEFORE -> new RecordingQuery(stay.since(), at, file);
      case AFTER -> new RecordingQuery(at, stay.until(), file);
      case MINUTES_AROUND -> around(stay, Duration.ofMinutes(5), file);
      case HOUR_AROUND -> around(stay, Duration.ofMinutes(30), file);
    };
  }

  private static RecordingQuery around(Stay stay, Duration half, Path file) {
    Instant from = stay.at().minus(half);
    Instant to = stay.at().plus(half);
    return new RecordingQuery(
        from.isBefore(stay.since()) ? stay.since() : from,
        to.isAfter(stay.until()) ? stay.until() : to,
        file);
  }

  private void save(Instance present, RecordingQuery query) {
    var mine = new Cancellation();
    running = mine;
    turn(new State.Saving(0));
    calls.ask(
        () -> present.record(query, mine, share -> calls.tell(() -> advance(mine, share))),
        reply -> {
          if (mine == running) {
            turn(mine.isCancelled() ? new State.Quiet() : new State.Done(text(reply, query)));
          }
        });
  }

  private static String text(Reply<Recorded> reply, RecordingQuery query) {
    return reply instanceof Reply.Decided<Recorded>(var made)
        ? Wording.text(
            "record.saved", Figures.amount(ResourceType.STORAGE, made.bytes()), query.file())
        : Wording.text("record.failed", Phrases.problem(reply));
  }

  private void advance(Cancellation of, double share) {
    if (of == running && state instanceof State.Saving) {
      turn(new State.Saving(share));
    }
  }

  /// Ends what is being written; there is no file then.
  public void cancel() {
    running.cancel();
  }

  /// Takes note of what came of it.
  public void dismiss() {
    if (state instanceof State.Done) {
      turn(new State.Quiet());
    }
  }

  private void turn(State now) {
    state = now;
    told.run();
  }
}
