package dev.headroom.history.forecast;

import dev.headroom.history.rollup.Grain;
import dev.headroom.history.rollup.HoldingRow;
import dev.headroom.history.rollup.LimitTerms;
import dev.headroom.history.rollup.PoolTerms;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.history.rollup.Segment;
import dev.headroom.history.rollup.UsageRow;
import dev.headroom.model.LimitKey;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WindowCalendar;
import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.DemandForecast;
import dev.headroom.model.forecast.UsageForecast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Says what will be used and when constraints run out, from what was counted.
///
/// Demand is looked at in short buckets first. They follow quickly and see only a few hours ahead;
/// where nothing runs out within those, it is looked at in longer ones.
public final class Forecaster {
  /// Demand is told in the longest buckets of which there are so many.
  private static final int TELLING_MIN = 32;

  private final Rollups rollups;
  private final Instant now;
  private final Map<Key, Map<ResourceType, Demand>> read = new HashMap<>();

  private record Key(OptionalLong place, Bucket bucket) {}

  /// @param now the instance's time
  public Forecaster(Rollups rollups, Instant now) {
    this.rollups = rollups;
    this.now = now;
  }

  /// What a scope will use, and when its constraints run out.
  public UsageForecast forecast(ScopePath path, Standings standings) {
    List<Claim> claims = standings.claims();
    TreeSet<ResourceType> types = new TreeSet<>();
    claims.forEach(claim -> types.add(claim.type()));
    OptionalLong place = rollups.readings().place(path);
    place.ifPresent(number -> types.addAll(used(number)));
    return new UsageForecast(
        path,
        now,
        rollups.begins().map(Instant::ofEpochMilli),
        types.stream().map(type -> demand(place, type)).toList(),
        claims.stream().map(this::of).toList());
  }

  /// Of each constraint when it runs out.
  public List<ConstraintForecast> constraints(Standings standings) {
    return standings.claims().stream().map(this::of).toList();
  }

  /// The types of which anything ever happened.
  private List<ResourceType> used(long place) {
    Segment ever = new Segment(Grain.MONTH, Long.MIN_VALUE, Long.MAX_VALUE);
    return Stream.concat(
            rollups.readings().usage(place, ever).stream().map(UsageRow::type),
            rollups.readings().holding(place, ever).stream().map(HoldingRow::type))
        .toList();
  }

  private DemandForecast demand(OptionalLong place, ResourceType type) {
    Demand told = demand(place, type, Bucket.MINUTE);
    for (Bucket bucket : List.of(Bucket.QUARTER, Bucket.HOUR)) {
      Demand longer = demand(place, type, bucket);
      told = longer.count() >= TELLING_MIN ? longer : told;
    }
    return told.isEnough()
        ? new DemandForecast(type, Optional.of(told.basis()), ahead(told.forecast(), type))
        : new DemandForecast(type, Optional.empty(), List.of());
  }

  private List<Ahead> ahead(Forecast forecast, ResourceType type) {
    List<Ahead> told = new ArrayList<>();
    for (Forecast.Ahead each : forecast.ahead()) {
      Outlook mean = each.mean();
      double times = type.isHeld() ? 1 : each.buckets();
      told.add(
          new Ahead(
              now.plus(forecast.bucket().multipliedBy(each.buckets())),
              Math.round(times * mean.expected()),
              Math.round(times * mean.low()),
              mean.isBounded() ? Optional.of(Math.round(times * mean.high())) : Optional.empty()));
    }
    return List.copyOf(told);
  }

  private ConstraintForecast of(Claim claim) {
    OptionalLong place = place(claim);
    Optional<ConstraintProspect> best = Optional.empty();
    for (Bucket bucket : Bucket.ALL) {
      Demand demand = demand(place, claim.type(), bucket);
      if (demand.isEnough() && best.filter(ConstraintProspect::isConclusive).isEmpty()) {
        ConstraintProspect prospect = new ConstraintProspect(claim, demand, now);
        best =
            best.filter(known -> known.reach() >= prospect.reach()).or(() -> Optional.of(prospect));
      }
    }
    return best.map(prospect -> prospect.told(pastSince(claim)))
        .orElseGet(() -> ConstraintProspect.unknown(claim, now));
  }

  private OptionalLong place(Claim claim) {
    return claim.isOfPool()
        ? rollups.readings().place(new PoolId(claim.constraint().id()))
        : rollups.readings().place(claim.constraint().path());
  }

  private Demand demand(OptionalLong place, ResourceType type, Bucket bucket) {
    Map<ResourceType, Demand> all =
        read.computeIfAbsent(
            new Key(place, bucket), _ -> Demand.read(rollups, place, bucket, now.toEpochMilli()));
    return Objects.requireNonNull(all.get(type));
  }

  /// Since when what is used of a constraint can be told by what was counted: while it had its
  /// present terms, in its present window. Of a spent pool it cannot, since it is topped up.
  private Optional<Instant> pastSince(Claim claim) {
    if (claim.isOfPool()) {
      return claim.isHeld() ? poolSince(claim) : Optional.empty();
    }
    long at = now.toEpochMilli();
    return rollups.readings().limits(claim.constraint().path(), at, at + 1).stream()
        .filter(terms -> isOf(terms, claim))
        .map(terms -> Instant.ofEpochMilli(Math.max(terms.since(), windowBegin(terms))))
        .findFirst();
  }

  private static boolean isOf(LimitTerms terms, Claim claim) {
    return new LimitKey(terms.type(), terms.period()).toString().equals(claim.constraint().id());
  }

  private long windowBegin(LimitTerms terms) {
    return terms
        .period()
        .map(period ->
            new WindowCalendar(rollups.calendar().zoneAt(now.toEpochMilli()))
                .windowAt(period, now.toEpochMilli())
                .start())
        .orElse(Long.MIN_VALUE);
  }

  private Optional<Instant> poolSince(Claim claim) {
    long at = now.toEpochMilli();
    return rollups.readings().pools(at, at + 1).stream()
        .filter(terms -> terms.id().value().equals(claim.constraint().id()))
        .map(PoolTerms::since)
        .map(Instant::ofEpochMilli)
        .findFirst();
  }
}
