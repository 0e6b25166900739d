package dev.headroom.console.viewmodel;

import java.util.Locale;
import java.util.ResourceBundle;

/// Every text that an administrator reads, by key, in the language of the system or else English. A
/// key that does not exist is a bug and throws.
public final class Wording {
  private static final ResourceBundle TEXTS =
      ResourceBundle.getBundle("dev.headroom.console.messages", Locale.getDefault());

  private Wording() {}

  /// The text called `key`.
  public static String text(String key) {
    return TEXTS.getString(key);
  }

  /// The text called `key` with `parts` in the places that it marks in the manner of
  /// [java.util.Formatter].
  public static String text(String key, Object... parts) {
    return String.format(Locale.ROOT, TEXTS.getString(key), parts);
  }
}
