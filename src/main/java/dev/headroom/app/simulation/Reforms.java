package dev.headroom.app.simulation;

import dev.headroom.engine.Inspector;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Price;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes up changes of limits, pools and settings. `/` always keeps limits for every type, so that
/// never more is held than those let through.
final class Reforms {
  private static final String AUTHOR = "simulation";
  private static final List<Period> PERIODS =
      List.of(Period.of("PT1M"), Period.of("PT7M"), Period.of("PT1H"), Period.of("P1D"));
  private static final List<Period> LONG_PERIODS = List.of(Period.of("P1W"), Period.of("P1M"));

  private final Dice dice;

  Reforms(Dice dice) {
    this.dice = dice;
  }

  /// What there is from the beginning: limits at `/`, and every pool.
  Command found(RequestId id) {
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.PutLimits(ScopePath.ROOT, rootLimits(), 0));
    for (Terrain.PoolPlace place : Terrain.POOLS) {
      changes.add(
          new Change.PutPool(new Pool(place.id(), place.path(), place.type(), terms(place)), 0));
    }
    return new Command.ApplyChanges(id, changes, AUTHOR, "to begin");
  }

  /// Some change, based on what holds now or, sometimes, on something else.
  Command reform(RequestId id, Inspector inspector, Instant now) {
    long choice = dice.between(1, 100);
    Change change =
        choice <= 50
            ? limits(inspector, now)
            : choice <= 90
                ? pool(inspector, now)
                : new Change.PutSettings(settings(), inspector.settingsVersion());
    return new Command.ApplyChanges(id, List.of(change), AUTHOR, "to see");
  }

  Command topUp(RequestId id) {
    return new Command.TopUp(id, place().id(), dice.between(1, 200), AUTHOR, "more");
  }

  private Change limits(Inspector inspector, Instant now) {
    boolean atRoot = dice.happens(15);
    ScopePath path = atRoot ? ScopePath.ROOT : pick(Terrain.PATHS);
    long version = inspector.scope(path, now).map(ScopeStatus::version).orElse(0L);
    return new Change.PutLimits(path, atRoot ? rootLimits() : someLimits(path), basedOn(version));
  }

  private List<Limit> rootLimits() {
    List<Limit> limits = new ArrayList<>();
    for (ResourceType type : Terrain.TYPES) {
      Optional<Period> period = type.isHeld() ? Optional.empty() : Optional.of(pick(PERIODS));
      limits.add(limit(ScopePath.ROOT, type, dice.between(400, 4_000), period));
    }
    return limits;
  }

  private List<Limit> someLimits(ScopePath path) {
    List<Limit> limits = new ArrayList<>();
    for (ResourceType type : Terrain.TYPES) {
      if (dice.happens(25)) {
        Optional<Period> period =
            type.isHeld() || dice.happens(10)
                ? Optional.empty()
                : Optional.of(dice.happens(80) ? pick(PERIODS) : pick(LONG_PERIODS));
        limits.add(limit(path, type, dice.between(0, 500), period));
      }
    }
    return limits;
  }

  private Limit limit(ScopePath path, ResourceType type, long amount, Optional<Period> period) {
    return new Limit(
        path,
        type,
        new Limit.Terms(
            amount,
            period,
            period.isPresent() && dice.happens(30),
            path.isRoot() || dice.happens(60) ? Enforcement.HARD : soft(),
            Thresholds.DEFAULT,
            strategy()));
  }

  private Enforcement soft() {
    return new Enforcement.Soft(
        Duration.ofMillis(dice.between(0, 600_000)),
        dice.happens(50)
            ? new Enforcement.Overage.Refused()
            : new Enforcement.Overage.Charged(
                dice.between(1_000, 4_000),
                dice.happens(60) ? Optional.of(dice.between(0, 300)) : Optional.empty()));
  }

  private Change pool(Inspector inspector, Instant now) {
    Terrain.PoolPlace place = place();
    long version = inspector.pool(place.id(), now).map(PoolStatus::version).orElse(0L);
    return version > 0 && dice.happens(10)
        ? new Change.RemovePool(place.id(), basedOn(version))
        : new Change.PutPool(
            new Pool(place.id(), place.path(), place.type(), terms(place)), basedOn(version));
  }

  private Pool.Terms terms(Terrain.PoolPlace place) {
    Optional<Pool.Replenishment> replenishment =
        place.type().isHeld()
            ? Optional.empty()
            : Optional.of(
                new Pool.Replenishment(
                    dice.between(50, 2_000), Duration.ofMillis(dice.between(1_000, 120_000))));
    return new Pool.Terms(
        dice.between(50, place.path().isRoot() ? 3_000 : 400),
        replenishment,
        price(place.type()),
        dice.happens(50) ? SharingPolicy.PRIORITY : pick(List.of(SharingPolicy.values())),
        members(place.path()),
        place.path().isRoot() || dice.happens(50) ? 0 : dice.between(1, 200),
        Thresholds.DEFAULT,
        strategy());
  }

  /// Mostly the same for every unit, else up to three steps.
  private Price price(ResourceType type) {
    List<Price.Step> steps = new ArrayList<>();
    int from = 0;
    while (type.isSpent() && steps.size() < 3 && dice.happens(30)) {
      from += (int) dice.between(1, 60);
      steps.add(new Price.Step(from, new Money(dice.between(0, 9))));
    }
    return new Price(new Money(dice.between(0, 3)), steps);
  }

  /// Mostly none, else some of the users.
  private List<Pool.Member> members(ScopePath owner) {
    List<Pool.Member> members = new ArrayList<>();
    if (owner.isRoot() && dice.happens(40)) {
      for (ScopePath user : Terrain.USERS) {
        if (dice.happens(70)) {
          members.add(new Pool.Member(user, dice.between(0, 200), (int) dice.between(1, 5)));
        }
      }
    }
    return members;
  }

  private Settings settings() {
    return new Settings(
        pick(Terrain.ZONES),
        Duration.ofMillis(dice.between(1_000, 120_000)),
        Duration.ofMillis(dice.between(1_000, 600_000)));
  }

  /// All of them about equally often.
  private Optional<ConflictStrategy> strategy() {
    return dice.happens(40)
        ? Optional.empty()
        : Optional.of(pick(List.of(ConflictStrategy.values())));
  }

  private long basedOn(long version) {
    return dice.happens(97) ? version : version + dice.between(0, 2);
  }

  private Terrain.PoolPlace place() {
    return pick(Terrain.POOLS);
  }

  private <T> T pick(List<T> from) {
    return from.get((int) dice.between(0, from.size() - 1));
  }
}
