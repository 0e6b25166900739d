package dev.headroom.console.viewmodel;

import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// Every text that an administrator reads, by key, in one language for the whole program. A key
/// that does not exist is a bug and throws. The language is chosen before the first window is made,
/// since what is shown already stays as it is. Any thread may read.
public final class Wording {
  private static volatile Spoken spoken = Spoken.in(Language.ENGLISH);

  private Wording() {}

  /// @param texts in that language
  /// @param patterns of dates and times that were asked for
  private record Spoken(
      Language language, ResourceBundle texts, Map<String, DateTimeFormatter> patterns) {
    static Spoken in(Language language) {
      // English is the base and has no file of its own; the system's language must not stand in.
      Locale locale = language == Language.ENGLISH ? Locale.ROOT : language.locale();
      return new Spoken(
          language,
          ResourceBundle.getBundle("dev.headroom.console.messages", locale),
          new ConcurrentHashMap<>());
    }
  }

  /// Chooses the language; English where nothing was chosen.
  public static void speak(Language language) {
    spoken = Spoken.in(language);
  }

  /// The language that is spoken.
  public static Language language() {
    return spoken.language();
  }

  /// The text called `key`.
  public static String text(String key) {
    return spoken.texts().getString(key);
  }

  /// The text called `key`, or `otherwise` where there is none.
  public static String textOr(String key, String otherwise) {
    ResourceBundle texts = spoken.texts();
    return texts.containsKey(key) ? texts.getString(key) : otherwise;
  }

  /// The text called `key` with `parts` in the places that it marks in the manner of
  /// [java.util.Formatter].
  public static String text(String key, Object... parts) {
    Spoken now = spoken;
    return String.format(now.language().locale(), now.texts().getString(key), parts);
  }

  /// A number as the language writes it.
  ///
  /// @param form as of [java.util.Formatter]
  static String number(String form, Object number) {
    return String.format(spoken.language().locale(), form, number);
  }

  /// A number as programs write it, with the language's sign before its decimals.
  static String decimalSign(String number) {
    var signs = DecimalFormatSymbols.getInstance(spoken.language().locale());
    return number.replace('.', signs.getDecimalSeparator());
  }

  /// A name as it stands within a sentence: in English `Tokens` becomes `tokens`, while `API calls`
  /// and German nouns stay.
  public static String within(String name) {
    boolean stays = name.length() > 1 && Character.isUpperCase(name.charAt(1));
    return spoken.language() == Language.ENGLISH && !stays
        ? name.toLowerCase(Locale.ENGLISH)
        : name;
  }

  /// How the language writes dates and times of day.
  ///
  /// @param key of a pattern
  public static DateTimeFormatter pattern(String key) {
    Spoken now = spoken;
    return now.patterns()
        .computeIfAbsent(
            key,
            _ -> DateTimeFormatter.ofPattern(now.texts().getString(key), now.language().locale()));
  }
}
