package dev.headroom.sandbox.trace;

import java.time.LocalDate;
import java.time.YearMonth;

/// Reads instants like `2023-11-16 18:15:46.6805900`: a space or `T` between day and time, up to
/// nine decimals, UTC unless an offset like `+01:00` or `Z` follows. Rows come sorted, so the last
/// day is kept.
final class TimestampParser {
  private static final int DATE_LENGTH = 10;
  private static final int LENGTH_MIN = 19;
  private static final int OFFSET_LENGTH = 6;
  private static final int DECIMALS_MAX = 9;
  private static final long DAY_MILLIS = 86_400_000;

  private long lastDate = -1;
  private long lastDay;

  /// The instant between two positions in epoch milliseconds, finer parts cut off; [Line#NO_NUMBER]
  /// where there is none.
  long parse(Line line, int from, int to) {
    int end = to;
    if (end - from < LENGTH_MIN || !hasSeparators(line, from)) {
      return Line.NO_NUMBER;
    }
    long offset = 0;
    if (line.at(end - 1) == 'Z') {
      end--;
    } else if (hasOffset(line, from, end)) {
      offset = offsetMinutes(line, end - OFFSET_LENGTH);
      end -= OFFSET_LENGTH;
    }
    long day = epochDay(line, from);
    long time = timeMillis(line, from + DATE_LENGTH + 1, end);
    if (day == Line.NO_NUMBER || time == Line.NO_NUMBER || offset == Line.NO_NUMBER) {
      return Line.NO_NUMBER;
    }
    return day * DAY_MILLIS + time - offset * 60_000;
  }

  private static boolean hasSeparators(Line line, int from) {
    byte middle = line.at(from + DATE_LENGTH);
    return line.at(from + 4) == '-'
        && line.at(from + 7) == '-'
        && (middle == ' ' || middle == 'T')
        && line.at(from + 13) == ':'
        && line.at(from + 16) == ':';
  }

  private static boolean hasOffset(Line line, int from, int end) {
    if (end - from < LENGTH_MIN + OFFSET_LENGTH) {
      return false;
    }
    byte sign = line.at(end - OFFSET_LENGTH);
    return (sign == '+' || sign == '-') && line.at(end - 3) == ':';
  }

  private static long offsetMinutes(Line line, int from) {
    long hours = line.digits(from + 1, from + 3);
    long minutes = line.digits(from + 4, from + 6);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Line.NO_NUMBER;
    }
    long offset = hours * 60 + minutes;
    return line.at(from) == '-' ? -offset : offset;
  }

  private long epochDay(Line line, int from) {
    long year = line.digits(from, from + 4);
    long month = line.digits(from + 5, from + 7);
    long day = line.digits(from + 8, from + 10);
    if (year < 1970 || month < 1 || month > 12 || day < 1) {
      return Line.NO_NUMBER;
    }
    long date = (year * 100 + month) * 100 + day;
    if (date != lastDate) {
      if (day > YearMonth.of((int) year, (int) month).lengthOfMonth()) {
        return Line.NO_NUMBER;
      }
      lastDay = LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
      lastDate = date;
    }
    return lastDay;
  }

  private static long timeMillis(Line line, int from, int end) {
    long hour = line.digits(from, from + 2);
    long minute = line.digits(from + 3, from + 5);
    long second = line.digits(from + 6, from + 8);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return Line.NO_NUMBER;
    }
    long millis = ((hour * 60 + minute) * 60 + second) * 1000;
    int point = from + 8;
    if (point == end) {
      return millis;
    }
    int decimals = end - point - 1;
    if (line.at(point) != '.' || decimals < 1 || decimals > DECIMALS_MAX) {
      return Line.NO_NUMBER;
    }
    long fraction = line.digits(point + 1, end);
    if (fraction < 0) {
      return Line.NO_NUMBER;
    }
    for (int place = decimals; place < DECIMALS_MAX; place++) {
      fraction *= 10;
    }
    return millis + fraction / 1_000_000;
  }
}
