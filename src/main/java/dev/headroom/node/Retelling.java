package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.Replay;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Finds events again by applying all commands again, on an engine of its own: they come to the
/// same (D2).
final class Retelling {
  private final CommandLog.Span span;
  private final BooleanSupplier cancelled;
  private final List<Event> told = new ArrayList<>();

  Retelling(CommandLog.Span span, BooleanSupplier cancelled) {
    this.span = span;
    this.cancelled = cancelled;
  }

  /// Applies commands to an engine whose events are heard here.
  Replay on(Engine engine) {
    return new Replay() {
      @Override
      public void command(long number, Instant at, Command command) {
        if (!hasEnough()) {
          engine.apply(at, command);
        }
      }

      @Override
      public boolean hasEnough() {
        return engine.sequence() >= span.last()
            || told.size() == span.countMax()
            || cancelled.getAsBoolean();
      }
    };
  }

  /// The events that were found, in order and without a gap.
  List<Event> told() {
    return told;
  }

  /// Takes what happens to the engine.
  void happened(Event event) {
    long number = event.sequence();
    if (number > span.after() && number <= span.last() && told.size() < span.countMax()) {
      told.add(event);
    }
  }
}
