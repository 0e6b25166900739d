package dev.headroom.node;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Lets a node's time pass while nobody sends commands, so that leases end, windows begin and waits
/// time out when they should.
public final class Ticker implements AutoCloseable {
  /// How far the engine's time may lag behind the clock.
  public static final Duration INTERVAL = Duration.ofMillis(100);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("headroom-ticker").factory());
  private final ScheduledFuture<?> ticks;

  /// Starts ticking.
  public Ticker(Node node) {
    long millis = INTERVAL.toMillis();
    ticks = thread.scheduleWithFixedDelay(node::advance, millis, millis, TimeUnit.MILLISECONDS);
  }

  /// Stops ticking.
  @Override
  public void close() {
    ticks.cancel(false);
    thread.shutdown();
  }
}
