package dev.headroom.history.forecast;

import java.util.Arrays;
import java.util.Comparator;

/// Combines what several say: each counts by how far off it was so far. What is said together lies
/// half way between their weighted median, which a spike that some of them follow does not move,
/// and their weighted mean, in which errors of opposite sign cancel each other.
///
/// How steeply weights fall with the error depends on how far ahead is looked: what was said for
/// neighbouring buckets shares most of its errors, so the further ahead, the less is known of who
/// is good.
///
/// @see "Bates and Granger, The Combination of Forecasts, Operational Research Quarterly 20 (1969)"
/// @see "Weinberger and Ordentlich, On Delayed Prediction of Individual Sequences, IEEE
///   Transactions on Information Theory 48 (2002)"
final class Combination {
  /// What an error counts for one bucket later.
  private static final double PER_BUCKET = .995;

  /// How steeply weights fall for the next bucket: by this power of the error.
  private static final double STEEPNESS = 8;

  private static final double TINY = 1e-12;

  private final double steepness;
  private final double[] errors = new double[Experts.COUNT];
  private final double[] counts = new double[Experts.COUNT];

  /// @param horizon how many buckets ahead is looked
  Combination(int horizon) {
    steepness = STEEPNESS / Math.sqrt(horizon);
  }

  /// Learns what came where each had said something.
  void learn(double[] said, double came) {
    for (int each = 0; each < said.length; each++) {
      if (!Double.isNaN(said[each])) {
        errors[each] = PER_BUCKET * errors[each] + Math.abs(said[each] - came);
        counts[each] = PER_BUCKET * counts[each] + 1;
      }
    }
  }

  /// What all of them say together.
  ///
  /// @param first what is taken while nothing was learnt
  double combine(double[] said, double first) {
    double least = Double.MAX_VALUE;
    for (int each = 0; each < said.length; each++) {
      if (counts[each] > 0 && !Double.isNaN(said[each])) {
        least = Math.min(least, error(each));
      }
    }
    Weighed[] weighed = new Weighed[said.length];
    int count = 0;
    double weights = 0;
    double sum = 0;
    for (int each = 0; each < said.length; each++) {
      if (counts[each] > 0 && !Double.isNaN(said[each])) {
        double weight = Math.pow(least / error(each), steepness);
        weighed[count++] = new Weighed(said[each], weight);
        weights += weight;
        sum += weight * said[each];
      }
    }
    return count == 0 ? first : (median(weighed, count, weights) + sum / weights) / 2;
  }

  private static double median(Weighed[] weighed, int count, double weights) {
    Arrays.sort(weighed, 0, count, Comparator.comparingDouble(Weighed::value));
    double below = 0;
    int at = 0;
    while (at < count - 1 && below + weighed[at].weight < weights / 2) {
      below += weighed[at].weight;
      at++;
    }
    return weighed[at].value;
  }

  private record Weighed(double value, double weight) {}

  private double error(int each) {
    return errors[each] / counts[each] + TINY;
  }
}
