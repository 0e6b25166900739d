package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import java.util.Comparator;

/// The order in which people expect scopes: level by level by name, numbers in names by their
/// value.
final class ScopeOrder implements Comparator<ScopePath> {
  static final ScopeOrder BY_NAME = new ScopeOrder();

  private ScopeOrder() {}

  @Override
  public int compare(ScopePath one, ScopePath other) {
    String left = one.text();
    String right = other.text();
    int at = 0;
    int to = 0;
    while (at < left.length() && to < right.length()) {
      char a = left.charAt(at);
      char b = right.charAt(to);
      if (isDigit(a) && isDigit(b)) {
        int endLeft = endOfNumber(left, at);
        int endRight = endOfNumber(right, to);
        int byNumber = compareNumbers(left, at, endLeft, right, to, endRight);
        if (byNumber != 0) {
          return byNumber;
        }
        at = endLeft;
        to = endRight;
      } else {
        int byCharacter = Integer.compare(rank(a), rank(b));
        if (byCharacter != 0) {
          return byCharacter;
        }
        at++;
        to++;
      }
    }
    int byLength = Integer.compare(left.length() - at, right.length() - to);
    return byLength != 0 ? byLength : left.compareTo(right);
  }

  /// A scope comes right before what is below it, so `/` is before every other character.
  private static int rank(char character) {
    return character == '/' ? -1 : Character.toLowerCase(character);
  }

  private static int compareNumbers(
      String left, int at, int endLeft, String right, int to, int endRight) {
    int fromLeft = skipZeros(left, at, endLeft);
    int fromRight = skipZeros(right, to, endRight);
    int byDigits = Integer.compare(endLeft - fromLeft, endRight - fromRight);
    return byDigits != 0
        ? byDigits
        : left.substring(fromLeft, endLeft).compareTo(right.substring(fromRight, endRight));
  }

  private static int skipZeros(String text, int from, int end) {
    int at = from;
    while (at < end - 1 && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
