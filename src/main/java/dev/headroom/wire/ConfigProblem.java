package dev.headroom.wire;

import java.util.Locale;

/// One thing that is wrong with a config document.
///
/// @param line where, counted from 1
/// @param key which value, for example `limits[2].enforcement.grace`; empty for the whole document
/// @param message what is wrong with it, and what would be right; always one line
public record ConfigProblem(int line, String key, String message) {
  private static final int TEXT_LENGTH_MAX = 400;

  /// Makes key and message fit to be shown anywhere: whatever the document contained, they hold no
  /// control characters and have a bounded length.
  public ConfigProblem {
    key = shown(key);
    message = shown(message);
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (shown.length() >= TEXT_LENGTH_MAX) {
        return shown.append('…').toString();
      }
      char character = text.charAt(at);
      if (Character.isISOControl(character) || Character.isSurrogate(character)) {
        shown.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
      } else {
        shown.append(character);
      }
    }
    return shown.toString();
  }

  /// The problem as one line, for example `line 3: limits[0].amount: must be …`.
  @Override
  public String toString() {
    return "line " + line + ": " + sentence();
  }

  /// Which value, as a JSON pointer (RFC 6901), for example `/limits/2/enforcement/grace`.
  public String pointer() {
    return key.isEmpty() ? "" : "/" + key.replace("]", "").replace('[', '/').replace('.', '/');
  }

  /// The problem without its line, for callers that show lines in a column of their own.
  public String sentence() {
    return key.isEmpty() ? message : key + ": " + message;
  }
}
