package dev.headroom.app.bench;

import java.util.Locale;

/// What one run of the benchmark measured.
///
/// @param scopes how many scopes there were
/// @param cyclesPerSecond how many times a second one thread allocated, tracked and released
/// @param allocateNanos how long one allocate took, as its caller sees it, in nanoseconds
/// @param bytesPerScope heap per scope with a limit for each of the eight types
/// @param bytesPerAllocation heap per live allocation
public record BenchRun(
    int scopes,
    long cyclesPerSecond,
    Percentiles allocateNanos,
    long bytesPerScope,
    long bytesPerAllocation) {

  /// Half, 99 % and 99.9 % of the values are at most this.
  public record Percentiles(long p50, long p99, long p999) {}

  /// As a line of a table.
  String row() {
    return String.format(
        Locale.ROOT,
        "%,10d %,10d %14d %8d %11d %9d %13d",
        scopes,
        cyclesPerSecond,
        allocateNanos.p50(),
        allocateNanos.p99(),
        allocateNanos.p999(),
        bytesPerScope,
        bytesPerAllocation);
  }
}
