package dev.headroom.console.viewmodel;

import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Throws disturbances into a simulation. Any thread may call it; only [#inject] takes its time.
public interface Injector {
  /// For what can be played but not disturbed.
  Injector NONE =
      new Injector() {
        @Override
        public List<String> kinds() {
          return List.of();
        }

        @Override
        public boolean inject(String kind, Optional<ScopePath> wanted) {
          return false;
        }

        @Override
        public List<Thrown> thrown() {
          return List.of();
        }

        @Override
        public void end(int number) {}
      };

  /// What can be thrown in, by short names, in the order to offer them.
  List<String> kinds();

  /// Throws one in at the simulation's present.
  ///
  /// @param wanted at or below which scope; empty for wherever the simulation's chance says
  /// @return whether there was anything to disturb
  boolean inject(String kind, Optional<ScopePath> wanted);

  /// All that were thrown in since the simulation's beginning, in their order.
  List<Thrown> thrown();

  /// Ends one before its time.
  void end(int number);

  /// A disturbance that was thrown in.
  ///
  /// @param number tells it from the others
  /// @param path which scope, or whose pool
  /// @param pool which pool, if it is one
  /// @param since when it began, in simulated time
  /// @param until when it ends, or has ended, in simulated time
  /// @param isOver whether it has
  record Thrown(
      int number,
      String kind,
      ScopePath path,
      Optional<String> pool,
      Instant since,
      Instant until,
      boolean isOver) {}
}
