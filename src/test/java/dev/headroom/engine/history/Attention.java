package dev.headroom.engine.history;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.LimitKey;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import java.util.List;
import java.util.Optional;

/// Makes up what people do with alerts.
final class Attention {
  private static final int KNOWN_MAX = 20;

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
