package dev.headroom.app.bench;

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

  /// Half, 95 % and 99 % of the values are at most this, and all at most `max`.
  public record Percentiles(double p50, double p95, double p99, double max) {}
}
