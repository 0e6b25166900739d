package dev.headroom.wire.json;

import dev.headroom.model.Exhaustion;
import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.Basis;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.DemandForecast;
import dev.headroom.model.forecast.Prospect;
import dev.headroom.model.forecast.UsageForecast;
import java.util.function.Function;

/// What will be used, as the API says it.
public final class Forecasts {
  private static final Shape<Basis> BASIS =
      ObjectShape.of(
          "ForecastBasis",
          fields -> {
            var bucket = fields.required("bucket", Scalar.DURATION, Basis::bucket);
            var buckets = fields.required("buckets", Scalar.INT, Basis::buckets);
            var since = fields.required("since", Scalar.INSTANT, Basis::since);
            return in -> new Basis(in.get(bucket), in.get(buckets), in.get(since));
          });

  private static final Shape<Ahead> AHEAD =
      ObjectShape.of(
          "Ahead",
          fields -> {
            var at = fields.required("at", Scalar.INSTANT, Ahead::at);
            var expected = fields.required("expected", Scalar.LONG, Ahead::expected);
            var low = fields.required("low", Scalar.LONG, Ahead::low);
            var high = fields.optional("high", Scalar.LONG, Ahead::high);
            return in -> new Ahead(in.get(at), in.get(expected), in.get(low), in.get(high));
          });

  private static final Shape<DemandForecast> DEMAND =
      ObjectShape.of(
          "DemandForecast",
          fields -> {
            var type = fields.required("type", Names.TYPE, DemandForecast::type);
            var basis = fields.optional("basis", BASIS, DemandForecast::basis);
            var ahead = fields.required("ahead", AHEAD.listed(), DemandForecast::ahead);
            return in -> new DemandForecast(in.get(type), in.get(basis), in.get(ahead));
          });

  private static final Shape<ConstraintForecast.Past> PAST =
      ObjectShape.of(
          "PastUse",
          fields -> {
            var at = fields.required("at", Scalar.INSTANT, ConstraintForecast.Past::at);
            var used = fields.required("used", Scalar.LONG, ConstraintForecast.Past::used);
            return in -> new ConstraintForecast.Past(in.get(at), in.get(used));
          });

  /// When what may be used is used up.
  static final Shape<Exhaustion> EXHAUSTION =
      ObjectShape.of(
          "Exhaustion",
          fields -> {
            var earliest = fields.optional("earliest", Scalar.INSTANT, Exhaustion::earliest);
            var expected = fields.optional("expected", Scalar.INSTANT, Exhaustion::expected);
            var latest = fields.optional("latest", Scalar.INSTANT, Exhaustion::latest);
            return in -> new Exhaustion(in.get(earliest), in.get(expected), in.get(latest));
          });

  private static final Shape<Prospect> PROSPECT = Scalar.word(Prospect.class);

  private static final Shape<ConstraintForecast> CONSTRAINT =
      ObjectShape.of("ConstraintForecast", Forecasts::constraint);

  /// What a scope will go on to use.
  public static final ObjectShape<UsageForecast> USAGE =
      ObjectShape.of(
          "UsageForecast",
          fields -> {
            var path = fields.required("path", Names.PATH, UsageForecast::path);
            var at = fields.required("at", Scalar.INSTANT, UsageForecast::at);
            var since = fields.optional("since", Scalar.INSTANT, UsageForecast::since);
            var demands = fields.required("demands", DEMAND.listed(), UsageForecast::demands);
            var constraints =
                fields.required("constraints", CONSTRAINT.listed(), UsageForecast::constraints);
            return in ->
                new UsageForecast(
                    in.get(path), in.get(at), in.get(since), in.get(demands), in.get(constraints));
          });

  private Forecasts() {}

  private static Function<ObjectShape.Values, ConstraintForecast> constraint(
      Fields<ConstraintForecast> fields) {
    var constraint =
        fields.required("constraint", Names.CONSTRAINT, ConstraintForecast::constraint);
    var type = fields.required("type", Names.TYPE, ConstraintForecast::type);
    var used = fields.required("used", Scalar.LONG, ConstraintForecast::used);
    var allowance = fields.required("allowance", Scalar.LONG, ConstraintForecast::allowance);
    var windowEnd = fields.optional("windowEnd", Scalar.INSTANT, ConstraintForecast::windowEnd);
    var basis = fields.optional("basis", BASIS, ConstraintForecast::basis);
    var past = fields.required("past", PAST.listed(), ConstraintForecast::past);
    var ahead = fields.required("ahead", AHEAD.listed(), ConstraintForecast::ahead);
    var until = fields.required("until", Scalar.INSTANT, ConstraintForecast::until);
    var prospect = fields.required("prospect", PROSPECT, ConstraintForecast::prospect);
    var exhaustion = fields.required("exhaustion", EXHAUSTION, ConstraintForecast::exhaustion);
    return in ->
        new ConstraintForecast(
            in.get(constraint),
            in.get(type),
            in.get(used),
            in.get(allowance),
            in.get(windowEnd),
            in.get(basis),
            in.get(past),
            in.get(ahead),
            in.get(until),
            in.get(prospect),
            in.get(exhaustion));
  }
}
