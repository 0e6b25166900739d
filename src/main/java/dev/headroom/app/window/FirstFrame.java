package dev.headroom.app.window;

import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.node.MachineClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/// Tells when a window has drawn its first frame. For the UI thread only.
final class FirstFrame extends AnimationTimer {
  /// A pulse begins once the frame of the one before is drawn; the first comes before any frame.
  private static final int PULSES = 3;

  private final Consumer<Duration> told;
  private int pulses;

  /// @param told hears, once, how long after the start of the JVM the frame was there
  FirstFrame(Consumer<Duration> told) {
    this.told = told;
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == PULSES) {
      stop();
      var began = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
      Duration took = Duration.between(began, MachineClock.source().instant());
      new UiThread().execute(() -> told.accept(took));
    }
  }
}
