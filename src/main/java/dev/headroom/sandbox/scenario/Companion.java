package dev.headroom.sandbox.scenario;

import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.Workload;

/// Someone in a scenario who does something else than the crowd.
@FunctionalInterface
interface Companion {
  /// Joins in.
  ///
  /// @param seed where every chance comes from
  Workload join(Stage stage, long seed);
}
