package dev.headroom.app.bench;

import java.util.Locale;

/// How soon an instance is seen as it was.
///
/// @param commands how many its journal has at least
/// @param scopes about how many scopes it has
/// @param journalMegabytes how large the journal is
/// @param snapshots how many snapshots there are
/// @param snapshotMegabytes how large they are together
/// @param seconds how long half of the looks took at most
/// @param secondsMax how long the longest took
/// @param workSecondsMax how long one had a processor at most
record PastRun(
    long commands,
    int scopes,
    long journalMegabytes,
    int snapshots,
    long snapshotMegabytes,
    double seconds,
    double secondsMax,
    double workSecondsMax) {

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%,d commands, %,d scopes: any instant is seen after %.2f s, at most %.2f s (%.2f s of"
            + " work)%nthe journal takes %,d MB, %,d snapshots %,d MB",
        commands,
        scopes,
        seconds,
        secondsMax,
        workSecondsMax,
        journalMegabytes,
        snapshots,
        snapshotMegabytes);
  }
}
