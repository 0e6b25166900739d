package dev.headroom.app.window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what is still said in English where German is spoken: every English text of the console
/// that is no German one.
final class LeftEnglish {
  private static final Pattern PART = Pattern.compile("%[-,.0-9$]*[sd%]");

  /// What has no word of its own says nothing in either language.
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

  private final Pattern english = pattern(texts("messages.properties"));
  private final Pattern german = pattern(texts("messages_de.properties"));

  /// Whether something is said in English alone.
  boolean is(String said) {
    return english.matcher(said).matches() && !german.matcher(said).matches();
  }

  private static Pattern pattern(Properties texts) {
    Stream<String> all =
        texts.stringPropertyNames().stream()
            .map(texts::getProperty)
            .filter(text -> WORD.matcher(PART.matcher(text).replaceAll("")).find())
            .map(LeftEnglish::pattern);
    return Pattern.compile(all.collect(Collectors.joining("|")), Pattern.DOTALL);
  }

  private static String pattern(String text) {
    return PART.splitAsStream(text).map(Pattern::quote).collect(Collectors.joining(".+"))
        + (PART.matcher(text).results().anyMatch(part -> part.end() == text.length()) ? ".+" : "");
  }

  private static Properties texts(String name) {
    try (InputStream stream =
        Objects.requireNonNull(
            LeftEnglish.class.getResourceAsStream("/dev/headroom/console/" + name))) {
      var texts = new Properties();
      texts.load(stream);
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
