package dev.headroom.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import org.HdrHistogram.Histogram;

/// Measures how far apart frames come, in microseconds, and when what is awaited is there. For the
/// UI thread only.
final class FrameClock extends AnimationTimer {
  private final Histogram micros = new Histogram(3);
  private final List<Awaited> awaited = new ArrayList<>();
  private long last;

  /// @param there completed with the time at which it was
  private record Awaited(BooleanSupplier condition, CompletableFuture<Long> there) {}

  /// Says what was measured so far, and forgets it.
  Histogram restart() {
    Histogram until = micros.copy();
    micros.reset();
    return until;
  }

  /// Ends, and says what was measured.
  Histogram stopped() {
    stop();
    return micros.copy();
  }

  /// When a condition holds as a frame comes, as `System.nanoTime` says.
  CompletableFuture<Long> when(BooleanSupplier condition) {
    var there = new CompletableFuture<Long>();
    awaited.add(new Awaited(condition, there));
    return there;
  }

  @Override
  public void handle(long now) {
    long at = System.nanoTime();
    if (last != 0) {
      micros.recordValue(TimeUnit.NANOSECONDS.toMicros(at - last));
    }
    last = at;
    awaited.removeIf(one -> one.condition.getAsBoolean() && one.there.complete(at));
  }
}
