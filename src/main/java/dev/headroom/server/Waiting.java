package dev.headroom.server;

import dev.headroom.client.Cancellation;
import java.util.function.DoubleConsumer;

/// Someone who waits for an answer. Any thread.
///
/// @param cancellation ends what they wait for, where it takes its time
/// @param progress told how far that is, from 0 to 1
record Waiting(Cancellation cancellation, DoubleConsumer progress) {
  /// Someone of whom nobody can tell whether they still wait.
  static Waiting unseen() {
    return new Waiting(new Cancellation(), _ -> {});
  }
}
