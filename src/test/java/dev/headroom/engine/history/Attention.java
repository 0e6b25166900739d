package dev.headroom.engine.history;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.LimitKey;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes up what people do with alerts.
final class Attention {
  private static final int KNOWN_MAX = 20;
  private static final List<Duration> HOLDS =
      Stream.of("PT0.001S", "PT1M", "PT10M", "PT3H", "P7D").map(Duration::parse).toList();
  private static final List<Duration> SPANS =
      Stream.of("PT0S", "PT1M", "PT20M", "PT5H", "PT23H", "P1D").map(Duration::parse).toList();

  private final Dice dice;
  private final Universe universe;

  Attention(Dice dice, Universe universe) {
    this.dice = dice;
    this.universe = universe;
  }

  Command attend(RequestId id) {
    int kind = dice.between(1, 100);
    if (kind <= 50) {
      return new Command.AcknowledgeAlert(id, alert(), "eve", dice.chance(70) ? "seen" : "");
    }
    Command.Shelvable what =
        dice.chance(60)
            ? new Command.Shelvable.One(alert())
            : new Command.Shelvable.Subtree(dice.pick(universe.paths()));
    return kind <= 85
        ? new Command.ShelveAlerts(
            id, what, dice.pick(List.of(ShelfLife.values())), "eve", "too much of it")
        : new Command.UnshelveAlerts(id, what, "eve", "wanted back");
  }

  /// That some constraints run out, or not; what counts from the beginning of the epoch is meant to
  /// count from now.
  Command foretell(RequestId id) {
    List<Foretold> foretold = new ArrayList<>();
    int count = dice.between(1, 3);
    while (foretold.size() < count) {
      int constraint = KNOWN_MAX * foretold.size() + dice.between(0, KNOWN_MAX - 1);
      Optional<Instant> earliest = after(Instant.EPOCH);
      Optional<Instant> expected = earliest.flatMap(this::after);
      foretold.add(
          new Foretold(
              Symbols.constraint(constraint),
              new Exhaustion(earliest, expected, expected.flatMap(this::after)),
              dice.pick(HOLDS)));
    }
    return new Command.Foretell(id, foretold);
  }

  private Optional<Instant> after(Instant at) {
    return dice.chance(75) ? Optional.of(at.plus(dice.pick(SPANS))) : Optional.empty();
  }

  /// Mostly one that there will be by then.
  private AlertRef alert() {
    return dice.chance(90)
        ? Symbols.alert(dice.between(0, KNOWN_MAX))
        : new AlertRef(
            new ConstraintRef(
                ScopePath.ROOT,
                ConstraintRef.Kind.LIMIT,
                new LimitKey(dice.pick(universe.types()), Optional.empty()).toString()),
            50);
  }
}
