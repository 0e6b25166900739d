package dev.headroom.model.filter;

import java.util.List;
import java.util.Locale;

/// A word in which `*` stands for anything, ignoring case.
///
/// @param text in lower case
public record Glob(String text) {
  public Glob {
    text = text.toLowerCase(Locale.ROOT);
  }

  /// Whether `lower`, in lower case, is such a word from its first to its last sign. Takes time in
  /// the product of both lengths at most.
  public boolean matches(String lower) {
    List<String> parts = List.of(text.split("\\*", -1));
    if (parts.size() == 1) {
      return lower.equals(text);
    }
    String last = parts.getLast();
    int at = parts.getFirst().length();
    if (!lower.startsWith(parts.getFirst()) || lower.length() < at + last.length()) {
      return false;
    }
    int end = lower.length() - last.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = lower.indexOf(part, at);
      if (found < 0 || found + part.length() > end) {
        return false;
      }
      at = found + part.length();
    }
    return lower.endsWith(last);
  }

  /// Whether `lower`, in lower case, contains such a word.
  public boolean isIn(String lower) {
    return text.indexOf('*') < 0 ? lower.contains(text) : new Glob("*" + text + "*").matches(lower);
  }
}
