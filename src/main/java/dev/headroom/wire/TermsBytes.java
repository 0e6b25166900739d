package dev.headroom.wire;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The terms of limits, pools and settings as bytes. Of this form the same holds as of
/// [CommandBytes].
public final class TermsBytes {
  private static final int HARD = 0;
  private static final int REFUSED = 1;
  private static final int CHARGED = 2;
  private static final int CAPPED = 3;

  /// Set in the byte of a pool's policy where steps of its price follow.
  private static final int STEPS = 0x80;

  /// Added to a member's weight where what it lends follows.
  private static final int LENDS = 1 << 20;

  private static final List<Period.Unit> UNITS = List.of(Period.Unit.values());
  private static final List<ConflictStrategy> STRATEGIES = List.of(ConflictStrategy.values());
  private static final List<SharingPolicy> POLICIES = List.of(SharingPolicy.values());

  private TermsBytes() {}

  /// Writes what holds for a whole instance.
  public static void write(ByteWriter to, Settings settings) {
    to.text(settings.timeZone().getId());
    ValueBytes.write(to, settings.agingInterval());
    ValueBytes.write(to, settings.starvationInterval());
    ValueBytes.write(to, settings.alertDelay());
  }

  /// Reads what holds for a whole instance.
  public static Settings settings(ByteReader from) {
    return new Settings(
        ZoneId.of(from.text()),
        ValueBytes.duration(from),
        ValueBytes.duration(from),
        ValueBytes.duration(from));
  }

  /// Writes the terms of a limit.
  public static void write(ByteWriter to, Limit.Terms terms) {
    to.number(terms.amount());
    Optional<Period> period = terms.period();
    to.number(period.map(Period::count).orElse(0));
    period.ifPresent(each -> to.oneByte(each.unit().ordinal()));
    to.oneByte(terms.rollover() ? 1 : 0);
    write(to, terms.enforcement());
    write(to, terms.thresholds());
    write(to, terms.onConflict());
  }

  /// Reads the terms of a limit.
  public static Limit.Terms terms(ByteReader from) {
    long amount = from.number();
    int count = from.upTo(Integer.MAX_VALUE);
    Optional<Period> period =
        count == 0 ? Optional.empty() : Optional.of(new Period(count, ValueBytes.one(UNITS, from)));
    return new Limit.Terms(
        amount, period, from.oneByte() != 0, enforcement(from), thresholds(from), strategy(from));
  }

  /// Writes a pool.
  public static void write(ByteWriter to, Pool pool) {
    Pool.Terms terms = pool.terms();
    to.text(pool.id().value());
    ValueBytes.write(to, pool.path());
    to.oneByte(pool.type().ordinal()).number(terms.capacity());
    to.number(terms.replenishment().map(Pool.Replenishment::amount).orElse(0L));
    terms.replenishment().ifPresent(refill -> ValueBytes.write(to, refill.interval()));
    write(to, terms.costPerUnit(), terms.sharing());
    ValueBytes.writeAll(to, terms.members(), member -> write(to, member));
    to.number(terms.borrowing());
    write(to, terms.thresholds());
    write(to, terms.onConflict());
  }

  /// Reads a pool.
  public static Pool pool(ByteReader from) {
    PoolId id = new PoolId(from.text());
    ScopePath path = ValueBytes.path(from);
    ResourceType type = ValueBytes.type(from);
    long capacity = from.number();
    long refill = from.number();
    Optional<Pool.Replenishment> replenishment =
        refill == 0
            ? Optional.empty()
            : Optional.of(new Pool.Replenishment(refill, ValueBytes.duration(from)));
    Money base = new Money(from.number());
    int policy = from.oneByte();
    List<Price.Step> steps = policy < STEPS ? List.of() : from.list(() -> step(from));
    Pool.Terms terms =
        new Pool.Terms(
            capacity,
            replenishment,
            new Price(base, steps),
            ValueBytes.at(POLICIES, policy % STEPS, from),
            from.list(() -> member(from)),
            from.number(),
            thresholds(from),
            strategy(from));
    return new Pool(id, path, type, terms);
  }

  private static void write(ByteWriter to, Price price, SharingPolicy sharing) {
    to.number(price.base().micros()).oneByte(sharing.ordinal() + (price.isFlat() ? 0 : STEPS));
    if (!price.isFlat()) {
      ValueBytes.writeAll(
          to, price.steps(), step -> to.number(step.from()).number(step.costPerUnit().micros()));
    }
  }

  private static Price.Step step(ByteReader from) {
    return new Price.Step(from.upTo(Thresholds.PERCENT_MAX), new Money(from.number()));
  }

  private static void write(ByteWriter to, Optional<ConflictStrategy> strategy) {
    to.oneByte(strategy.map(each -> each.ordinal() + 1).orElse(0));
  }

  private static Optional<ConflictStrategy> strategy(ByteReader from) {
    int place = from.oneByte();
    return place == 0 ? Optional.empty() : Optional.of(ValueBytes.at(STRATEGIES, place - 1, from));
  }

  private static void write(ByteWriter to, Enforcement enforcement) {
    switch (enforcement) {
      case Enforcement.Hard _ -> to.oneByte(HARD);
      case Enforcement.Soft(var grace, Enforcement.Overage.Refused _) -> {
        to.oneByte(REFUSED);
        ValueBytes.write(to, grace);
      }
      case Enforcement.Soft(var grace, Enforcement.Overage.Charged(long millis, var cap)) -> {
        to.oneByte(cap.isPresent() ? CAPPED : CHARGED);
        ValueBytes.write(to, grace);
        to.number(millis);
        cap.ifPresent(to::number);
      }
    }
  }

  private static Enforcement enforcement(ByteReader from) {
    int tag = from.oneByte();
    if (tag == HARD) {
      return Enforcement.HARD;
    }
    Duration grace = ValueBytes.duration(from);
    return new Enforcement.Soft(
        grace,
        switch (tag) {
          case REFUSED -> new Enforcement.Overage.Refused();
          case CHARGED -> new Enforcement.Overage.Charged(from.number(), Optional.empty());
          case CAPPED -> new Enforcement.Overage.Charged(from.number(), Optional.of(from.number()));
          default -> throw from.malformed("no enforcement has the tag " + tag);
        });
  }

  /// One more than how many there are; 0 stands for the default.
  private static void write(ByteWriter to, Thresholds thresholds) {
    if (thresholds.equals(Thresholds.DEFAULT)) {
      to.oneByte(0);
    } else {
      to.oneByte(thresholds.percents().size() + 1);
      thresholds.percents().forEach(to::number);
    }
  }

  private static Thresholds thresholds(ByteReader from) {
    int count = from.oneByte();
    if (count == 0) {
      return Thresholds.DEFAULT;
    }
    Integer[] percents = new Integer[Math.min(count - 1, Thresholds.COUNT_MAX + 1)];
    for (int at = 0; at < percents.length; at++) {
      percents[at] = from.upTo(Thresholds.PERCENT_MAX);
    }
    return new Thresholds(List.of(percents));
  }

  private static void write(ByteWriter to, Pool.Member member) {
    ValueBytes.write(to, member.path());
    boolean lends = !member.loans().isEmpty();
    to.number(member.quota()).number(member.weight() + (lends ? LENDS : 0));
    if (lends) {
      ValueBytes.writeAll(to, member.loans(), loan -> write(to, loan));
    }
  }

  private static void write(ByteWriter to, QuotaLoan loan) {
    ValueBytes.write(to, loan.to());
    to.number(loan.amount()).number(loan.until().toEpochMilli());
  }

  private static QuotaLoan loan(ByteReader from) {
    return new QuotaLoan(ValueBytes.path(from), from.number(), Instant.ofEpochMilli(from.number()));
  }

  private static Pool.Member member(ByteReader from) {
    ScopePath path = ValueBytes.path(from);
    long quota = from.number();
    int weight = from.upTo(LENDS + Pool.Member.WEIGHT_MAX);
    List<QuotaLoan> loans = weight < LENDS ? List.of() : from.list(() -> loan(from));
    return new Pool.Member(path, quota, weight % LENDS, loans);
  }
}
