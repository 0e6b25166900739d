package dev.headroom.app.bench;

import java.util.Locale;

/// How fast commands become safe.
///
/// @param callers how many ask at a time, each waiting for its answer
/// @param commandsPerSecond how many were answered, safe on disk
/// @param commandsPerSync how many shared a sync
/// @param bytesPerCommand how many bytes each took in the journal
/// @param rawCommandsPerSecond how many there would have been, had nothing been done but to write
///   and sync batches of the same sizes, measured in turns with the above
/// @param ofRaw the one divided by the other
/// @param rememberingPerSecond how many were answered by an instance that keeps its history as
///   well, measured after the above
/// @param ofForgetting that, divided by how many the other answered in turns with it
/// @param recoveredPerSecond how many commands were applied again when the folder was opened
public record DurableRun(
    int callers,
    long commandsPerSecond,
    double commandsPerSync,
    double bytesPerCommand,
    long rawCommandsPerSecond,
    double ofRaw,
    long rememberingPerSecond,
    double ofForgetting,
    long recoveredPerSecond) {

  /// For people.
  String text() {
    return String.format(
        Locale.ROOT,
        "%d callers: %,d commands/s, safe on disk; %.1f share a sync, %.0f bytes each%n"
            + "the same writes and syncs alone: %,d commands/s, so it is %.2f of that%n"
            + "while a history is kept: %,d commands/s, so it is %.2f of that without%n"
            + "recovered: %,d commands/s",
        callers,
        commandsPerSecond,
        commandsPerSync,
        bytesPerCommand,
        rawCommandsPerSecond,
        ofRaw,
        rememberingPerSecond,
        ofForgetting,
        recoveredPerSecond);
  }
}
