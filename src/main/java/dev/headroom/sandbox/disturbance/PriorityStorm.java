package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Priority;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.disturbance.Surroundings.Scene;
import java.time.Duration;
import java.util.Optional;

/// Many urgent requests: for a minute, waves of CRITICAL ones like those that are asked at and
/// below a scope, each wave for half as much again as is left of what is scarcest. Those that would
/// have to wait take what they need from others by preemption.
final class PriorityStorm implements Disturbance {
  private static final Callers.Manner MANNER =
      new Callers.Manner(
          "priority storm", Priority.CRITICAL, Duration.ofSeconds(15), true, 3000, 6000);

  private static final long GAP_MILLIS = 5000;
  private static final int PER_WAVE_LEAST = 12;
  private static final int PER_WAVE_MOST = 60;

  @Override
  public String name() {
    return "priority-storm";
  }

  @Override
  public Duration lasts() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Optional<Underway> begin(Stage stage, Aim aim) {
    return new Surroundings(stage).scene(aim).map(scene -> storm(stage, scene, aim.dice()));
  }

  private static Underway storm(Stage stage, Scene scene, Dice dice) {
    var callers = new Callers(stage, dice, MANNER);
    return new Waves(
        stage,
        Target.of(scene.place()),
        callers,
        () -> GAP_MILLIS,
        () -> {
          Wish wish = Surroundings.pick(scene.wishes(), dice);
          long wanted = new Surroundings(stage).fits(wish) / 2 * 3;
          Wish large = wish.times(Math.max(1, wanted / PER_WAVE_MOST));
          long count = Math.clamp(wanted, PER_WAVE_LEAST, PER_WAVE_MOST);
          for (long caller = 0; caller < count; caller++) {
            callers.ask(large);
          }
        });
  }
}
