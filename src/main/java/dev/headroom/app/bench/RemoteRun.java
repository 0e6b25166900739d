package dev.headroom.app.bench;

import java.util.Locale;

/// How fast an instance behind a server answers, next to one in this process, both durable.
///
/// @param callers how many call at a time, each waiting for its answer
/// @param remote over the network
/// @param here the same calls on an instance in a folder, in turns with the others
/// @param ofHere the one rate divided by the other
/// @param undecided calls that were refused, or of which nobody knows what came of them
/// @param events how many a client heard that followed all of them meanwhile
/// @param missing how many it did not hear
/// @param twice how many it heard again, or out of order
record RemoteRun(
    int callers,
    CallMix.Pace remote,
    CallMix.Pace here,
    double ofHere,
    long undecided,
    long events,
    long missing,
    long twice) {

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%d callers that allocate, track and release, every answer safe on disk%n"
            + "%s%n%s%nso the server has %.2f of the calls in process; %d were not decided%n"
            + "a client followed all events meanwhile: %,d heard, %d missing, %d twice",
        callers,
        row("over HTTP", remote),
        row("in process", here),
        ofHere,
        undecided,
        events,
        missing,
        twice);
  }

  private static String row(String name, CallMix.Pace pace) {
    return String.format(
        Locale.ROOT,
        "%-10s %,9d calls/s, p50 %,d µs, p95 %,d µs, p99 %,d µs, at most %,d µs",
        name,
        pace.callsPerSecond(),
        pace.p50Micros(),
        pace.p95Micros(),
        pace.p99Micros(),
        pace.maxMicros());
  }
}
