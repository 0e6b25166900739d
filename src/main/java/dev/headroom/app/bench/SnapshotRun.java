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
    CallMix.Pace without,
    CallMix.Pace meanwhile,
    double seconds,
    long megabytes,
    double openSeconds) {

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d scopes: a snapshot of %,d MB took %.1f s, opening the folder by it %.1f s%n"
            + "%d callers without it: %,d calls/s, p99 %,d µs, at most %.1f ms%n"
            + "and while it was taken: %,d calls/s, p99 %,d µs, at most %.1f ms",
        scopes,
        megabytes,
        seconds,
        openSeconds,
        SnapshotBenchmark.CALLERS,
        without.callsPerSecond(),
        without.p99Micros(),
        without.maxMicros() / 1_000.0,
        meanwhile.callsPerSecond(),
        meanwhile.p99Micros(),
        meanwhile.maxMicros() / 1_000.0);
  }
}
