package dev.headroom.history.forecast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a demand will go on to be.
///
/// Several simple methods are combined by how well each has done so far ([Experts], [Combination]),
/// for each horizon anew, and bounded by how far off that was ([Margins]).
public final class Forecast {
  /// How many buckets of demand are needed to say anything.
  public static final int BUCKETS_MIN = 8;

  private static final int HORIZON_MAX = 512;

  private final double[] demand;
  private final Duration bucket;
  private final List<Ahead> ahead = new ArrayList<>();

  /// What comes within some buckets.
  ///
  /// @param buckets how many
  /// @param mean of them
  public record Ahead(int buckets, Outlook mean) {}

  /// When something is used up, counted from the end of the last bucket.
  ///
  /// @param earliest it will be sooner in one of ten cases
  /// @param expected the most likely
  /// @param latest it will be later in one of ten cases; empty where that is beyond the horizon
  public record Exhaustion(Duration earliest, Duration expected, Optional<Duration> latest) {}

  private Forecast(double[] demand, int season, Duration bucket) {
    this.demand = demand.clone();
    this.bucket = bucket;
    int most = Math.min(HORIZON_MAX, this.demand.length / 2);
    for (int horizon = 1; horizon <= most; horizon *= 2) {
      ahead.add(new Ahead(horizon, mean(season, horizon)));
    }
  }

  /// Continues a demand.
  ///
  /// @param demand per bucket, the oldest first, at least [#BUCKETS_MIN] of them, none negative
  /// @param season how many buckets a season has, such as a day; 0 for none
  /// @param bucket how long each is
  public static Forecast of(double[] demand, int season, Duration bucket) {
    if (demand.length < BUCKETS_MIN) {
      throw new IllegalArgumentException(
          "a forecast needs " + BUCKETS_MIN + " buckets, not " + demand.length);
    }
    return new Forecast(demand, season, bucket);
  }

  private Outlook mean(int season, int horizon) {
    var walk = new Walk(season, horizon);
    for (double value : demand) {
      walk.observe(value);
    }
    return walk.outlook();
  }

  /// How long a bucket is.
  Duration bucket() {
    return bucket;
  }

  /// How many buckets were seen.
  int seen() {
    return demand.length;
  }

  /// What comes within 1, 2, 4… buckets, up to half as many as were seen.
  public List<Ahead> ahead() {
    return List.copyOf(ahead);
  }

  /// When so much more will have been used; empty where that is not to be expected within half the
  /// time that was seen.
  public Optional<Exhaustion> exhaustion(double remaining) {
    return reach(remaining, Level.EXPECTED)
        .map(expected ->
            new Exhaustion(
                reach(remaining, Level.HIGH).orElse(expected),
                expected,
                reach(remaining, Level.LOW)));
  }

  private enum Level {
    LOW,
    EXPECTED,
    HIGH;

    double of(Outlook outlook) {
      return switch (this) {
        case LOW -> outlook.low();
        case EXPECTED -> outlook.expected();
        case HIGH -> outlook.isBounded() ? outlook.high() : outlook.expected();
      };
    }
  }

  /// When the sum reaches so much: between two horizons as if demand were even there.
  private Optional<Duration> reach(double remaining, Level level) {
    int before = 0;
    double sumBefore = 0;
    for (Ahead each : ahead) {
      double sum = Math.max(sumBefore, each.buckets() * level.of(each.mean()));
      if (sum >= remaining) {
        double share = sum > sumBefore ? (remaining - sumBefore) / (sum - sumBefore) : 0;
        double buckets = before + Math.max(0, share) * (each.buckets() - before);
        return Optional.of(Duration.ofMillis(Math.round(buckets * bucket.toMillis())));
      }
      before = each.buckets();
      sumBefore = sum;
    }
    return Optional.empty();
  }
}
