package dev.headroom.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Bounds of the free words that callers attach to requests and usage.
public final class Labels {
  /// Most labels.
  public static final int COUNT_MAX = 16;

  /// Most characters of a label's name or value, of a purpose and of a category.
  public static final int LENGTH_MAX = 256;

  private Labels() {}

  /// Checks a purpose or category and its labels.
  ///
  /// @throws InvalidValueException where something is too long or there are too many
  static void check(String words, Map<String, String> labels) {
    requireWords(words);
    requireLabels(labels);
  }

  /// Returns a purpose or category if it is not too long.
  ///
  /// @throws InvalidValueException where it is
  public static String requireWords(String words) {
    checkLength(words, "a purpose or category");
    return words;
  }

  /// Returns labels if they are neither too many nor too long.
  ///
  /// @throws InvalidValueException where they are
  public static Map<String, String> requireLabels(Map<String, String> labels) {
    if (labels.size() > COUNT_MAX) {
      throw new InvalidValueException("at most %d labels", COUNT_MAX);
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      checkLength(label.getKey(), "a label's name");
      checkLength(label.getValue(), "a label's value");
    }
    return labels;
  }

  /// An unmodifiable copy whose order is that of the names, the same on every machine.
  static Map<String, String> sorted(Map<String, String> labels) {
    return labels.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(labels));
  }

  private static void checkLength(String text, String what) {
    if (text.length() > LENGTH_MAX) {
      throw new InvalidValueException(
          "%s has at most %d characters, not %d", what, LENGTH_MAX, text.length());
    }
  }
}
