package dev.headroom.node;

import dev.headroom.engine.Rehearsal;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Has rehearsals run in their callers' threads, so many at a time; whoever comes later waits for
/// their turn. Any thread.
final class Rehearsing {
  private static final int TURN_MILLIS = 50;

  private final Semaphore turns;

  /// @param most how many run at a time
  Rehearsing(int most) {
    turns = new Semaphore(most, true);
  }

  /// Runs one to its end.
  ///
  /// @param begun begins it, once it is its turn
  /// @param cancelled asked again and again; once it says so, or the thread is interrupted, this
  ///   ends soon
  /// @return empty where it was cancelled
  Optional<Rehearsal> run(Supplier<Rehearsal> begun, BooleanSupplier cancelled) {
    BooleanSupplier stopped =
        () -> cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    while (!stopped.getAsBoolean()) {
      if (takeTurn()) {
        try {
          return finish(begun.get(), stopped);
        } finally {
          turns.release();
        }
      }
    }
    return Optional.empty();
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Rehearsal> finish(Rehearsal rehearsal, BooleanSupplier stopped) {
    boolean more = true;
    while (more && !stopped.getAsBoolean()) {
      more = rehearsal.step();
    }
    return more ? Optional.empty() : Optional.of(rehearsal);
  }
}
