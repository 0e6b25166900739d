package dev.headroom.history.forecast;

import java.util.Arrays;
import java.util.Comparator;

/// Combines what several say into their weighted median: each counts by the inverse square of how
/// far off it was lately. The median, since no other value has a smaller mean absolute error, and
/// since a spike that some of them follow does not move it.
///
/// @see "Bates and Granger, The Combination of Forecasts, Operational Research Quarterly 20 (1969)"
final class Combination {
  /// What an error counts for one bucket later.
  private static final double PER_BUCKET = .98;

  private static final double TINY = 1e-12;

  private final double[] errors = new double[Experts.COUNT];
  private final double[] counts = new double[Experts.COUNT];

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
    for (int each = 0; each < said.length; each++) {
      if (counts[each] > 0 && !Double.isNaN(said[each])) {
        double ratio = least / error(each);
        weighed[count++] = new Weighed(said[each], ratio * ratio);
        weights += ratio * ratio;
      }
    }
    Arrays.sort(weighed, 0, count, Comparator.comparingDouble(Weighed::value));
    double below = 0;
    for (int each = 0; each < count; each++) {
      below += weighed[each].weight;
      if (below >= weights / 2) {
        return weighed[each].value;
      }
    }
    return first;
  }

  private record Weighed(double value, double weight) {}

  private double error(int each) {
    return errors[each] / counts[each] + TINY;
  }
}
