package dev.headroom.app.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;

/// Reads when a report begins or ends: an instant, a day or a month, by the clocks of a time zone.
final class SpanText {
  /// For whoever wrote something else.
  static final String FORM =
      "an instant, a day or a month: 2026-03-02T10:00:00Z, 2026-03-02, 2026-03";

  private SpanText() {}

  /// The first instant of what is named; empty where that is nothing.
  static Optional<Instant> instant(String text, ZoneId zone) {
    try {
      return Optional.of(
          switch (text.length()) {
            case 7 -> YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant();
            case 10 -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
            default -> OffsetDateTime.parse(text).toInstant();
          });
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
