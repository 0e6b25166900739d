package dev.headroom.engine.history;

import dev.headroom.model.Amount;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Limit;
import dev.headroom.model.LoanId;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes up changes of limits, pools and settings.
final class Changes {
  private static final List<Duration> INTERVALS =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMillis(999),
          Duration.ofSeconds(7),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          Duration.ofDays(1));

  private static final List<Duration> GRACES =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(1),
          Duration.ofSeconds(3),
          Duration.ofMinutes(1),
          Duration.ofHours(1));

  private static final List<Thresholds> THRESHOLDS =
      List.of(
          Thresholds.DEFAULT,
          Thresholds.DEFAULT,
          new Thresholds(List.of()),
          new Thresholds(List.of(100)),
          new Thresholds(List.of(1, 4, 33, 90, 101, 250)));

  private static final List<SharingPolicy> SHARING =
      List.of(SharingPolicy.EQUAL, SharingPolicy.QUOTA, SharingPolicy.FAIR);

  private final Dice dice;
  private final Universe universe;

  Changes(Dice dice, Universe universe) {
    this.dice = dice;
    this.universe = universe;
  }

  Command apply(RequestId id) {
    List<Change> changes = new ArrayList<>();
    int count = dice.chance(75) ? 1 : dice.between(2, 4);
    while (changes.size() < count) {
      changes.add(change());
    }
    return new Command.ApplyChanges(id, changes, "ada", "to see");
  }

  Command topUp(RequestId id) {
    return new Command.TopUp(
        id, dice.pick(universe.pools()).id(), dice.between(1, 12), "ada", "more");
  }

  /// Mostly of a pool of which quota can be lent, which is found when the command is played; until
  /// when, counts from then on.
  Command lend(RequestId id) {
    long millis =
        dice.chance(97)
            ? dice.between(1L, dice.chance(50) ? 20_000L : 3_600_000L)
            : dice.pick(List.of(0L, 30 * 86_400_000L, 30 * 86_400_000L + 1));
    return new Command.LendQuota(
        id,
        dice.chance(97) ? Symbols.ANY_POOL : dice.pick(universe.pools()).id(),
        dice.pick(universe.paths()),
        dice.pick(universe.paths()),
        dice.chance(95) ? dice.between(1, 6) : Amount.MAX,
        Instant.ofEpochMilli(millis),
        "ada",
        "helps " + dice.between(0, 999));
  }

  /// Mostly of a loan that there is when the command is played.
  Command recall(RequestId id) {
    return new Command.RecallQuota(
        id,
        dice.chance(97) ? Symbols.ANY_POOL : dice.pick(universe.pools()).id(),
        new LoanId(dice.between(1, 999)),
        "ada",
        "needs it");
  }

  private Change change() {
    int kind = dice.between(1, 100);
    if (kind <= 50) {
      return putLimits();
    }
    if (kind <= 85) {
      return putPool();
    }
    return kind <= 93
        ? new Change.RemovePool(dice.pick(universe.pools()).id(), basedOn())
        : new Change.PutSettings(settings(), basedOn());
  }

  private Change putLimits() {
    ScopePath path = dice.pick(universe.paths());
    List<Limit> limits = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    int count = dice.between(0, 3);
    for (int made = 0; made < count; made++) {
      ResourceType type = dice.pick(universe.types());
      Limit limit = new Limit(path, type, limitTerms(type));
      if (keys.add(limit.key())) {
        limits.add(limit);
      }
    }
    return new Change.PutLimits(path, limits, basedOn());
  }

  private Limit.Terms limitTerms(ResourceType type) {
    Optional<Period> period =
        type.isHeld() || dice.chance(35)
            ? Optional.empty()
            : Optional.of(dice.pick(universe.periods()));
    return new Limit.Terms(
        bound(dice.chance(50) ? 30 : 120),
        period,
        period.isPresent() && dice.chance(35),
        enforcement(),
        dice.pick(THRESHOLDS),
        strategy());
  }

  private Enforcement enforcement() {
    if (dice.chance(70)) {
      return Enforcement.HARD;
    }
    return new Enforcement.Soft(dice.pick(GRACES), overage());
  }

  private Enforcement.Overage overage() {
    if (dice.chance(35)) {
      return new Enforcement.Overage.Refused();
    }
    return new Enforcement.Overage.Charged(
        dice.pick(List.of(1000L, 1001L, 1500L, 3333L, 1_000_000L)),
        dice.chance(50) ? Optional.of(bound(20)) : Optional.empty());
  }

  private Change putPool() {
    Universe.PoolPlace place = dice.pick(universe.pools());
    ScopePath path = dice.chance(2) ? dice.pick(universe.paths()) : place.path();
    ResourceType type = dice.chance(2) ? dice.pick(universe.types()) : place.type();
    SharingPolicy sharing = dice.chance(60) ? SharingPolicy.PRIORITY : dice.pick(SHARING);
    Pool.Terms terms =
        new Pool.Terms(
            bound(dice.chance(50) ? 30 : 120),
            dice.chance(type.isHeld() ? 90 : 40) ? Optional.empty() : Optional.of(replenishment()),
            price(type),
            sharing,
            sharing == SharingPolicy.QUOTA ? lending(members(path, 75)) : members(path, 40),
            dice.chance(65) ? 0 : dice.chance(98) ? dice.between(1, 20) : Amount.MAX,
            dice.pick(THRESHOLDS),
            strategy());
    return new Change.PutPool(new Pool(place.id(), path, type, terms), basedOn());
  }

  /// Mostly the same for every unit, else up to three steps.
  private Price price(ResourceType type) {
    List<Price.Step> steps = new ArrayList<>();
    int from = 0;
    while (type.isSpent() && steps.size() < 3 && dice.chance(45)) {
      from += dice.between(1, 50);
      steps.add(new Price.Step(from, money()));
    }
    return new Price(money(), steps);
  }

  private Money money() {
    return new Money(dice.chance(98) ? dice.between(0, 3) : Long.MAX_VALUE / 5);
  }

  /// None, or some scopes of the pool's subtree.
  ///
  /// @param often how often there are some, in percent
  private List<Pool.Member> members(ScopePath owner, int often) {
    List<Pool.Member> members = new ArrayList<>();
    boolean named = dice.chance(often);
    for (ScopePath path : universe.paths()) {
      if (named && path.isWithin(owner) && dice.chance(60)) {
        long quota = dice.chance(99) ? dice.between(0, 12) : Amount.MAX;
        int weight = dice.chance(90) ? dice.between(1, 4) : Pool.Member.WEIGHT_MAX;
        members.add(new Pool.Member(path, quota, weight));
      }
    }
    return members;
  }

  /// Some of which lend one or two others of what they are guaranteed, mostly for a while.
  private List<Pool.Member> lending(List<Pool.Member> members) {
    List<Pool.Member> lending = new ArrayList<>();
    for (Pool.Member member : members) {
      List<QuotaLoan> loans = new ArrayList<>();
      while (members.size() > 1 && loans.size() < 2 && dice.chance(40)) {
        ScopePath to = dice.pick(members).path();
        if (!to.equals(member.path())) {
          Instant until = universe.start().plusMillis(dice.between(0L, 3_600_000L));
          loans.add(new QuotaLoan(to, dice.between(1, 8), until));
        }
      }
      lending.add(member.lending(loans));
    }
    return lending;
  }

  private Pool.Replenishment replenishment() {
    long amount = dice.chance(99) ? dice.between(1, 20) : dice.between(1L, Amount.MAX);
    return new Pool.Replenishment(amount, dice.pick(INTERVALS));
  }

  private Settings settings() {
    return new Settings(
        dice.pick(universe.zones()),
        dice.pick(INTERVALS),
        dice.pick(INTERVALS),
        dice.chance(40) ? dice.pick(INTERVALS) : Duration.ZERO);
  }

  private long bound(int usual) {
    return dice.chance(99) ? dice.between(0, usual) : Amount.MAX - dice.between(0, 3);
  }

  private Optional<ConflictStrategy> strategy() {
    if (dice.chance(50)) {
      return Optional.empty();
    }
    if (dice.chance(60)) {
      return Optional.of(universe.fashion());
    }
    return Optional.of(
        dice.chance(2)
            ? dice.pick(List.of(ConflictStrategy.values()))
            : dice.pick(Universe.STRATEGIES));
  }

  private long basedOn() {
    if (dice.chance(95)) {
      return Symbols.CURRENT;
    }
    return dice.chance(50) ? Symbols.OUTDATED : dice.between(0, 9);
  }
}
