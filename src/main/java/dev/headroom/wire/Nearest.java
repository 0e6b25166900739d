package dev.headroom.wire;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Guesses which word was meant by one that is unknown.
public final class Nearest {
  private Nearest() {}

  /// The one of `known` that is fewest typing mistakes away from `word`, ignoring case, if that is
  /// at most one mistake for every three letters; the first among equals.
  public static Optional<String> to(String word, Collection<String> known) {
    int mistakesMax = Math.max(1, word.length() / 3);
    Optional<String> nearest = Optional.empty();
    int least = mistakesMax + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - word.length()) < least) {
        int mistakes = mistakes(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        if (mistakes < least) {
          least = mistakes;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /// `; did you mean …?`, to end a message with; nothing where there is no guess.
  public static String question(String word, Collection<String> known) {
    return to(word, known).map(nearest -> "; did you mean " + nearest + "?").orElse("");
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour.
  ///
  /// @see "Damerau (1964), A technique for computer detection and correction of spelling errors"
  private static int mistakes(String from, String to) {
    int[] twoAbove = new int[to.length() + 1];
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int changed = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int least = Math.min(above[column] + 1, current[column - 1] + 1);
        least = Math.min(least, above[column - 1] + changed);
        if (row > 1
            && column > 1
            && from.charAt(row - 1) == to.charAt(column - 2)
            && from.charAt(row - 2) == to.charAt(column - 1)) {
          least = Math.min(least, twoAbove[column - 2] + 1);
        }
        current[column] = least;
      }
      twoAbove = above;
      above = current;
    }
    return above[to.length()];
  }
}
