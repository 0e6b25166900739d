package dev.headroom.app.bench;

import java.util.Locale;

/// What a snapshot costs those who call meanwhile, and what it saves.
///
/// @param scopes how many there are
/// @param without how long calls took while none was taken
/// @param meanwhile how long they took while one was
/// @param seconds how long the snapshot took
/// @param megabytes how large its file is
/// @param openSeconds how long it took to open the folder again by it
record SnapshotRun(
    int scopes,
    Waits without,
    Waits meanwhile,
    double seconds,
    long megabytes,
    double openSeconds) {

  /// How long callers waited.
  ///
  /// @param pauseMillis for how long everything stood still at most to collect garbage
  record Waits(CallMix.Pace pace, long pauseMillis) {
    private String text() {
      return String.format(
          Locale.ROOT,
          "%,d calls/s, p99 %,d µs, at most %.1f ms (the longest pause of the collector: %d ms)",
          pace.callsPerSecond(),
          pace.p99Micros(),
          pace.maxMicros() / 1_000.0,
          pauseMillis);
    }
  }

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d scopes: a snapshot of %,d MB took %.1f s, opening the folder by it %.1f s%n"
            + "%d callers without it: %s%n"
            + "and while it was taken: %s",
        scopes,
        megabytes,
        seconds,
        openSeconds,
        SnapshotBenchmark.CALLERS,
        without.text(),
        meanwhile.text());
  }
}
