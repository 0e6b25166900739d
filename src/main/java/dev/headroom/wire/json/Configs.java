package dev.headroom.wire.json;

import dev.headroom.model.Config;
import dev.headroom.model.Enforcement;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/// Shapes of limits, pools and settings, with the members that a config document has.
public final class Configs {
  private static final String UTC = "UTC";

  private static final Shape<Thresholds> THRESHOLDS =
      Scalar.integer(1, Thresholds.PERCENT_MAX)
          .listed(Thresholds.COUNT_MAX)
          .as(Thresholds::new, Thresholds::percents);

  /// A limit.
  public static final ObjectShape<Limit> LIMIT = ObjectShape.of("Limit", Configs::limit);

  private static final Shape<Duration> REFILL_INTERVAL =
      Scalar.DURATION.as(Pool.Replenishment::requireInterval, Function.identity());

  private static final Shape<Pool.Replenishment> REPLENISHMENT =
      ObjectShape.of(
          "Replenishment",
          fields -> {
            var amount = fields.required("amount", Scalar.amount(1), Pool.Replenishment::amount);
            var every = fields.required("every", REFILL_INTERVAL, Pool.Replenishment::interval);
            return in -> new Pool.Replenishment(in.get(amount), in.get(every));
          });

  private static final Shape<QuotaLoan> LOAN =
      ObjectShape.of(
          "QuotaLoan",
          fields -> {
            var to = fields.required("to", Names.PATH, QuotaLoan::to);
            var amount = fields.required("amount", Scalar.amount(1), QuotaLoan::amount);
            var until = fields.required("until", Scalar.INSTANT, QuotaLoan::until);
            return in -> new QuotaLoan(in.get(to), in.get(amount), in.get(until));
          });

  private static final Shape<Pool.Member> MEMBER =
      ObjectShape.of(
          "PoolMember",
          fields -> {
            var path = fields.required("path", Names.PATH, Pool.Member::path);
            var quota = fields.byDefault("quota", Scalar.amount(0), 0L, Pool.Member::quota);
            var weight =
                fields.byDefault(
                    "weight", Scalar.integer(1, Pool.Member.WEIGHT_MAX), 1, Pool.Member::weight);
            var loans =
                fields.byDefault(
                    "loans", LOAN.listed(QuotaLoan.PER_MEMBER_MAX), List.of(), Pool.Member::loans);
            return in ->
                new Pool.Member(in.get(path), in.get(quota), in.get(weight), in.get(loans));
          });

  private static final Shape<Price.Step> STEP =
      ObjectShape.of(
          "PriceStep",
          fields -> {
            var from =
                fields.required(
                    "from", Scalar.integer(1, Thresholds.PERCENT_MAX), Price.Step::from);
            var cost = fields.required("costPerUnit", Scalar.MONEY, Price.Step::costPerUnit);
            return in -> new Price.Step(in.get(from), in.get(cost));
          });

  /// A pool.
  public static final ObjectShape<Pool> POOL = ObjectShape.of("Pool", Configs::pool);

  public static final Shape<ZoneId> ZONE =
      Scalar.text("a time zone such as UTC or Europe/Berlin", "", Configs::zone, Configs::id);

  private static final Shape<Duration> INTERVAL =
      Scalar.DURATION.as(Settings::requireInterval, Function.identity());

  /// The settings of an instance.
  public static final ObjectShape<Settings> SETTINGS =
      ObjectShape.of("Settings", Configs::settings);

  /// A whole configuration.
  public static final ObjectShape<Config> CONFIG =
      ObjectShape.of(
          "Config",
          fields -> {
            var settings =
                fields.byDefault("settings", SETTINGS, Settings.DEFAULT, Config::settings);
            var limits = fields.byDefault("limits", LIMIT.listed(), List.of(), Config::limits);
            var pools = fields.byDefault("pools", POOL.listed(), List.of(), Config::pools);
            return in -> new Config(in.get(settings), in.get(limits), in.get(pools));
          });

  private Configs() {}

  private static Function<ObjectShape.Values, Limit> limit(Fields<Limit> fields) {
    var path = fields.required("path", Names.PATH, Limit::path);
    var type = fields.required("type", Names.TYPE, Limit::type);
    var amount = fields.required("amount", Scalar.amount(0), limit -> limit.terms().amount());
    var period = fields.optional("period", Names.PERIOD, limit -> limit.terms().period());
    var rollover =
        fields.byDefault("rollover", Scalar.FLAG, false, limit -> limit.terms().rollover());
    var enforcement =
        fields.byDefault(
            "enforcement",
            Enforcements.ENFORCEMENT,
            Enforcement.HARD,
            limit -> limit.terms().enforcement());
    var thresholds =
        fields.byDefault(
            "thresholds", THRESHOLDS, Thresholds.DEFAULT, limit -> limit.terms().thresholds());
    var strategy =
        fields.optional("onConflict", Names.STRATEGY, limit -> limit.terms().onConflict());
    return in ->
        new Limit(
            in.get(path),
            in.get(type),
            new Limit.Terms(
                in.get(amount),
                in.get(period),
                in.get(rollover),
                in.get(enforcement),
                in.get(thresholds),
                in.get(strategy)));
  }

  private static Function<ObjectShape.Values, Pool> pool(Fields<Pool> fields) {
    var id = fields.required("id", Names.POOL, Pool::id);
    var path = fields.required("path", Names.PATH, Pool::path);
    var type = fields.required("type", Names.TYPE, Pool::type);
    var capacity = fields.required("capacity", Scalar.amount(0), pool -> pool.terms().capacity());
    var replenish =
        fields.optional("replenish", REPLENISHMENT, pool -> pool.terms().replenishment());
    var cost =
        fields.byDefault(
            "costPerUnit", Scalar.MONEY, Money.ZERO, pool -> pool.terms().costPerUnit().base());
    var steps =
        fields.byDefault(
            "priceSteps",
            STEP.listed(Price.STEPS_MAX),
            List.of(),
            pool -> pool.terms().costPerUnit().steps());
    var sharing =
        fields.byDefault(
            "sharing",
            Scalar.word(SharingPolicy.class),
            SharingPolicy.PRIORITY,
            pool -> pool.terms().sharing());
    var members =
        fields.byDefault(
            "members",
            MEMBER.listed(Pool.Terms.MEMBERS_MAX),
            List.of(),
            pool -> pool.terms().members());
    var borrowing =
        fields.byDefault("borrowing", Scalar.amount(0), 0L, pool -> pool.terms().borrowing());
    var thresholds =
        fields.byDefault(
            "thresholds", THRESHOLDS, Thresholds.DEFAULT, pool -> pool.terms().thresholds());
    var strategy = fields.optional("onConflict", Names.STRATEGY, pool -> pool.terms().onConflict());
    return in ->
        new Pool(
            in.get(id),
            in.get(path),
            in.get(type),
            new Pool.Terms(
                in.get(capacity),
                in.get(replenish),
                new Price(in.get(cost), in.get(steps)),
                in.get(sharing),
                in.get(members),
                in.get(borrowing),
                in.get(thresholds),
                in.get(strategy)));
  }

  private static Function<ObjectShape.Values, Settings> settings(Fields<Settings> fields) {
    Settings standard = Settings.DEFAULT;
    var zone = fields.byDefault("timeZone", ZONE, standard.timeZone(), Settings::timeZone);
    var aging =
        fields.byDefault(
            "agingInterval", INTERVAL, standard.agingInterval(), Settings::agingInterval);
    var starvation =
        fields.byDefault(
            "starvationInterval",
            INTERVAL,
            standard.starvationInterval(),
            Settings::starvationInterval);
    var delay =
        fields.byDefault(
            "alertDelay",
            Scalar.DURATION.as(Settings::requireDelay, Function.identity()),
            standard.alertDelay(),
            Settings::alertDelay);
    return in -> new Settings(in.get(zone), in.get(aging), in.get(starvation), in.get(delay));
  }

  /// UTC has two names in Java, of which people know this one.
  private static String id(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? UTC : zone.getId();
  }

  private static ZoneId zone(String id) {
    try {
      return id.equals(UTC) ? ZoneOffset.UTC : ZoneId.of(id);
    } catch (DateTimeException unknown) {
      throw new InvalidValueException(
          "must be a time zone such as UTC or Europe/Berlin, not %s", id);
    }
  }
}
