package dev.headroom.app.report;

import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.Basis;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.DemandForecast;
import dev.headroom.model.forecast.UsageForecast;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A forecast for people who read it in a terminal.
final class ForecastText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String NOTHING = "-";

  /// Of what is said about 1, 2, 4… buckets, each how-manieth is printed, from the farthest on.
  private static final int EVERY = 3;

  private final ZoneId zone;

  private ForecastText(ZoneId zone) {
    this.zone = zone;
  }

  static String of(UsageForecast forecast, ZoneId zone) {
    ForecastText text = new ForecastText(zone);
    return text.demands(forecast) + text.constraints(forecast);
  }

  private String demands(UsageForecast forecast) {
    Table table = new Table("forecast", "until", "expected", "at least", "at most", "made of");
    for (DemandForecast demand : forecast.demands()) {
      if (demand.ahead().isEmpty()) {
        table.row(demand.type().name(), NOTHING, NOTHING, NOTHING, NOTHING, basis(demand.basis()));
      }
      for (int at = 0; at < demand.ahead().size(); at++) {
        if ((demand.ahead().size() - 1 - at) % EVERY == 0) {
          Ahead ahead = demand.ahead().get(at);
          table.row(
              demand.type().name(),
              at(ahead.at()),
              number(ahead.expected()),
              ahead.high().isPresent() ? number(ahead.low()) : NOTHING,
              ahead.high().map(ForecastText::number).orElse(NOTHING),
              basis(demand.basis()));
        }
      }
    }
    return table.isEmpty() ? "" : table.text();
  }

  private static String basis(Optional<Basis> basis) {
    return basis
        .map(each -> each.buckets() + " x " + each.bucket())
        .orElse("too little history to say");
  }

  private String constraints(UsageForecast forecast) {
    Table table = new Table("runs out", "used", "of", "earliest", "likely", "latest", "");
    for (ConstraintForecast each : forecast.constraints()) {
      table.row(
          each.constraint().kind() + " " + each.constraint().id(),
          number(each.used()),
          number(each.allowance()),
          each.exhaustion().earliest().map(this::at).orElse(NOTHING),
          each.exhaustion().expected().map(this::at).orElse(NOTHING),
          each.exhaustion().latest().map(this::at).orElse(NOTHING),
          word(each));
    }
    return table.isEmpty() ? "" : System.lineSeparator() + table.text();
  }

  private String word(ConstraintForecast forecast) {
    return switch (forecast.prospect()) {
      case EXHAUSTED -> "nothing is left";
      case EXPECTED -> "likely";
      case POSSIBLE -> "possible, but not likely by " + at(forecast.until());
      case NOT_EXPECTED -> "not by " + at(forecast.until());
      case UNKNOWN -> "too little history to say";
    };
  }

  private String at(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
