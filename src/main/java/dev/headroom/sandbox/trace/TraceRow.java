package dev.headroom.sandbox.trace;

import java.util.OptionalLong;

/// A row that can be replayed.
sealed interface TraceRow extends TraceLine {
  /// When it happened, in epoch milliseconds.
  long atMillis();

  /// One request to a language model.
  ///
  /// @param contextTokens what was sent
  /// @param generatedTokens what came back
  record LlmCall(long line, long atMillis, long contextTokens, long generatedTokens)
      implements TraceRow {}

  /// One job of a cluster.
  ///
  /// @param atMillis when it was submitted
  /// @param job its number
  /// @param runMillis how long it ran; may be 0
  /// @param processors how many it had; at least 1
  /// @param requestedMillis how long it asked for, if that is known
  /// @param user who submitted it; −1 for unknown
  /// @param group the user's group; −1 for unknown
  record SwfJob(
      long line,
      long atMillis,
      long job,
      long runMillis,
      long processors,
      OptionalLong requestedMillis,
      long user,
      long group)
      implements TraceRow {}
}
