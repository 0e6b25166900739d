package dev.headroom.history.forecast;

/// Walks forward over a demand that is known, forecasting from each bucket on what is known up to
/// then, and compares what was said with what came: ours, the naive forecast (the last bucket goes
/// on) and the seasonal naive one (as one season ago).
public final class Backtest {
  private static final int BEGIN_SHARE = 4;
  private static final int BEGIN_MIN = 24;

  private Backtest() {}

  /// How far off each was over all buckets that were scored, as the mean absolute error.
  ///
  /// @param horizon the mean of how many buckets was said
  /// @param scored how often
  /// @param ours of [Forecast]
  /// @param naive of "the last bucket goes on"
  /// @param seasonalNaive of "as one season ago"; where there is no season, as `naive`
  /// @param covered in how many cases of those with bounds it came within them, from 0 to 1
  public record Score(
      int horizon, int scored, double ours, double naive, double seasonalNaive, double covered) {
    /// Ours divided by naive: below 1 is better.
    public double ofNaive() {
      return ours / naive;
    }

    /// Ours divided by seasonal naive: below 1 is better.
    public double ofSeasonalNaive() {
      return ours / seasonalNaive;
    }
  }

  /// Scores the last three quarters of a demand; what comes before is only learnt from.
  ///
  /// @param demand per bucket, the oldest first
  /// @param season how many buckets it has; 0 for none
  /// @param horizon how far ahead
  /// @throws IllegalArgumentException where the demand is too short for that
  public static Score run(double[] demand, int season, int horizon) {
    int begin =
        Math.max(BEGIN_MIN, Math.min(demand.length / BEGIN_SHARE, Math.max(season, BEGIN_MIN)));
    if (demand.length < begin + 2 * horizon) {
      throw new IllegalArgumentException(
          demand.length + " buckets are too few to look " + horizon + " ahead");
    }
    var walk = new Walk(season, horizon);
    var known = new Series();
    var tally = new Tally();
    Series all = new Series();
    for (double value : demand) {
      all.append(value);
    }
    for (int at = 0; at + horizon < demand.length; at++) {
      walk.observe(demand[at]);
      known.append(demand[at]);
      if (at >= begin) {
        double came = all.mean(at + 1, at + 1 + horizon);
        tally.add(walk.outlook(), demand[at], seasonal(known, season, horizon), came);
      }
    }
    return tally.score(horizon);
  }

  private static double seasonal(Series known, int season, int horizon) {
    if (season == 0 || known.size() < season) {
      return known.last();
    }
    double sum = 0;
    for (int ahead = 0; ahead < horizon; ahead++) {
      int ago = known.size() - season + ahead % season;
      sum += known.mean(ago, ago + 1);
    }
    return sum / horizon;
  }

  private static final class Tally {
    private int scored;
    private int bounded;
    private int covered;
    private double ours;
    private double naive;
    private double seasonal;

    void add(Outlook said, double last, double season, double came) {
      scored++;
      ours += Math.abs(said.expected() - came);
      naive += Math.abs(last - came);
      seasonal += Math.abs(season - came);
      bounded += said.isBounded() ? 1 : 0;
      covered += said.isBounded() && said.covers(came) ? 1 : 0;
    }

    Score score(int horizon) {
      return new Score(
          horizon,
          scored,
          ours / scored,
          naive / scored,
          seasonal / scored,
          (double) covered / Math.max(1, bounded));
    }
  }
}
