package dev.headroom.app.bench;

import java.util.Locale;

/// What one run of the console's benchmark measured.
///
/// @param scenario what was played
/// @param scopes how many scopes there were at the end
/// @param seconds how long it was measured
/// @param frames how they came
/// @param waits how long an administrator waits
/// @param memory what it takes
/// @param changesWanted how many events a second there were to be; 0 where that was the scenario's
///   choice
/// @param changesPerSecond how many events a second the engine had
/// @param causes what may have made frames late
public record ConsoleRun(
    String scenario,
    int scopes,
    double seconds,
    Frames frames,
    Waits waits,
    Memory memory,
    long changesWanted,
    long changesPerSecond,
    Causes causes) {

  /// The head of [#row()].
  public static final String HEAD =
      "   scopes    wanted/s   changes/s   p50 ms   p95 ms   p99 ms  <33 ms   early  UI busy"
          + "   MB/s  heap MB  first ms  open ms  1st filter  filter ms";

  /// How far apart frames came, in milliseconds; 16.7 where nothing is late. Half, 95 % and 99 % of
  /// them at most so far, and all at most `max`.
  ///
  /// @param count how many there were
  /// @param percentInTime how many of 100 came within 33 ms
  /// @param percentInTimeEarly the same of those before, while it warmed up
  public record Frames(
      long count,
      double p50,
      double p95,
      double p99,
      double max,
      double percentInTime,
      double percentInTimeEarly) {}

  /// How long it took, in milliseconds.
  ///
  /// @param firstFrame until the window's first frame
  /// @param open until the tree had rows
  /// @param filterFirst until it was seen which scopes match, the first time that anybody asked
  /// @param filter the same, half of the times at most
  public record Waits(double firstFrame, double open, double filterFirst, double filter) {}

  /// Of everything together, the engine and what plays it too.
  ///
  /// @param allocatedPerSecond in megabytes
  /// @param heap in megabytes, after collecting garbage at the end
  public record Memory(double allocatedPerSecond, double heap) {}

  /// For people, one of many.
  public String row() {
    return String.format(
        Locale.ROOT,
        "%,9d %11s %,11d %8.1f %8.1f %8.1f %6.1f%% %6.1f%% %7.0f%% %6.0f %8.0f %9.0f %8.0f %11.0f"
            + " %10.0f",
        scopes,
        changesWanted == 0 ? "-" : String.format(Locale.ROOT, "%,d", changesWanted),
        changesPerSecond,
        frames.p50(),
        frames.p95(),
        frames.p99(),
        frames.percentInTime(),
        frames.percentInTimeEarly(),
        100 * causes.uiThreadShare(),
        memory.allocatedPerSecond(),
        memory.heap(),
        waits.firstFrame(),
        waits.open(),
        waits.filterFirst(),
        waits.filter());
  }

  /// For people.
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s, %,d scopes, %,d changes/s in, %.0f s%n"
            + "frames %,d, apart p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, at most %.1f ms;"
            + " %.1f %% within 33 ms, %.1f %% while it warmed up for %d s before%n"
            + "first frame after %.0f ms, rows after %.0f ms, filtered within %.0f ms, the first"
            + " time %.0f ms; %.0f MB/s allocated, heap %.0f MB%n"
            + "busy: JavaFX's thread %.0f %%, drawing %.0f %%, simulation %.0f %%;"
            + " other programs took %.0f %% of the machine%n"
            + "pauses to collect garbage: %,d, %,d ms in all, %,d ms at most;"
            + " the engine answered within %.1f ms",
        scenario,
        scopes,
        changesPerSecond,
        seconds,
        frames.count(),
        frames.p50(),
        frames.p95(),
        frames.p99(),
        frames.max(),
        frames.percentInTime(),
        frames.percentInTimeEarly(),
        ConsoleBenchmark.WARM_UP_SECONDS,
        waits.firstFrame(),
        waits.open(),
        waits.filter(),
        waits.filterFirst(),
        memory.allocatedPerSecond(),
        memory.heap(),
        100 * causes.uiThreadShare(),
        100 * causes.drawingShare(),
        100 * causes.simulationShare(),
        100 * causes.othersShare(),
        causes.collections(),
        causes.collectionMillis(),
        causes.collectionMillisMax(),
        causes.answerMillisMax());
  }
}
