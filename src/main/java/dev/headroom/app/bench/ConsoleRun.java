package dev.headroom.app.bench;

import java.util.Locale;

/// What one run of the console's benchmark measured.
///
/// @param scenario what was played
/// @param scopes how many scopes there were at the end
/// @param seconds how long it was measured
/// @param frames how many frames were drawn
/// @param frameMillis how far apart they came, in milliseconds; 16.7 where nothing is late
/// @param changesPerSecond how many events a second the engine had
/// @param causes what may have made frames late
public record ConsoleRun(
    String scenario,
    int scopes,
    double seconds,
    long frames,
    Percentiles frameMillis,
    long changesPerSecond,
    Causes causes) {

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%s, %,d scopes, %,d changes/s in, %.0f s%n"
            + "frames %,d, apart p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, at most %.1f ms%n"
            + "busy: JavaFX's thread %.0f %%, drawing %.0f %%, simulation %.0f %%;"
            + " other programs took %.0f %% of the machine%n"
            + "pauses to collect garbage: %,d, %,d ms in all, %,d ms at most;"
            + " the engine answered within %.1f ms",
        scenario,
        scopes,
        changesPerSecond,
        seconds,
        frames,
        frameMillis.p50(),
        frameMillis.p95(),
        frameMillis.p99(),
        frameMillis.max(),
        100 * causes.uiThreadShare(),
        100 * causes.drawingShare(),
        100 * causes.simulationShare(),
        100 * causes.othersShare(),
        causes.collections(),
        causes.collectionMillis(),
        causes.collectionMillisMax(),
        causes.answerMillisMax());
  }

  /// Half, 95 % and 99 % of the values are at most this, and all at most `max`.
  public record Percentiles(double p50, double p95, double p99, double max) {}
}
