package dev.headroom.app;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The size of a picture on the command line: `1600x1000`.
final class SizeArgument implements ITypeConverter<SizeArgument.Size> {
  private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
  private static final int WIDTH_MIN = 800;
  private static final int HEIGHT_MIN = 500;
  private static final int SIDE_MAX = 8192;

  /// @param width in pixels
  /// @param height in pixels
  record Size(int width, int height) {}

  @Override
  public Size convert(String text) {
    Matcher sides = SIZE.matcher(text);
    if (!sides.matches()) {
      throw new TypeConversionException("a size is WIDTHxHEIGHT, such as 1600x1000, not " + text);
    }
    int width = Integer.parseInt(sides.group(1));
    int height = Integer.parseInt(sides.group(2));
    if (width < WIDTH_MIN || width > SIDE_MAX || height < HEIGHT_MIN || height > SIDE_MAX) {
      throw new TypeConversionException(
          String.format(
              Locale.ROOT,
              "a size is between %dx%d and %dx%d, not %s",
              WIDTH_MIN,
              HEIGHT_MIN,
              SIDE_MAX,
              SIDE_MAX,
              text));
    }
    return new Size(width, height);
  }
}
