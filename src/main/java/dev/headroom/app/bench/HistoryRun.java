package dev.headroom.app.bench;

import java.util.Locale;

/// How fast a history is filled and reported on.
///
/// @param records how many usage records it has, spread over a year
/// @param scopes of how many scopes
/// @param eventsPerSecond how fast it was filled
/// @param megabytes how large it became
/// @param all how long a year's report of everything took in the median, in milliseconds
/// @param allMax how long the slowest took
/// @param user the same of a user
/// @param run the same of a run
/// @param daily the same of everything, divided into days
public record HistoryRun(
    long records,
    int scopes,
    long eventsPerSecond,
    long megabytes,
    double all,
    double allMax,
    double user,
    double run,
    double daily) {
  /// The figures for people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d usage records of a year at %,d scopes, %,d events/s filled in, %,d MB%n"
            + "a year's report of /     %8.1f ms (slowest %.1f), by days %.1f ms%n"
            + "a year's report of a user %7.1f ms, of a run %.1f ms",
        records,
        scopes,
        eventsPerSecond,
        megabytes,
        all,
        allMax,
        daily,
        user,
        run);
  }
}
