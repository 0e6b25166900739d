package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.EventSink;
import dev.headroom.journal.Disk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.Replay;
import dev.headroom.model.Command;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Applies commands again up to the beginning of a span, and hands on those within it. What happens
/// meanwhile is told to whoever wants to know. One thread.
final class Reliving implements Replay {
  private final Instant from;
  private final Instant to;
  private final Past.Walk walk;
  private final EventSink sink;
  private final long last;
  private @Nullable Engine engine;
  private long covered;
  private long done;
  private boolean within;
  private boolean over;

  /// @param sink takes what happens from the state on that it begins with
  Reliving(Instant from, Instant to, Past.Walk walk, EventSink sink) {
    this(from, to, walk, sink, Long.MAX_VALUE);
  }

  private Reliving(Instant from, Instant to, Past.Walk walk, EventSink sink, long last) {
    this.from = from;
    this.to = to;
    this.walk = walk;
    this.sink = sink;
    this.last = last;
  }

  /// The same, which ends after that command.
  Reliving upTo(long number) {
    return new Reliving(from, to, walk, sink, number);
  }

  /// The beginning of the span.
  Instant from() {
    return from;
  }

  /// What an engine to begin with tells of what happens to it.
  EventSink sink() {
    return sink;
  }

  /// Tells what a journal has.
  void run(Disk disk) throws IOException {
    SavedEngine saved = SavedEngine.before(disk, from, sink);
    start(saved.engine(), saved.covered());
    var _ = Journal.reread(disk, saved.snapshot(), this);
    finish();
  }

  /// Begins with a state.
  ///
  /// @param state becomes the walk's own
  /// @param lastCommand the number of the last command that it comes of
  void start(Engine state, long lastCommand) {
    engine = state;
    covered = lastCommand;
    done = lastCommand;
    over = lastCommand >= last;
  }

  @Override
  public void command(long number, Instant at, Command command) {
    if (number <= covered || hasEnough()) {
      return;
    }
    if (at.isAfter(to)) {
      over = true;
      return;
    }
    if (at.isAfter(from)) {
      begin();
      walk.command(number, at, command);
    } else {
      Optional.ofNullable(engine).ifPresent(state -> state.apply(at, command));
      done = number;
    }
    over = number >= last;
  }

  @Override
  public boolean hasEnough() {
    return over || walk.isCancelled();
  }

  /// Ends the walk, which begins now at the latest.
  void finish() {
    if (!walk.isCancelled()) {
      begin();
    }
  }

  private void begin() {
    Engine state = engine;
    if (!within && state != null) {
      within = true;
      if (from.isAfter(state.now()) && from.isBefore(Past.END)) {
        state.apply(from, new Command.AdvanceTime());
      }
      walk.beginsAfter(done);
      walk.begin(state);
    }
  }
}
