package dev.headroom.model.filter;

import java.util.Locale;

/// A word in which `*` stands for anything, ignoring case.
///
/// @param text in lower case
public record Glob(String text) {
  private static final char ANYTHING = '*';

  public Glob {
    text = text.toLowerCase(Locale.ROOT);
  }

  /// Whether `lower`, in lower case, is such a word from its first to its last sign. Takes time in
  /// the product of both lengths at most.
  public boolean matches(String lower) {
    int star = text.indexOf(ANYTHING);
    if (star < 0) {
      return lower.equals(text);
    }
    int last = text.lastIndexOf(ANYTHING);
    int end = lower.length() - (text.length() - last - 1);
    if (end < star
        || !lower.regionMatches(0, text, 0, star)
        || !lower.regionMatches(end, text, last + 1, text.length() - last - 1)) {
      return false;
    }
    int at = star;
    while (star < last) {
      int next = text.indexOf(ANYTHING, star + 1);
      String part = text.substring(star + 1, next);
      int found = lower.indexOf(part, at);
      if (found < 0 || found + part.length() > end) {
        return false;
      }
      at = found + part.length();
      star = next;
    }
    return true;
  }

  /// The word with anything before and after it: whatever contains such a word is one of these.
  public Glob around() {
    return new Glob(ANYTHING + text + ANYTHING);
  }
}
