package dev.headroom.sandbox;

import dev.headroom.model.Event;

/// What goes on in a simulated world, one action after another. Bound to one [Stage] and used by
/// one thread at a time. What it does must follow from its seed and from what the engine answered.
public interface Workload extends AutoCloseable {
  /// No further action, unless an event brings one about.
  long NEVER = Long.MAX_VALUE;

  /// When the next action is due, in epoch milliseconds; never before the stage's present, and
  /// [#NEVER] where nothing is left to do.
  long nextAt();

  /// Does the next action. The stage's clock stands at [#nextAt()].
  ///
  /// @throws UnplayableException where what it plays cannot be read any further; from then on it
  ///   does what can be done without
  void act();

  /// Takes note of what the engine did: above all that a waiting request was granted or denied.
  /// Called between actions, or while one of its own commands runs; it must not submit any.
  void onEvent(Event event);

  /// Lets go of what it reads from. The stage is not its own.
  @Override
  default void close() {}
}
