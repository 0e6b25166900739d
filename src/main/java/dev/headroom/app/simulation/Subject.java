package dev.headroom.app.simulation;

import dev.headroom.engine.Engine;
import dev.headroom.engine.EventSink;
import dev.headroom.engine.Inspector;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import java.time.Instant;

/// What is put to the test: an engine, or one with a fault.
interface Subject {
  /// Makes one that tells its events to a sink.
  @FunctionalInterface
  interface Maker {
    Subject make(EventSink sink);
  }

  /// As [Engine#apply(Instant, Command)].
  Answer apply(Instant at, Command command);

  /// As [Engine#now()].
  Instant now();

  /// As [Engine#sequence()].
  long sequence();

  /// As [Engine#inspector()].
  Inspector inspector();

  /// An engine that remembers few requests, so that forgetting is put to the test as well.
  static Subject engine(EventSink sink) {
    Engine engine = new Engine(sink, 1 << 14);
    Inspector inspector = engine.inspector();
    return new Subject() {
      @Override
      public Answer apply(Instant at, Command command) {
        return engine.apply(at, command);
      }

      @Override
      public Instant now() {
        return engine.now();
      }

      @Override
      public long sequence() {
        return engine.sequence();
      }

      @Override
      public Inspector inspector() {
        return inspector;
      }
    };
  }
}
