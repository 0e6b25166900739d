package dev.headroom.app;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A duration on the command line: ISO 8601, or 0.
final class DurationArgument implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new TypeConversionException(
          "'" + text + "' is no duration; write PT30S, PT5M, PT1H or the like");
    }
  }
}
