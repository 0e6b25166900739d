package dev.headroom.history.forecast;

/// Simple methods that each say what the mean of the next buckets will be. None is good everywhere;
/// the [Combination] finds out which are good here.
///
/// - levels that were smoothed at several paces, and some with a damped trend: [Levels];
/// - medians of the last buckets, which single spikes do not move;
/// - levels that fall back to the long mean or median, as a process that forgets does
///   (autoregression of the first order);
/// - the same stretch one season ago, as it was and smoothed by what was around it, its mean over
///   all seasons, the newer ones counting more, all mixed with a level, and the stretch scaled by
///   how much more there is now than then.
final class Experts {
  private static final int[] MEDIANS = {4, 8, 16, 32, 64};
  private static final double[] MEMORIES = {.97, .9, .8, .6, .4};
  private static final int[] FORGETFUL = {Levels.MIDDLING, Levels.BRISK, Levels.LAST};
  private static final double[] MIXES = {.3, .6};
  private static final int LONG = 192;
  private static final int NOW = 8;
  private static final double PER_SEASON = .6;
  private static final int SEASONS_MAX = 8;

  private static final int OF_SEASON = 4 + 2 * MIXES.length;

  /// How many there are.
  static final int COUNT =
      Levels.COUNT
          + Levels.TRENDS
          + MEDIANS.length
          + 2 * MEMORIES.length * FORGETFUL.length
          + OF_SEASON;

  private final Series series;
  private final int season;
  private final int horizon;
  private final Levels levels = new Levels();
  private final double[] said = new double[COUNT];
  private int next;

  /// @param season how many buckets it has; 0 for none
  /// @param horizon the mean of how many buckets is to be said
  Experts(Series series, int season, int horizon) {
    this.series = series;
    this.season = season;
    this.horizon = horizon;
  }

  /// What each of them says after the last bucket; not a number where one cannot say yet. The array
  /// is filled anew each time.
  double[] ask() {
    levels.observe(series.last());
    next = 0;
    for (int level = 0; level < Levels.COUNT; level++) {
      say(levels.level(level));
    }
    for (int trend = 0; trend < Levels.TRENDS; trend++) {
      say(levels.trending(trend, horizon));
    }
    for (int window : MEDIANS) {
      say(series.size() < window ? Double.NaN : series.medianOfLast(window));
    }
    fallBack();
    lookBack();
    return said;
  }

  private void say(double value) {
    said[next++] = Math.max(0, value); // Not a number stays so.
  }

  private void fallBack() {
    double mean = series.meanOfLast(LONG);
    double median = series.medianOfLast(Math.min(series.size(), LONG));
    for (double memory : MEMORIES) {
      double kept = memory * (1 - Math.pow(memory, horizon)) / (1 - memory) / horizon;
      for (int level : FORGETFUL) {
        say(mean + kept * (levels.level(level) - mean));
        say(median + kept * (levels.level(level) - median));
      }
    }
  }

  private void lookBack() {
    boolean known = season > 0 && series.size() > season + NOW;
    double ago = known ? stretch(1) : Double.NaN;
    double smooth = known ? smoothed() : Double.NaN;
    say(ago);
    say(smooth);
    say(known ? seasons() : Double.NaN);
    say(known ? ago * growth() : Double.NaN);
    for (double share : MIXES) {
      say(share * ago + (1 - share) * levels.level(Levels.CALM));
      say(share * smooth + (1 - share) * levels.level(Levels.MIDDLING));
    }
  }

  /// The mean of the stretch that is to be said, some seasons ago. What is longer than a season is
  /// that season again and again.
  private double stretch(int seasonsAgo) {
    int from = series.size() - seasonsAgo * season;
    int whole = horizon / season;
    int rest = horizon % season;
    double sum = 0;
    if (whole > 0) {
      sum += whole * season * series.mean(from, from + season);
    }
    if (rest > 0) {
      sum += rest * series.mean(from, from + rest);
    }
    return sum / horizon;
  }

  /// The mean of the stretch one season ago and what was just before and after it.
  private double smoothed() {
    int from = series.size() - season;
    return series.mean(from - NOW, Math.min(series.size(), from + horizon + NOW));
  }

  private double seasons() {
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (int ago = 1; ago <= SEASONS_MAX && series.size() >= ago * season; ago++) {
      sum += weight * stretch(ago);
      weights += weight;
      weight *= PER_SEASON;
    }
    return sum / weights;
  }

  /// How much more there is now than at this time of the last season, drawn towards 1 where both
  /// are small.
  private double growth() {
    int size = series.size();
    double now = series.mean(size - NOW, size);
    double then = series.mean(size - season - NOW, size - season);
    double usual = series.meanOfLast(size) / 2;
    return then + usual > 0 ? (now + usual) / (then + usual) : 1;
  }
}
