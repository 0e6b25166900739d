package dev.headroom.console.viewmodel;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// What tells a window the time: pictures and tests set their own.
///
/// @param clock what time it is here
/// @param nanos a stopwatch
public record Clocks(InstantSource clock, LongSupplier nanos) {

  /// This clock, with the machine's stopwatch.
  public static Clocks of(InstantSource clock) {
    return new Clocks(clock, System::nanoTime);
  }
}
