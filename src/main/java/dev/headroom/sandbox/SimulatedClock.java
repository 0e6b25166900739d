package dev.headroom.sandbox;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still unless it is moved. Any thread may read it; one moves it.
public final class SimulatedClock implements InstantSource {
  private volatile long millis;

  /// @param start what it shows at first; whole milliseconds count
  public SimulatedClock(Instant start) {
    millis = start.toEpochMilli();
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public long millis() {
    return millis;
  }

  /// Shows `epochMillis` from now on; an earlier instant than now changes nothing.
  public void moveTo(long epochMillis) {
    if (epochMillis > millis) {
      millis = epochMillis;
    }
  }
}
