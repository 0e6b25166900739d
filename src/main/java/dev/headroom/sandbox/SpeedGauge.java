package dev.headroom.sandbox;

/// Measures how many simulated seconds a real one has, over half a second at a time.
final class SpeedGauge {
  private static final long SPAN_NANOS = 500_000_000;
  private static final double NANOS_PER_MILLI = 1e6;

  private boolean begun;
  private long beginNanos;
  private double beginMillis;
  private double speed;

  /// Simulated time stands at `millis` at the real instant `nanos`.
  void note(long nanos, double millis) {
    if (!begun) {
      begun = true;
      beginNanos = nanos;
      beginMillis = millis;
    } else if (nanos - beginNanos >= SPAN_NANOS) {
      speed = (millis - beginMillis) / ((nanos - beginNanos) / NANOS_PER_MILLI);
      beginNanos = nanos;
      beginMillis = millis;
    }
  }

  /// What it measured last; 0 before half a second is over.
  double speed() {
    return speed;
  }

  void reset() {
    begun = false;
    speed = 0;
  }
}
