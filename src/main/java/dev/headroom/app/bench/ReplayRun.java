package dev.headroom.app.bench;

import java.util.Locale;

/// How soon it is known what other limits would have done to a span.
///
/// @param scenario what went on
/// @param hours how long
/// @param scopes how many scopes there were at its end
/// @param commands how many commands there were
/// @param recovered applying them again and nothing else, in turns with the following
/// @param unchanged replayed under the limits that held
/// @param oneHalved replayed with half the limits at one scope
/// @param allHalved replayed with half of all limits
record ReplayRun(
    String scenario,
    double hours,
    int scopes,
    long commands,
    Pace recovered,
    Pace unchanged,
    Pace oneHalved,
    Pace allHalved) {

  /// How fast that was.
  ///
  /// @param seconds how long it took, in the median
  /// @param secondsMax how long it took at most, the first time included
  record Pace(double seconds, double secondsMax, long commandsPerSecond) {
    private String text(Pace recovered) {
      return String.format(
          Locale.ROOT,
          "%5.1f s (at most %.1f), %,d commands/s, %.1f times as long",
          seconds,
          secondsMax,
          commandsPerSecond,
          seconds / recovered.seconds);
    }
  }

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d commands of %s within %.1f hours, %,d scopes%n"
            + "recovered:                %5.1f s (at most %.1f), %,d commands/s%n"
            + "replayed as it was:       %s%n"
            + "half of a scope's limits: %s%n"
            + "half of all limits:       %s",
        commands,
        scenario,
        hours,
        scopes,
        recovered.seconds,
        recovered.secondsMax,
        recovered.commandsPerSecond,
        unchanged.text(recovered),
        oneHalved.text(recovered),
        allHalved.text(recovered));
  }
}
