package dev.headroom.node;

import java.time.InstantSource;

/// This machine's clock, for whoever has no engine to ask for the time.
public final class MachineClock {
  private MachineClock() {}

  /// What time it is here.
  public static InstantSource source() {
    return InstantSource.system();
  }
}
