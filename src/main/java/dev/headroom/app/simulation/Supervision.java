package dev.headroom.app.simulation;

import dev.headroom.engine.Inspector;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.Foretold;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.Resolution;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ShelfLife;
import dev.headroom.model.WaitStatus;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes up what an administrator does meanwhile: decides about those who wait (Q7), and deals with
/// alerts (T2).
final class Supervision {
  private static final String AUTHOR = "simulation";

  /// So many of those who wait, the first in turn, are looked at.
  private static final int LOOKED_AT = 12;

  private final Dice dice;

  Supervision(Dice dice) {
    this.dice = dice;
  }

  Command supervise(RequestId id, Inspector inspector, Instant now) {
    List<WaitStatus> waits = inspector.waits(ScopePath.ROOT, 0, LOOKED_AT, now);
    return waits.isEmpty() || dice.happens(40)
        ? attend(id, inspector, now)
        : resolve(id, pick(waits));
  }

  private Command resolve(RequestId id, WaitStatus wait) {
    long choice = dice.between(1, 100);
    Resolution resolution =
        choice <= 20
            ? new Resolution.Grant()
            : choice <= 45
                ? new Resolution.Deny()
                : choice <= 70
                    ? new Resolution.Reprioritise(pick(List.of(Priority.values())))
                    : new Resolution.Apply(pick(List.of(ConflictStrategy.values())));
    return new Command.ResolveConflict(
        id, wait.conflict(), wait.id(), resolution, AUTHOR, "to help");
  }

  private Command attend(RequestId id, Inspector inspector, Instant now) {
    long choice = dice.between(1, 100);
    if (choice <= 50) {
      return new Command.AcknowledgeAlert(
          id, alert(inspector, now), AUTHOR, dice.happens(70) ? "seen" : "");
    }
    Command.Shelvable what =
        dice.happens(60)
            ? new Command.Shelvable.One(alert(inspector, now))
            : new Command.Shelvable.Subtree(pick(Terrain.PATHS));
    if (choice > 93) {
      return foretell(id, inspector, now);
    }
    return choice <= 85
        ? new Command.ShelveAlerts(
            id, what, pick(List.of(ShelfLife.values())), AUTHOR, "too much of it")
        : new Command.UnshelveAlerts(id, what, AUTHOR, "wanted back");
  }

  /// That some of what there is runs out, or not.
  private Command foretell(RequestId id, Inspector inspector, Instant now) {
    Config config = inspector.config();
    List<ConstraintRef> all =
        Stream.concat(
                config.limits().stream().map(Limit::ref), config.pools().stream().map(Pool::ref))
            .toList();
    ConstraintRef constraint =
        all.isEmpty() || dice.happens(3)
            ? new ConstraintRef(ScopePath.ROOT, ConstraintRef.Kind.LIMIT, "STORAGE")
            : pick(all);
    Optional<Instant> earliest = soon(now);
    Optional<Instant> expected = earliest.flatMap(this::soon);
    var exhaustion = new Exhaustion(earliest, expected, expected.flatMap(this::soon));
    Duration holds = Duration.ofMillis(dice.between(1, Foretold.HOLDS_MAX.toMillis()));
    return new Command.Foretell(id, List.of(new Foretold(constraint, exhaustion, holds)));
  }

  private Optional<Instant> soon(Instant after) {
    return dice.happens(80)
        ? Optional.of(after.plusMillis(dice.between(0, Foretold.LEAD.toMillis())))
        : Optional.empty();
  }

  /// Mostly one that there is.
  private AlertRef alert(Inspector inspector, Instant now) {
    List<Alert> alerts = inspector.alerts(ScopePath.ROOT, EnumSet.allOf(AlertState.class), now);
    return alerts.isEmpty() || dice.happens(3)
        ? new AlertRef(new ConstraintRef(ScopePath.ROOT, ConstraintRef.Kind.LIMIT, "STORAGE"), 50)
        : pick(alerts).ref();
  }

  private <T> T pick(List<T> from) {
    return from.get((int) dice.between(0, from.size() - 1));
  }
}
