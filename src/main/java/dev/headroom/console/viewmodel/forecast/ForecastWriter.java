package dev.headroom.console.viewmodel.forecast;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.ResourceType;
import dev.headroom.model.forecast.Basis;
import dev.headroom.model.forecast.ConstraintForecast;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;

/// Puts what is expected of a constraint into words and curves.
public final class ForecastWriter {
  private final Instant now;
  private final ZoneId zone;

  /// @param now when it was said
  public ForecastWriter(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /// All of it.
  public ForecastReading reading(ConstraintForecast forecast) {
    ResourceType type = forecast.type();
    return new ForecastReading(
        Wording.text(
            "forecast.title",
            Phrases.constraint(forecast.constraint()),
            Phrases.scope(forecast.constraint().path())),
        sentence(forecast),
        basis(forecast.basis()),
        level(forecast),
        forecast.past().stream()
            .map(each -> new ForecastReading.Used(each.at().toEpochMilli(), each.used()))
            .toList(),
        forecast.ahead().stream()
            .map(each ->
                new ForecastReading.Ahead(
                    each.at().toEpochMilli(),
                    each.expected(),
                    each.low(),
                    each.high().map(OptionalLong::of).orElseGet(OptionalLong::empty)))
            .toList(),
        forecast.allowance(),
        now.toEpochMilli(),
        millis(forecast.windowEnd()),
        runsOut(forecast.exhaustion()),
        amount -> Figures.amount(type, amount),
        Figures.base(type),
        zone);
  }

  private static OptionalLong millis(Optional<Instant> at) {
    return at.isPresent() ? OptionalLong.of(at.get().toEpochMilli()) : OptionalLong.empty();
  }

  private static Optional<ForecastReading.RunsOut> runsOut(Exhaustion exhaustion) {
    return exhaustion
        .earliest()
        .map(earliest ->
            new ForecastReading.RunsOut(
                earliest.toEpochMilli(),
                millis(exhaustion.expected()),
                millis(exhaustion.latest())));
  }

  /// When it runs out, for people.
  public String sentence(ConstraintForecast forecast) {
    Exhaustion exhaustion = forecast.exhaustion();
    return switch (forecast.prospect()) {
      case EXHAUSTED -> Wording.text("forecast.EXHAUSTED");
      case UNKNOWN -> Wording.text("forecast.UNKNOWN");
      case NOT_EXPECTED -> Wording.text(notBy(forecast), at(forecast.until()));
      case POSSIBLE ->
          Wording.text(
              "forecast.POSSIBLE", at(exhaustion.earliest().orElse(now)), at(forecast.until()));
      case EXPECTED -> expected(exhaustion);
    };
  }

  private static String notBy(ConstraintForecast forecast) {
    boolean toTheEnd = forecast.windowEnd().filter(forecast.until()::equals).isPresent();
    return toTheEnd ? "forecast.NOT_EXPECTED.window" : "forecast.NOT_EXPECTED";
  }

  private String expected(Exhaustion exhaustion) {
    Instant expected = exhaustion.expected().orElse(now);
    String left = Times.shortSpan(Duration.between(now, expected));
    String earliest = at(exhaustion.earliest().orElse(expected));
    return exhaustion
        .latest()
        .map(latest -> Wording.text("forecast.EXPECTED", at(expected), left, earliest, at(latest)))
        .orElseGet(() -> Wording.text("forecast.EXPECTED.open", at(expected), left, earliest));
  }

  /// An instant to the minute.
  public String at(Instant instant) {
    boolean today = instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return Wording.pattern(today ? "pattern.clock.minute" : "pattern.dayAndClock.minute")
        .format(instant.atZone(zone));
  }

  private static String basis(Optional<Basis> basis) {
    return basis
        .map(each ->
            Wording.text(
                "forecast.basis",
                Times.span(each.bucket().multipliedBy(each.buckets())),
                Times.span(each.bucket())))
        .orElseGet(() -> Wording.text("forecast.basis.none"));
  }

  private static Level level(ConstraintForecast forecast) {
    return switch (forecast.prospect()) {
      case EXHAUSTED -> Level.EXHAUSTED;
      case EXPECTED, POSSIBLE -> Level.WARNING;
      case NOT_EXPECTED, UNKNOWN -> Level.CALM;
    };
  }
}
