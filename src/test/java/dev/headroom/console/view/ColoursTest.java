package dev.headroom.console.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The colours as their style sheet has them.
@DisplayName("A colour for text")
final class ColoursTest {
  /// For small text, WCAG 2.2, 1.4.3 (level AA).
  private static final double CONTRAST_MIN = 4.5;

  private static final Pattern COLOUR =
      Pattern.compile("-color-([a-z-]+): (#[0-9a-f]{6});", Pattern.MULTILINE);
  private static final String DARK = "@media (prefers-color-scheme: dark)";
  private static final List<String> SURFACES =
      List.of("canvas", "surface", "raised", "overlay", "hover", "selected", "field");

  static Stream<Arguments> texts() throws IOException {
    String sheet = sheet();
    int dark = sheet.indexOf(DARK);
    return Stream.concat(
        texts("light", sheet.substring(0, dark)),
        texts("dark", sheet.substring(dark, sheet.indexOf("/*", dark))));
  }

  private static Stream<Arguments> texts(String theme, String sheet) {
    Map<String, Color> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(sheet);
    while (matcher.find()) {
      colours.put(matcher.group(1), Color.web(matcher.group(2)));
    }
    return colours.keySet().stream()
        .filter(name -> Arrays.asList(name.split("-")).contains("text"))
        .sorted()
        .map(name -> Arguments.of(theme, name, colours));
  }

  private static String sheet() throws IOException {
    try (InputStream stream = ConsoleWindow.class.getResourceAsStream("colours.css")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("texts")
  @DisplayName("is readable on every surface, and on the soft ground of its own meaning")
  void isReadable(String theme, String name, Map<String, Color> colours) {
    Stream<String> grounds =
        Stream.concat(
            SURFACES.stream(),
            Stream.of(name.replace("-text", "-soft"))
                .filter(soft -> !soft.equals(name) && colours.containsKey(soft)));
    assertThat(grounds)
        .allSatisfy(ground ->
            assertThat(contrast(colour(colours, name), colour(colours, ground)))
                .as("%s on %s", name, ground)
                .isGreaterThanOrEqualTo(CONTRAST_MIN));
  }

  private static Color colour(Map<String, Color> colours, String name) {
    return Objects.requireNonNull(colours.get(name), name);
  }

  private static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
