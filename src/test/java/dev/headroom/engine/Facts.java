package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.Enforcement;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The things that stories are about, written short.
final class Facts {
  private Facts() {}

  /// `10:30` on a Monday, or a date with a time and offset.
  static Instant time(String text) {
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.of(2026, 3, 2).atTime(LocalTime.parse(text)).toInstant(ZoneOffset.UTC);
  }

  /// A hard limit for the scope's lifetime.
  static Limit limit(String path, ResourceType type, long amount) {
    return new Limit(ScopePath.of(path), type, Limit.Terms.hard(amount));
  }

  /// A hard limit per window.
  static Limit limit(String path, ResourceType type, long amount, String period) {
    return new Limit(ScopePath.of(path), type, Limit.Terms.hard(amount).per(Period.of(period)));
  }

  static Limit rollingOver(Limit limit) {
    return limit.with(limit.terms().withRollover(true));
  }

  static Limit alertingAt(Limit limit, Integer... percents) {
    return limit.with(limit.terms().withThresholds(new Thresholds(List.of(percents))));
  }

  /// Soft: a grace, then refused (L6).
  static Limit refused(Limit limit, String grace) {
    return enforced(
        limit, new Enforcement.Soft(Duration.parse(grace), new Enforcement.Overage.Refused()));
  }

  /// Soft: a grace, then charged without a cap.
  static Limit charged(Limit limit, String grace, String multiplier) {
    return charged(limit, grace, multiplier, Optional.empty());
  }

  /// Soft: a grace, then charged up to a cap.
  static Limit charged(Limit limit, String grace, String multiplier, long cap) {
    return charged(limit, grace, multiplier, Optional.of(cap));
  }

  private static Limit charged(Limit limit, String grace, String multiplier, Optional<Long> cap) {
    long thousandths = new BigDecimal(multiplier).movePointRight(3).longValueExact();
    return enforced(
        limit,
        new Enforcement.Soft(
            Duration.parse(grace), new Enforcement.Overage.Charged(thousandths, cap)));
  }

  private static Limit enforced(Limit limit, Enforcement enforcement) {
    return limit.with(limit.terms().withEnforcement(enforcement));
  }

  static Limit deciding(ConflictStrategy strategy, Limit limit) {
    return limit.with(limit.terms().withOnConflict(Optional.of(strategy)));
  }

  /// A pool that does not refill.
  static Pool pool(String id, String path, ResourceType type, long capacity) {
    return new Pool(new PoolId(id), ScopePath.of(path), type, Pool.Terms.of(capacity));
  }

  static Pool refilled(Pool pool, long amount, String interval) {
    return pool.with(pool.terms().replenished(amount, Duration.parse(interval)));
  }

  static Pool priced(Pool pool, String creditsPerUnit, Price.Step... steps) {
    return pool.with(
        pool.terms()
            .withCostPerUnit(new Price(Money.of(new BigDecimal(creditsPerUnit)), List.of(steps))));
  }

  /// Another price from so many percent on.
  static Price.Step step(int percent, String creditsPerUnit) {
    return new Price.Step(percent, Money.of(new BigDecimal(creditsPerUnit)));
  }

  static Pool deciding(ConflictStrategy strategy, Pool pool) {
    return pool.with(pool.terms().withOnConflict(Optional.of(strategy)));
  }

  /// Shared by a policy among these members, or among all below the owner where none is named (P4).
  static Pool shared(SharingPolicy policy, Pool pool, Pool.Member... members) {
    return pool.with(pool.terms().withSharing(policy).withMembers(List.of(members)));
  }

  /// The same, able to borrow so much from the next pool up the path (P5).
  static Pool borrowing(long limit, Pool pool) {
    return pool.with(pool.terms().withBorrowing(limit));
  }

  static Pool.Member member(String path, long quota, int weight) {
    return new Pool.Member(ScopePath.of(path), quota, weight);
  }

  /// Settings with everything else as by default.
  static Settings zone(String zone) {
    return new Settings(
        ZoneId.of(zone), Settings.DEFAULT.agingInterval(), Settings.DEFAULT.starvationInterval());
  }

  /// A line granted in full.
  static GrantedLine full(ResourceType type, long amount) {
    return new GrantedLine(type, amount, amount);
  }

  /// A line granted in full beyond a soft limit.
  static GrantedLine flagged(ResourceType type, long amount, GrantedLine.Flag... flags) {
    return new GrantedLine(type, amount, amount, List.of(flags));
  }

  /// A line granted in part.
  static GrantedLine cut(ResourceType type, long requested, long granted) {
    return new GrantedLine(type, requested, granted);
  }

  static List<GrantedLine> lines(GrantedLine... lines) {
    return Arrays.asList(lines);
  }

  /// Reads what [ConstraintRef#toString()] writes: `/user:ada LIMIT TOKENS/P1D`.
  static ConstraintRef constraint(String text) {
    List<String> words = List.of(text.split(" ", 3));
    return new ConstraintRef(
        ScopePath.of(words.get(0)), ConstraintRef.Kind.valueOf(words.get(1)), words.get(2));
  }

  /// Why a line was not granted as asked.
  static Denial no(
      ResourceType type, long requested, long headroom, String binding, Denial.Reason reason) {
    return new Denial(type, requested, headroom, constraint(binding), reason);
  }
}
