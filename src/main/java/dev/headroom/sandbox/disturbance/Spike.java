package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Priority;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A burst of demand: for a minute, what is asked for at and below a scope is asked for by so many
/// more that about three times as much would be held there.
final class Spike implements Disturbance {
  private static final Callers.Manner MANNER =
      new Callers.Manner("spike", Priority.NORMAL, Duration.ofSeconds(5), false, 2000, 6000);

  /// How many more there are for each who was there.
  private static final int FOLD = 2;

  private static final long GAP_MILLIS_MIN = 5;

  @Override
  public String name() {
    return "spike";
  }

  @Override
  public Duration lasts() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Optional<Underway> begin(Stage stage, Aim aim) {
    return new Surroundings(stage)
        .scene(aim)
        .map(scene -> spike(stage, scene.place(), scene.wishes(), aim.dice()));
  }

  private static Underway spike(Stage stage, ScopePath place, List<Wish> wishes, Dice dice) {
    var callers = new Callers(stage, dice, MANNER);
    double mean = (double) MANNER.mean() / (FOLD * wishes.size());
    return new Waves(
        stage,
        Target.of(place),
        callers,
        () -> Math.max(GAP_MILLIS_MIN, Math.round(dice.waitFor(mean))),
        () -> callers.ask(Surroundings.pick(wishes, dice)));
  }
}
