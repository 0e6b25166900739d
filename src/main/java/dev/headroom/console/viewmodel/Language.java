package dev.headroom.console.viewmodel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A language that the console speaks: its texts, and how it writes numbers and dates.
public enum Language {
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /// How it is named where programs name it: `en`, `de`.
  public String code() {
    return locale.getLanguage();
  }

  /// How numbers, dates and texts are written in it.
  Locale locale() {
    return locale;
  }

  /// The language that `code` names, if the console speaks it.
  public static Optional<Language> ofCode(String code) {
    return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /// The language of this system; English where the console does not speak it.
  public static Language ofSystem() {
    return ofCode(Locale.getDefault(Locale.Category.DISPLAY).getLanguage()).orElse(ENGLISH);
  }
}
