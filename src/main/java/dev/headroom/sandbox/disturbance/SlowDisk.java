package dev.headroom.sandbox.disturbance;

import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import java.time.Duration;
import java.util.Optional;

/// What a slow disk would do to those who ask. A sandbox has none: its engine keeps nothing, and
/// decides as ever. But nothing is acknowledged before it is on disk (D3); so for a minute every
/// answer reaches its caller two seconds late, who begins later, reports later, and holds what it
/// has for longer.
final class SlowDisk implements Disturbance {
  private static final long LATE_MILLIS = 2000;

  @Override
  public String name() {
    return "slow-disk";
  }

  @Override
  public Duration lasts() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Optional<Underway> begin(Stage stage, Aim aim) {
    stage.delayAnswers(LATE_MILLIS);
    return Optional.of(new Slow(stage));
  }

  private record Slow(Stage stage) implements Standing {
    @Override
    public Target target() {
      return Target.of(ScopePath.ROOT);
    }

    @Override
    public void end() {
      stage.delayAnswers(-LATE_MILLIS);
    }
  }
}
