package dev.headroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A text is missing? Every key stands in messages.properties (English) and in
/// messages_de.properties (German; the words to use are at its head).
@DisplayName("The texts of the console")
final class TextsTest {
  private static final Path MAIN = Path.of("src", "main", "java", "dev", "headroom");
  private static final Path TEXTS =
      Path.of("src", "main", "resources", "dev", "headroom", "console");
  private static final Pattern MARK = Pattern.compile("%(?:(\\d)\\$)?([,.0-9]*)([a-z])|%%");

  /// What looks like words, and is read by no administrator: keys of keyboards, patterns, names of
  /// fonts and units. What is not covered by it goes into the texts.
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "[a-zA-Z]*(\\.[a-zA-Z]*)*" // a key, a property, a constant, or a part of one
              + "|-?([-.]?[a-z0-9]+)+[-.]?(: )?" // style classes and rules
              + "|(\\.[a-z-]+ ?)+" // selectors
              + "|(Shortcut|Shift|Alt|Left|Right|Numpad|[+0-9"
              + " ]|Plus|Minus|Equals|Add|Subtract|Home|Space|Enter|Comma|[A-Z])+"
              + "|[kMGTPE]?i?B?(/s)?" // units
              + "|.*\\\\.*|\\^?\\[.*|\\(\\?i\\).*" // regular expressions
              + "|%[,.0-9]*[a-z]" // numbers
              + "|PT?[0-9]+[A-Z]" // periods
              + "|flood " // the start of a row's identity
              + "|1 min" // typed for the user, and read in every language
              + "|TLSv?|TLS |Headroom .*|fonts/|Headroom(Sans|Mono).*|\\n");

  private final SortedMap<String, String> english = read("messages.properties");
  private final SortedMap<String, String> german = read("messages_de.properties");
  private final Literals console = literals(MAIN.resolve("console"));

  @Test
  @DisplayName("are there in English and in German, key by key")
  void areInBothLanguages() {
    assertThat(english.keySet()).containsExactlyElementsOf(german.keySet());
    assertThat(Stream.of(english, german).flatMap(texts -> texts.values().stream()))
        .noneMatch(String::isBlank);
  }

  @Test
  @DisplayName("have places for the same parts in both languages")
  void haveTheSameParts() {
    assertThat(english.keySet())
        .allSatisfy(key ->
            assertThat(parts(german.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(parts(english.getOrDefault(key, ""))));
  }

  @Test
  @DisplayName("exist for every key that is asked for, with as many parts as are given")
  void existWhereAskedFor() {
    assertThat(console.asked())
        .allSatisfy(asked -> {
          assertThat(english).as(asked.toString()).containsKey(asked.key());
          var parts = parts(english.getOrDefault(asked.key(), ""));
          int given = asked.parts().orElse(parts.size());
          assertThat(parts.size()).as(asked.toString()).isLessThanOrEqualTo(given);
        });
  }

  @Test
  @DisplayName("are all asked for")
  void areAllAskedFor() {
    var names = literals(MAIN.resolve("console"));
    names.names().addAll(literals(MAIN.resolve("model")).names());
    names.names().addAll(literals(MAIN.resolve("client")).names());
    names.names().addAll(literals(MAIN.resolve("sandbox").resolve("scenario")).names());
    names.names().addAll(literals(MAIN.resolve("sandbox").resolve("disturbance")).names());
    names.names().addAll(literals(MAIN.resolve("app").resolve("window")).names());
    names.names().addAll(literals(MAIN.resolve("app").resolve("settings")).names());
    assertThat(english.keySet()).filteredOn(key -> !isMadeOf(names, key)).isEmpty();
  }

  @Test
  @DisplayName("stand in the texts, and not in the sources")
  void areNotInTheSources() {
    assertThat(console.said())
        .filteredOn(said -> !english.containsKey(said.text()))
        .filteredOn(said -> said.text().chars().filter(Character::isLetter).count() > 1)
        .filteredOn(said -> !NO_WORDS.matcher(said.text()).matches())
        .isEmpty();
  }

  /// Whether a key is written out, or is made: of a beginning or an end that is, and of names.
  private static boolean isMadeOf(Literals sources, String key) {
    var names = sources.names();
    if (names.contains(key)) {
      return true;
    }
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      String rest = key.substring(dot + 1);
      boolean isNamed = Stream.of(rest.split("\\.", -1)).allMatch(name -> isName(names, name));
      if (names.contains(key.substring(0, dot + 1)) && (isNamed || isMadeOf(sources, rest))) {
        return true;
      }
      if (names.contains(key.substring(dot)) && isMadeOf(sources, key.substring(0, dot))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(Set<String> names, String name) {
    return names.contains(name)
        || names.contains(name.toUpperCase(Locale.ROOT))
        || List.of("true", "false").contains(name);
  }

  /// What a text marks, by number: `1s`, `2d`.
  private static SortedMap<Integer, String> parts(String text) {
    var parts = new TreeMap<Integer, String>();
    var mark = MARK.matcher(text);
    while (mark.find()) {
      if (mark.group(3) != null) {
        int at = mark.group(1) == null ? parts.size() + 1 : Integer.parseInt(mark.group(1));
        parts.put(at, mark.group(2) + mark.group(3));
      }
    }
    return parts;
  }

  private static SortedMap<String, String> read(String name) {
    try (Reader reader = Files.newBufferedReader(TEXTS.resolve(name))) {
      var all = new Properties();
      all.load(reader);
      var sorted = new TreeMap<String, String>();
      all.forEach((key, text) -> sorted.put((String) key, (String) text));
      return sorted;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Literals literals(Path root) {
    try (var paths = Files.walk(root)) {
      return Literals.in(paths.filter(path -> path.toString().endsWith(".java")).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
