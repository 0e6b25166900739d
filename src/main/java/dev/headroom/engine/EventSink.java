package dev.headroom.engine;

import dev.headroom.model.Event;

/// Takes the events of an engine, in order, while it decides. Must not call the engine back.
@FunctionalInterface
public interface EventSink {
  /// The next event; its number is one more than that of the one before.
  void accept(Event event);
}
