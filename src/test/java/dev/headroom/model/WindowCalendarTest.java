package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A window (L2)")
final class WindowCalendarTest {
  private static void check(String zone, String period, String at, String start, String end) {
    WindowCalendar calendar = new WindowCalendar(ZoneId.of(zone));
    long millis = instant(at).toEpochMilli();
    WindowCalendar.Window window = calendar.windowAt(Period.of(period), millis);
    assertThat(Instant.ofEpochMilli(window.start())).as("start").isEqualTo(instant(start));
    assertThat(Instant.ofEpochMilli(window.end())).as("end").isEqualTo(instant(end));
    assertThat(calendar.windowAt(Period.of(period), window.start())).isEqualTo(window);
    assertThat(calendar.windowAt(Period.of(period), window.end() - 1)).isEqualTo(window);
    assertThat(calendar.windowAt(Period.of(period), window.end()).start()).isEqualTo(window.end());
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @ParameterizedTest(name = "{0} at {1}: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          PT1M,  2026-03-02T10:03:59.999Z, 2026-03-02T10:03Z, 2026-03-02T10:04Z
          PT5M,  2026-03-02T10:00Z,        2026-03-02T10:00Z, 2026-03-02T10:05Z
          PT5M,  2026-03-02T10:04:59.999Z, 2026-03-02T10:00Z, 2026-03-02T10:05Z
          PT5M,  2026-03-02T10:05Z,        2026-03-02T10:05Z, 2026-03-02T10:10Z
          PT1H,  2026-03-02T10:59:59.999Z, 2026-03-02T10:00Z, 2026-03-02T11:00Z
          PT6H,  2026-03-02T10:00Z,        2026-03-02T06:00Z, 2026-03-02T12:00Z
          PT24H, 2026-03-02T10:00Z,        2026-03-02T00:00Z, 2026-03-03T00:00Z
          P1D,   2026-03-02T00:00Z,        2026-03-02T00:00Z, 2026-03-03T00:00Z
          P1D,   2026-03-02T23:59:59.999Z, 2026-03-02T00:00Z, 2026-03-03T00:00Z
          P1W,   2026-03-02T00:00Z,        2026-03-02T00:00Z, 2026-03-09T00:00Z
          P1W,   2026-03-08T23:59:59.999Z, 2026-03-02T00:00Z, 2026-03-09T00:00Z
          P1W,   2026-03-01T23:59:59.999Z, 2026-02-23T00:00Z, 2026-03-02T00:00Z
          P1W,   2027-01-01T12:00Z,        2026-12-28T00:00Z, 2027-01-04T00:00Z
          P1M,   2026-02-28T23:59:59.999Z, 2026-02-01T00:00Z, 2026-03-01T00:00Z
          P1M,   2028-02-29T12:00Z,        2028-02-01T00:00Z, 2028-03-01T00:00Z
          P1M,   2026-12-31T12:00Z,        2026-12-01T00:00Z, 2027-01-01T00:00Z
          P3M,   2026-05-31T12:00Z,        2026-04-01T00:00Z, 2026-07-01T00:00Z
          P12M,  2026-05-31T12:00Z,        2026-01-01T00:00Z, 2027-01-01T00:00Z
          """)
  @DisplayName("begins and ends where the calendar says, weeks on Mondays")
  void inUtc(String period, String at, String start, String end) {
    check("UTC", period, at, start, end);
  }

  @ParameterizedTest(name = "{0} at {1}: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          PT7M,  2026-03-02T00:06:59.999Z, 2026-03-02T00:00Z, 2026-03-02T00:07Z
          PT7M,  2026-03-02T23:57Z,        2026-03-02T23:55Z, 2026-03-03T00:00Z
          PT5H,  2026-03-02T19:59Z,        2026-03-02T15:00Z, 2026-03-02T20:00Z
          PT5H,  2026-03-02T23:59Z,        2026-03-02T20:00Z, 2026-03-03T00:00Z
          P7D,   1970-01-07T12:00Z,        1970-01-01T00:00Z, 1970-01-08T00:00Z
          P2W,   1970-01-01T00:00Z,        1969-12-29T00:00Z, 1970-01-12T00:00Z
          P2W,   1970-01-12T00:00Z,        1970-01-12T00:00Z, 1970-01-26T00:00Z
          P5M,   1970-06-01T00:00Z,        1970-06-01T00:00Z, 1970-11-01T00:00Z
          """)
  @DisplayName("that does not divide its day is cut at midnight; longer ones are counted from 1970")
  void thatDoNotDivide(String period, String at, String start, String end) {
    check("UTC", period, at, start, end);
  }

  @ParameterizedTest(name = "{0} at {1} is {4} h: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          P1D,  2026-03-29T00:30+01:00, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00, 23
          P1D,  2026-03-29T23:30+02:00, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00, 23
          P1D,  2026-10-25T00:30+02:00, 2026-10-25T00:00+02:00, 2026-10-26T00:00+01:00, 25
          P1D,  2026-10-25T23:59+01:00, 2026-10-25T00:00+02:00, 2026-10-26T00:00+01:00, 25
          P1D,  2026-03-28T12:00+01:00, 2026-03-28T00:00+01:00, 2026-03-29T00:00+01:00, 24
          P1W,  2026-03-29T12:00+02:00, 2026-03-23T00:00+01:00, 2026-03-30T00:00+02:00, 167
          P1W,  2026-10-25T12:00+01:00, 2026-10-19T00:00+02:00, 2026-10-26T00:00+01:00, 169
          P1M,  2026-03-15T12:00+01:00, 2026-03-01T00:00+01:00, 2026-04-01T00:00+02:00, 743
          P1M,  2026-10-15T12:00+02:00, 2026-10-01T00:00+02:00, 2026-11-01T00:00+01:00, 745
          """)
  @DisplayName("of days is as long as the calendar has them, in Berlin when the clocks change")
  void daysInBerlin(String period, String at, String start, String end, long hours) {
    check("Europe/Berlin", period, at, start, end);
    assertThat(Duration.between(instant(start), instant(end))).isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest(name = "{0} at {1}: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          PT1H,  2026-03-29T01:59:59.999+01:00, 2026-03-29T01:00+01:00, 2026-03-29T03:00+02:00
          PT1H,  2026-03-29T03:00+02:00,        2026-03-29T03:00+02:00, 2026-03-29T04:00+02:00
          PT1H,  2026-10-25T02:30+02:00,        2026-10-25T02:00+02:00, 2026-10-25T02:00+01:00
          PT1H,  2026-10-25T02:30+01:00,        2026-10-25T02:00+01:00, 2026-10-25T03:00+01:00
          PT15M, 2026-10-25T02:50+02:00,        2026-10-25T02:45+02:00, 2026-10-25T02:00+01:00
          PT6H,  2026-03-29T06:30+02:00,        2026-03-29T00:00+01:00, 2026-03-29T07:00+02:00
          PT6H,  2026-03-29T23:30+02:00,        2026-03-29T19:00+02:00, 2026-03-30T00:00+02:00
          PT6H,  2026-10-25T05:30+01:00,        2026-10-25T05:00+01:00, 2026-10-25T11:00+01:00
          PT6H,  2026-10-25T23:30+01:00,        2026-10-25T23:00+01:00, 2026-10-26T00:00+01:00
          PT24H, 2026-10-25T23:30+01:00,        2026-10-25T23:00+01:00, 2026-10-26T00:00+01:00
          """)
  @DisplayName("of hours is of real hours since midnight, in Berlin when the clocks change")
  void hoursInBerlin(String period, String at, String start, String end) {
    check("Europe/Berlin", period, at, start, end);
  }

  @ParameterizedTest(name = "{0}: {1} at {2}: from {3} to {4}")
  @CsvSource(
      textBlock =
          """
          Asia/Kolkata,      PT1H, 2026-03-02T10:10Z, 2026-03-02T09:30Z, 2026-03-02T10:30Z
          Asia/Kolkata,      P1D,  2026-03-02T18:30Z, 2026-03-02T18:30Z, 2026-03-03T18:30Z
          America/New_York,  P1M,  2026-03-01T04:59Z, 2026-02-01T05:00Z, 2026-03-01T05:00Z
          America/Sao_Paulo, P1D,  2018-11-04T12:00Z, 2018-11-04T03:00Z, 2018-11-05T02:00Z
          America/Sao_Paulo, P1D,  2018-02-18T02:30Z, 2018-02-17T02:00Z, 2018-02-18T03:00Z
          Pacific/Apia,      P1D,  2011-12-30T09:59Z, 2011-12-29T10:00Z, 2011-12-30T10:00Z
          """)
  @DisplayName("follows the instance's time zone, even over a midnight or a day that never was")
  void elsewhere(String zone, String period, String at, String start, String end) {
    check(zone, period, at, start, end);
  }

  @ParameterizedTest(name = "{0} at {1}: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          P1D,   2026-04-05T12:00+10:30,     2026-04-05T00:00+11:00, 2026-04-06T00:00+10:30
          P1D,   2026-10-04T12:00+11:00,     2026-10-04T00:00+10:30, 2026-10-05T00:00+11:00
          PT1H,  2026-04-05T01:45+11:00,     2026-04-05T01:00+11:00, 2026-04-05T01:30+10:30
          PT1H,  2026-04-05T01:45+10:30,     2026-04-05T01:30+10:30, 2026-04-05T02:30+10:30
          PT1H,  2026-04-05T23:45+10:30,     2026-04-05T23:30+10:30, 2026-04-06T00:00+10:30
          PT1H,  2026-10-04T01:59:59+10:30,  2026-10-04T01:00+10:30, 2026-10-04T02:30+11:00
          PT1H,  2026-10-04T02:30+11:00,     2026-10-04T02:30+11:00, 2026-10-04T03:30+11:00
          PT1H,  2026-10-04T23:59:59+11:00,  2026-10-04T23:30+11:00, 2026-10-05T00:00+11:00
          PT30M, 2026-10-04T02:30+11:00,     2026-10-04T02:30+11:00, 2026-10-04T03:00+11:00
          P1W,   2026-04-05T23:59:59+10:30,  2026-03-30T00:00+11:00, 2026-04-06T00:00+10:30
          P1M,   2026-10-04T12:00+11:00,     2026-10-01T00:00+10:30, 2026-11-01T00:00+11:00
          """)
  @DisplayName("is half an hour longer or shorter where clocks change by that, on Lord Howe Island")
  void byHalfAnHour(String period, String at, String start, String end) {
    check("Australia/Lord_Howe", period, at, start, end);
  }

  @ParameterizedTest(name = "{0} at {1}: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          P1D,   2011-12-29T23:59:59.999-10:00, 2011-12-29T00:00-10:00, 2011-12-31T00:00+14:00
          P1D,   2011-12-31T00:00+14:00,        2011-12-31T00:00+14:00, 2012-01-01T00:00+14:00
          P2D,   2011-12-29T12:00-10:00,        2011-12-28T00:00-10:00, 2011-12-31T00:00+14:00
          P2D,   2011-12-31T12:00+14:00,        2011-12-31T00:00+14:00, 2012-01-01T00:00+14:00
          PT5H,  2011-12-29T23:00-10:00,        2011-12-29T20:00-10:00, 2011-12-31T00:00+14:00
          P1W,   2011-12-31T12:00+14:00,        2011-12-26T00:00-10:00, 2012-01-02T00:00+14:00
          P1M,   2011-12-31T12:00+14:00,        2011-12-01T00:00-10:00, 2012-01-01T00:00+14:00
          P12M,  2011-12-31T12:00+14:00,        2011-01-01T00:00-10:00, 2012-01-01T00:00+14:00
          """)
  @DisplayName("has a day less where the calendar left one out, in Apia on 30 December 2011")
  void withoutADay(String period, String at, String start, String end) {
    check("Pacific/Apia", period, at, start, end);
  }

  @ParameterizedTest(name = "{0} at {1}: from {2} to {3}")
  @CsvSource(
      textBlock =
          """
          P1D,  2028-02-29T23:59:59.999+01:00, 2028-02-29T00:00+01:00, 2028-03-01T00:00+01:00
          P1M,  2028-02-29T23:59:59.999+01:00, 2028-02-01T00:00+01:00, 2028-03-01T00:00+01:00
          P1M,  2100-02-28T23:59:59.999+01:00, 2100-02-01T00:00+01:00, 2100-03-01T00:00+01:00
          P1M,  2000-02-29T12:00+01:00,        2000-02-01T00:00+01:00, 2000-03-01T00:00+01:00
          P1M,  2026-01-31T23:59:59.999+01:00, 2026-01-01T00:00+01:00, 2026-02-01T00:00+01:00
          P1M,  2026-04-30T23:59:59.999+02:00, 2026-04-01T00:00+02:00, 2026-05-01T00:00+02:00
          P2M,  2026-10-31T23:59:59.999+01:00, 2026-09-01T00:00+02:00, 2026-11-01T00:00+01:00
          P1W,  2028-02-29T12:00+01:00,        2028-02-28T00:00+01:00, 2028-03-06T00:00+01:00
          P12M, 2028-12-31T23:59:59.999+01:00, 2028-01-01T00:00+01:00, 2029-01-01T00:00+01:00
          """)
  @DisplayName("ends with its month, however many days that has, leap years too")
  void monthEnds(String period, String at, String start, String end) {
    check("Europe/Berlin", period, at, start, end);
  }
}
