package dev.headroom.sandbox.trace;

import dev.headroom.sandbox.Dice;
import java.util.Arrays;

/// Draws ranks from 1 on, where rank k comes up in proportion to k^−exponent: few do most of it, as
/// the users of a shared service do.
final class Zipf {
  private final double[] upTo;

  /// @param ranks how many there are
  /// @param exponent how uneven; 0 draws all alike
  Zipf(int ranks, double exponent) {
    upTo = new double[ranks];
    double sum = 0;
    for (int rank = 1; rank <= ranks; rank++) {
      sum += StrictMath.pow(rank, -exponent);
      upTo[rank - 1] = sum;
    }
  }

  /// The next rank.
  int draw(Dice dice) {
    double point = dice.fraction() * upTo[upTo.length - 1];
    int found = Arrays.binarySearch(upTo, point);
    return Math.min(upTo.length, (found >= 0 ? found + 1 : -found - 1) + 1);
  }
}
