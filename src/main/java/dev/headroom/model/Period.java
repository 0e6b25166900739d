package dev.headroom.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a limit's windows are: a number of minutes, hours, days, weeks or months, aligned to
/// the calendar (rule L2). Written as in ISO 8601: `PT5M`, `PT1H`, `P1D`, `P1W`, `P1M`.
///
/// @param count how many units; at least 1; minutes and hours together at most a day
/// @param unit the unit
public record Period(int count, Unit unit) implements Comparable<Period> {

  /// Units of a period, shortest first.
  public enum Unit {
    MINUTE("PT", "M", 1440),
    HOUR("PT", "H", 24),
    DAY("P", "D", 366),
    WEEK("P", "W", 53),
    MONTH("P", "M", 120);

    private final String prefix;
    private final String suffix;
    private final int countMax;

    Unit(String prefix, String suffix, int countMax) {
      this.prefix = prefix;
      this.suffix = suffix;
      this.countMax = countMax;
    }
  }

  private static final Pattern FORM = Pattern.compile("P(T?)(\\d{1,4})([MHDW])");

  /// @throws InvalidValueException where the count is out of range
  public Period {
    if (count < 1 || count > unit.countMax) {
      throw new InvalidValueException(
          "a period of %s counts 1 to %d, not %d", unit, unit.countMax, count);
    }
  }

  /// Reads the ISO 8601 form.
  ///
  /// @throws InvalidValueException where `text` is no period
  public static Period of(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      boolean time = !form.group(1).isEmpty();
      Unit unit =
          switch (form.group(3)) {
            case "M" -> time ? Unit.MINUTE : Unit.MONTH;
            case "H" -> Unit.HOUR;
            case "D" -> Unit.DAY;
            default -> Unit.WEEK;
          };
      if (time == (unit == Unit.MINUTE || unit == Unit.HOUR)) {
        return new Period(Integer.parseInt(form.group(2)), unit);
      }
    }
    throw new InvalidValueException(
        "not a period; write PT5M, PT1H, P1D, P1W or P1M, with any whole number: " + text);
  }

  /// Shorter units first, then shorter counts.
  @Override
  public int compareTo(Period other) {
    int byUnit = unit.compareTo(other.unit);
    return byUnit != 0 ? byUnit : Integer.compare(count, other.count);
  }

  @Override
  public String toString() {
    return unit.prefix + count + unit.suffix;
  }
}
