package dev.headroom.engine.history;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Period;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The few things that one history is about, so that its commands often meet.
///
/// @param start when it begins
/// @param zones time zones it may live in
/// @param paths scopes
/// @param types resource types
/// @param periods how long the windows of limits are
/// @param pools places at which it may have pools
/// @param pace how time passes
/// @param fashion the strategy that most constraints with one have
/// @param extremes how often, of a thousand, an amount is as large as can be said
record Universe(
    Instant start,
    List<ZoneId> zones,
    List<ScopePath> paths,
    List<ResourceType> types,
    List<Period> periods,
    List<PoolPlace> pools,
    Pace pace,
    ConflictStrategy fashion,
    int extremes) {

  /// How much time passes between commands.
  enum Pace {
    /// Seconds, so that much is held at once.
    SLOW,
    /// Minutes, so that leases and waits end.
    BRISK,
    /// Sometimes days and months.
    LEAPING
  }

  /// Where a pool may be.
  record PoolPlace(PoolId id, ScopePath path, ResourceType type) {}

  /// Shortly before clocks change somewhere, or a day is left out; all of it past, so that no
  /// government can change it any more.
  private static final List<Instant> STARTS =
      Stream.of(
              "2010-11-06T22:13:07Z",
              "2011-12-29T08:00:00Z",
              "2016-02-28T23:59:59.999Z",
              "2017-10-01T12:34:56Z",
              "2018-02-17T00:00:00Z",
              "2018-03-24T18:00:00Z",
              "2018-12-31T10:00:00Z")
          .map(Instant::parse)
          .toList();

  /// Clocks that change at midnight, by half an hour, across midnight, across a whole day, never.
  private static final List<ZoneId> ZONES =
      Stream.of(
              "UTC",
              "Europe/Berlin",
              "America/Sao_Paulo",
              "America/St_Johns",
              "Australia/Lord_Howe",
              "Pacific/Apia",
              "Asia/Kathmandu")
          .map(ZoneId::of)
          .toList();

  private static final List<ScopePath> PATHS =
      Stream.of(
              "/",
              "/user:a",
              "/user:a/swarm:s",
              "/user:a/swarm:s/run:r",
              "/user:a/session:c/swarm:s/run:r/step:1",
              "/user:b",
              "/user:b/run:r",
              "/user:b/run:r/step:1",
              "/session:x")
          .map(ScopePath::of)
          .toList();

  private static final List<Period> PERIODS =
      Stream.of(
              "PT1M", "PT7M", "PT1H", "PT1H", "PT5H", "P1D", "P1D", "P2D", "P1W", "P3W", "P1M",
              "P5M")
          .map(Period::of)
          .toList();

  /// The strategies that constraints may have.
  static final List<ConflictStrategy> STRATEGIES =
      List.of(
          ConflictStrategy.QUEUING,
          ConflictStrategy.PRIORITY,
          ConflictStrategy.PREEMPTION,
          ConflictStrategy.SHARING,
          ConflictStrategy.NEGOTIATION);

  /// The universe of a seed.
  static Universe of(Dice dice) {
    List<ScopePath> paths = dice.some(PATHS, dice.between(3, 7));
    List<ResourceType> types = dice.some(ResourceType.ALL, dice.between(2, 3));
    List<PoolPlace> pools = new ArrayList<>();
    for (String name : List.of("p", "q", "r", "s").subList(0, dice.between(1, 4))) {
      pools.add(new PoolPlace(new PoolId(name), dice.pick(paths), dice.pick(types)));
    }
    return new Universe(
        dice.pick(STARTS),
        dice.some(ZONES, dice.between(1, 3)),
        paths,
        types,
        dice.some(PERIODS, dice.between(1, 4)),
        List.copyOf(pools),
        dice.pick(List.of(Pace.SLOW, Pace.SLOW, Pace.BRISK, Pace.LEAPING)),
        dice.pick(STRATEGIES),
        dice.chance(10) ? 100 : 2);
  }
}
