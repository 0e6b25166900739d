package dev.headroom.console.viewmodel.graph;

/// Places things in a line, in their order, at least one apart and otherwise as near to where each
/// is wanted as can be: the sum of the squares of what they are moved by is the least.
final class Spacing {
  private Spacing() {}

  /// Places them.
  ///
  /// @param wanted where each is wanted
  /// @return where each is placed
  /// @see "Barlow, Bartholomew, Bremner and Brunk, Statistical Inference under Order Restrictions
  ///   (1972): pooling adjacent violators"
  static double[] apart(double[] wanted) {
    double[] sums = new double[wanted.length];
    int[] counts = new int[wanted.length];
    int blocks = 0;
    for (int at = 0; at < wanted.length; at++) {
      // Less what stands between it and the first, those that overlap are those out of order.
      sums[blocks] = wanted[at] - at;
      counts[blocks] = 1;
      blocks++;
      while (blocks > 1
          && sums[blocks - 2] / counts[blocks - 2] > sums[blocks - 1] / counts[blocks - 1]) {
        sums[blocks - 2] += sums[blocks - 1];
        counts[blocks - 2] += counts[blocks - 1];
        blocks--;
      }
    }
    double[] placed = new double[wanted.length];
    int at = 0;
    for (int block = 0; block < blocks; block++) {
      for (int within = 0; within < counts[block]; within++) {
        placed[at] = sums[block] / counts[block] + at;
        at++;
      }
    }
    return placed;
  }
}
