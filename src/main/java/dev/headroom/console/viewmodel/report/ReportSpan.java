package dev.headroom.console.viewmodel.report;

import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Period;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.UsageQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/// The spans that a report can be about, by the calendar of the instance.
public enum ReportSpan {
  HOUR("PT2M"),
  TODAY("PT1H"),
  WEEK("P1D"),
  MONTH("P1D"),
  MONTH_BEFORE("P1D"),
  YEAR("P1M");

  private static final int CHILDREN = 12;

  private final String step;

  ReportSpan(String step) {
    this.step = step;
  }

  /// What it is called.
  public String title() {
    return Wording.text("report.span." + name());
  }

  /// The question about a scope.
  ///
  /// @param now the instance's time
  UsageQuery about(ScopePath path, Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    Instant end = now.plusMillis(1);
    return switch (this) {
      case HOUR -> query(path, now.minus(Duration.ofHours(1)), end);
      case TODAY -> query(path, begin(today, zone), end);
      case WEEK -> query(path, begin(today.minusDays(6), zone), end);
      case MONTH -> query(path, begin(today.withDayOfMonth(1), zone), end);
      case MONTH_BEFORE -> {
        LocalDate first = today.withDayOfMonth(1);
        yield query(path, begin(first.minusMonths(1), zone), begin(first, zone));
      }
      case YEAR -> query(path, begin(today.withDayOfMonth(1).minusMonths(11), zone), end);
    };
  }

  private UsageQuery query(ScopePath path, Instant from, Instant to) {
    return new UsageQuery(path, from, to, Optional.of(Period.of(step)), CHILDREN);
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
