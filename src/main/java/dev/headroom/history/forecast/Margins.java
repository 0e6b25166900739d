package dev.headroom.history.forecast;

import java.util.Arrays;

/// The interval around what is said: as wide as errors have lately been, relative to what was said,
/// and wider after it was missed, narrower after it was not, so that in the long run as many values
/// lie within it as are promised, whatever they come from.
///
/// With few errors the outermost ones bound it, as in split conformal prediction, which takes one
/// more than the share of those that were seen.
///
/// @see "Lei et al., Distribution-Free Predictive Inference for Regression, Journal of the American
///   Statistical Association 113 (2018)"
/// @see "Gibbs and Candès, Adaptive Conformal Inference Under Distribution Shift, NeurIPS 2021"
final class Margins {
  /// How much is promised to lie within.
  static final double PROMISED = .8;

  private static final int REMEMBERED = 192;
  private static final int LEARNT_MIN = 10;
  private static final double PACE = .02;
  private static final double OUTSIDE_MIN = .01;
  private static final double OUTSIDE_MAX = .6;
  private static final double TINY = 1e-9;

  private final double[] errors = new double[REMEMBERED];
  private final double overlap;
  private int learnt;
  private double outside = 1 - PROMISED;

  /// @param horizon how many buckets ahead is looked. Errors of neighbouring buckets are then much
  ///   the same, so the outermost of them tell less, and one more of them counts as not seen for
  ///   each unit of its square root
  Margins(int horizon) {
    overlap = Math.sqrt(horizon);
  }

  /// Learns what came, and whether it lay within.
  void learn(Outlook said, double came) {
    errors[learnt % REMEMBERED] = (came - said.expected()) / Math.max(said.expected(), TINY);
    learnt++;
    if (said.isBounded()) {
      double missed = said.covers(came) ? 0 : 1;
      outside = Math.clamp(outside + PACE * (1 - PROMISED - missed), OUTSIDE_MIN, OUTSIDE_MAX);
    }
  }

  /// What is expected, with its bounds once enough was learnt; it lies within them, even where what
  /// came was always more, or less.
  Outlook around(double expected) {
    if (learnt < LEARNT_MIN) {
      return Outlook.unbounded(expected);
    }
    double[] sorted = Arrays.copyOf(errors, Math.min(learnt, REMEMBERED));
    Arrays.sort(sorted);
    int cut = Math.max(0, (int) (outside / 2 * (sorted.length + 1) - overlap));
    return new Outlook(
        expected,
        Math.max(0, expected * (1 + Math.min(0, sorted[cut]))),
        expected * (1 + Math.max(0, sorted[sorted.length - 1 - cut])));
  }
}
