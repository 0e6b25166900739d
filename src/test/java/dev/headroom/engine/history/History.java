package dev.headroom.engine.history;

import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Grows a history from a seed.
final class History {
  private static final long MINUTE_MILLIS = 60_000;
  private static final long HOUR_MILLIS = 60 * MINUTE_MILLIS;
  private static final long DAY_MILLIS = 24 * HOUR_MILLIS;

  /// How many commands in the beginning are most likely to say what limits and pools there are.
  private static final int BEGINNING = 6;

  private final Dice dice;
  private final Universe universe;
  private final Requests requests;
  private final Changes changes;
  private final Attention attention;
  private final List<Dice.Weighted<Kind>> kinds;
  private final List<Step> steps = new ArrayList<>();
  private long now;

  /// Makes up commands of one kind.
  private interface Kind {
    Command make(RequestId id, int number);
  }

  private History(long seed) {
    this.dice = new Dice(seed);
    this.universe = Universe.of(dice);
    this.requests = new Requests(dice, universe);
    this.changes = new Changes(dice, universe);
    this.attention = new Attention(dice, universe);
    this.kinds =
        List.of(
            new Dice.Weighted<>(36, requests::allocate),
            new Dice.Weighted<>(20, (id, _) -> requests.use(id)),
            new Dice.Weighted<>(4, requests::allocateBatch),
            new Dice.Weighted<>(2, (id, _) -> requests.useBatch(id)),
            new Dice.Weighted<>(14, (id, _) -> requests.release(id)),
            new Dice.Weighted<>(3, (id, _) -> requests.renew(id)),
            new Dice.Weighted<>(8, (id, _) -> requests.resize(id)),
            new Dice.Weighted<>(3, (id, _) -> requests.resolve(id)),
            new Dice.Weighted<>(1, (id, _) -> new Command.CloseScope(id, path())),
            new Dice.Weighted<>(1, (id, _) -> requests.reportScore(id)),
            new Dice.Weighted<>(2, (id, _) -> requests.takeCheckpoint(id)),
            new Dice.Weighted<>(4, (id, _) -> requests.restore(id)),
            new Dice.Weighted<>(1, (id, _) -> requests.forgetCheckpoint(id)),
            new Dice.Weighted<>(5, (id, _) -> changes.apply(id)),
            new Dice.Weighted<>(3, (id, _) -> changes.topUp(id)),
            new Dice.Weighted<>(5, (id, _) -> changes.lend(id)),
            new Dice.Weighted<>(2, (id, _) -> changes.recall(id)),
            new Dice.Weighted<>(5, (id, _) -> attention.attend(id)),
            new Dice.Weighted<>(4, (id, _) -> attention.foretell(id)),
            new Dice.Weighted<>(10, (_, _) -> new Command.AdvanceTime()));
    this.now = universe.start().toEpochMilli();
  }

  /// The first steps of the history of a seed.
  static List<Step> of(long seed, int length) {
    History history = new History(seed);
    while (history.steps.size() < length) {
      history.add();
    }
    return List.copyOf(history.steps);
  }

  private void add() {
    int number = steps.size() + 1;
    now += jump();
    long back = dice.chance(2) ? dice.between(1L, 5 * MINUTE_MILLIS) : 0;
    RequestId id = new RequestId(dice.chance(2) ? "again" : "r" + number);
    Command command =
        number > 1 && dice.chance(3) ? dice.pick(steps).command() : command(number, id);
    steps.add(new Step(number, Instant.ofEpochMilli(now - back), command));
  }

  private Command command(int number, RequestId id) {
    if (number <= BEGINNING && dice.chance(80)) {
      return changes.apply(id);
    }
    return dice.roll(kinds).make(id, number);
  }

  private ScopePath path() {
    return dice.pick(universe.paths());
  }

  private long jump() {
    return switch (universe.pace()) {
      case SLOW -> dice.chance(1) ? minutes() : seconds();
      case BRISK -> dice.chance(20) ? minutes() : seconds();
      case LEAPING -> dice.chance(3) ? days() : dice.chance(15) ? minutes() : seconds();
    };
  }

  private long seconds() {
    int kind = dice.between(1, 100);
    if (kind <= 35) {
      return 0;
    }
    return kind <= 90 ? dice.between(1L, 3_000L) : until(kind <= 99 ? 1_000 : MINUTE_MILLIS);
  }

  private long minutes() {
    int kind = dice.between(1, 100);
    if (kind <= 75) {
      return dice.between(1L, (kind <= 60 ? 10 : 60) * MINUTE_MILLIS);
    }
    return until(kind <= 97 ? HOUR_MILLIS : DAY_MILLIS);
  }

  private long days() {
    return dice.between(0L, (dice.chance(10) ? 40 : 2) * DAY_MILLIS);
  }

  /// How long until the next whole minute, hour or day: where windows end and leases do too.
  private long until(long length) {
    return length - now % length;
  }
}
