package dev.headroom.sandbox.disturbance;

import dev.headroom.sandbox.Disturbance;
import java.util.List;
import java.util.Optional;

/// The disturbances that there are.
public final class Repertoire {
  private static final List<Disturbance> ALL =
      List.of(
          new Spike(),
          new RunawayRun(),
          new ThunderingHerd(),
          new PoolOutage(),
          new PriorityStorm(),
          new SlowDisk());

  private Repertoire() {}

  /// All of them, in the order to offer them.
  public static List<Disturbance> all() {
    return ALL;
  }

  /// The one that is called so on the command line.
  public static Optional<Disturbance> find(String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
