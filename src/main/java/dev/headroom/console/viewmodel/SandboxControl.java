package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import java.util.List;

/// What can be done with an instance that is simulated. Any thread may call it; only [#start] takes
/// its time.
public interface SandboxControl {

  /// A workload that can be played.
  ///
  /// @param name a short one, unique
  /// @param description what happens in it, in a sentence
  record Scenario(String name, String description) {}

  /// All scenarios, in the order to offer them.
  List<Scenario> scenarios();

  /// The name of the scenario that is played.
  String scenario();

  /// The seed it is played from.
  long seed();

  /// How many seconds of it pass per second.
  double speed();

  /// Whether it stands still.
  boolean isPaused();

  /// Why it stands still, though nobody asked it to, in one line; empty otherwise.
  String trouble();

  /// What came of starting a scenario.
  sealed interface Start {
    /// It plays.
    ///
    /// @param instance in which it plays
    record Playing(Instance instance) implements Start {}

    /// It cannot be played; what was played before goes on.
    ///
    /// @param why in one line, for the person who asked for it
    record Unplayable(String why) implements Start {}
  }

  /// Plays a scenario from its beginning and closes the instance of the one before, if it can.
  Start start(String scenario, long seed);

  /// Plays the same scenario from the same seed again, like [#start], and throws in again, at the
  /// same simulated instants, what was thrown in: so everything happens again as it did.
  default Start repeat() {
    return start(scenario(), seed());
  }

  /// What throws disturbances in.
  default Injector injector() {
    return Injector.NONE;
  }

  /// From [#SPEED_MIN] to [#SPEED_MAX].
  void setSpeed(double speed);

  /// Lets it stand still, or go on.
  void setPaused(boolean paused);

  /// While it stands still: plays the next moment.
  void step();

  /// The slowest that is offered.
  double SPEED_MIN = 0.1;

  /// The fastest that is offered.
  double SPEED_MAX = 1000;
}
