package dev.headroom.model.report;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180).
public final class Csv {
  /// What ends a line.
  public static final String END = "\r\n";

  /// What a formula of a spreadsheet can begin with.
  private static final String FORMULA = "=+-@\t\r";

  private static final Pattern NUMBER = Pattern.compile("-[0-9]+");

  private Csv() {}

  /// A line of cells, with its end.
  public static String line(String... cells) {
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", END));
  }

  /// A text as one cell. What a spreadsheet would take for a formula gets an apostrophe before it,
  /// since names of categories and pools are other people's.
  public static String cell(String value) {
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    String text = formula && !NUMBER.matcher(value).matches() ? "'" + value : value;
    boolean plain =
        text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\n' || sign == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
