package dev.headroom.sandbox;

import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.Optional;

/// Something that can be thrown into a simulated world while it is played.
public interface Disturbance {
  /// What it is called on the command line, for example `pool-outage`.
  String name();

  /// How long it lasts in simulated time unless it is ended before.
  Duration lasts();

  /// Begins at the stage's present.
  ///
  /// @param aim where it was aimed at; empty for wherever it finds something to disturb
  /// @return empty where there is nothing that it could disturb
  Optional<Underway> begin(Stage stage, Aim aim);

  /// Where it shall begin.
  ///
  /// @param wanted at or below which scope; empty for wherever chance says
  /// @param dice where every chance in it comes from
  /// @param number tells it from others of the same world, from 1
  record Aim(Optional<ScopePath> wanted, Dice dice, int number) {}

  /// What it turned out to disturb.
  ///
  /// @param path the scope, or the owner of the pool
  record Target(ScopePath path, Optional<PoolId> pool) {
    /// A scope.
    public static Target of(ScopePath path) {
      return new Target(path, Optional.empty());
    }
  }

  /// A disturbance that has begun. Like any workload it acts and hears what happens.
  interface Underway extends Workload {
    /// What it disturbs.
    Target target();

    /// Lets go of all that it has, at the stage's present. Not used any more afterwards.
    void end();
  }
}
