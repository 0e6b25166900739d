package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Event;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import java.util.function.LongSupplier;

/// Callers who come again and again.
final class Waves implements Disturbance.Underway {
  private final Stage stage;
  private final Disturbance.Target target;
  private final Callers callers;
  private final LongSupplier gap;
  private final Runnable wave;
  private long waveAt;

  /// @param gap how long until the next wave, in milliseconds; at least 1
  /// @param wave has callers ask; the first comes at once
  Waves(Stage stage, Disturbance.Target target, Callers callers, LongSupplier gap, Runnable wave) {
    this.stage = stage;
    this.target = target;
    this.callers = callers;
    this.gap = gap;
    this.wave = wave;
    waveAt = stage.now();
  }

  @Override
  public Disturbance.Target target() {
    return target;
  }

  @Override
  public long nextAt() {
    return Math.max(stage.now(), Math.min(waveAt, callers.nextAt()));
  }

  @Override
  public void act() {
    if (callers.nextAt() <= stage.now()) {
      callers.act();
    } else {
      waveAt = stage.now() + gap.getAsLong();
      wave.run();
    }
  }

  @Override
  public void onEvent(Event event) {
    callers.hear(event);
  }

  @Override
  public void end() {
    callers.leave();
  }
}
