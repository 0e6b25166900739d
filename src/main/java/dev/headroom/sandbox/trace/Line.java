package dev.headroom.sandbox.trace;

import java.nio.charset.StandardCharsets;

/// The line that a [LineReader] is at, as bytes in the reader's buffer: valid until it moves on,
/// and made into text only where someone must read it.
final class Line {
  /// What [#wholeNumber(int, int)] returns for something else.
  static final long NO_NUMBER = Long.MIN_VALUE;

  private static final int QUOTE_LENGTH_MAX = 40;
  private static final int DIGITS_MAX = 18;

  private byte[] bytes = {};
  private int from;
  private int to;
  private long number;
  private boolean cut;

  void set(byte[] newBytes, int newFrom, int newTo, boolean newCut) {
    bytes = newBytes;
    from = newFrom;
    to = newTo;
    cut = newCut;
    number++;
    while (to > from && isSpace(bytes[to - 1])) {
      to--;
    }
    while (from < to && isSpace(bytes[from])) {
      from++;
    }
  }

  /// Where it stands in the file; the first line is 1.
  long number() {
    return number;
  }

  /// Whether it is longer than a line may be, so that its end is missing.
  boolean isCut() {
    return cut;
  }

  /// Whether there is nothing in it but white space.
  boolean isBlank() {
    return from == to;
  }

  /// Where its text begins, white space left out.
  int from() {
    return from;
  }

  /// Where its text ends, white space left out.
  int to() {
    return to;
  }

  byte at(int position) {
    return bytes[position];
  }

  /// Where `sign` next stands from `position` on; the line's end where it does not.
  int find(char sign, int position) {
    int at = position;
    while (at < to && bytes[at] != sign) {
      at++;
    }
    return at;
  }

  /// Where the next white space is from `position` on, or the line's end.
  int endOfWord(int position) {
    int at = position;
    while (at < to && !isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  /// Where the next other character than white space is from `position` on, or the line's end.
  int skipSpace(int position) {
    int at = position;
    while (at < to && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  /// The whole number between two positions, white space around it left out; [#NO_NUMBER] where
  /// there is none, or one of more than 18 digits.
  long wholeNumber(int begin, int end) {
    int at = skipSpace(begin);
    int last = end;
    while (last > at && isSpace(bytes[last - 1])) {
      last--;
    }
    boolean negative = at < last && bytes[at] == '-';
    if (negative) {
      at++;
    }
    long value = digits(at, last);
    return negative && value != NO_NUMBER ? -value : value;
  }

  /// The number that the digits between two positions write; [#NO_NUMBER] where anything else
  /// stands there, nothing, or more than 18 of them.
  long digits(int begin, int end) {
    if (begin >= end || end - begin > DIGITS_MAX) {
      return NO_NUMBER;
    }
    long value = 0;
    for (int at = begin; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return NO_NUMBER;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// The text between two positions, shortened for a message, signs that a terminal might obey left
  /// out.
  String quote(int begin, int end) {
    int last = Math.min(end, begin + QUOTE_LENGTH_MAX);
    String text = new String(bytes, begin, last - begin, StandardCharsets.UTF_8);
    return "'" + text.replaceAll("\\p{Cntrl}", "?") + (last < end ? "…'" : "'");
  }

  /// Whether its text is `other`, ignoring case.
  boolean isText(String other) {
    return to - from == other.length()
        && new String(bytes, from, to - from, StandardCharsets.UTF_8).equalsIgnoreCase(other);
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\t' || value == '\r';
  }
}
