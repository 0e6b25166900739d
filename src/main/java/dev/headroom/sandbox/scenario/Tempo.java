package dev.headroom.sandbox.scenario;

/// How busy callers are as time goes by.
sealed interface Tempo {
  /// As busy as ever.
  Tempo STEADY = new Steady();

  /// How many times the usual work there is, `seconds` after the beginning; 0 for none.
  double at(double seconds);

  /// How many seconds it stays about the same; after that, callers look again.
  double holdsSeconds();

  /// Always the same.
  record Steady() implements Tempo {
    @Override
    public double at(double seconds) {
      return 1;
    }

    @Override
    public double holdsSeconds() {
      return Double.POSITIVE_INFINITY;
    }
  }

  /// Swells and ebbs around the usual.
  ///
  /// @param periodSeconds from crest to crest
  /// @param depth how far, as a share of the usual, 0 to 1
  record Waves(double periodSeconds, double depth) implements Tempo {
    @Override
    public double at(double seconds) {
      return 1 + depth * StrictMath.sin(2 * StrictMath.PI * seconds / periodSeconds);
    }

    @Override
    public double holdsSeconds() {
      return periodSeconds / 16;
    }
  }

  /// Comes in bursts: rises to a multiple, stays there and falls back, again and again.
  ///
  /// @param firstSeconds when the first one begins to rise
  /// @param everySeconds from one to the next
  /// @param riseSeconds how long it rises, and how long it falls
  /// @param staySeconds how long it stays up
  /// @param between how much there is between bursts, of the usual
  /// @param factor how much there is at the top, of the usual
  record Bursts(
      double firstSeconds,
      double everySeconds,
      double riseSeconds,
      double staySeconds,
      double between,
      double factor)
      implements Tempo {
    @Override
    public double at(double seconds) {
      if (seconds < firstSeconds) {
        return between;
      }
      double into = (seconds - firstSeconds) % everySeconds;
      double height;
      if (into < riseSeconds) {
        height = into / riseSeconds;
      } else if (into < riseSeconds + staySeconds) {
        height = 1;
      } else {
        height = Math.max(0, 1 - (into - riseSeconds - staySeconds) / riseSeconds);
      }
      return between + (factor - between) * height;
    }

    @Override
    public double holdsSeconds() {
      return Math.max(0.5, riseSeconds / 8);
    }
  }
}
