package dev.headroom.server;

import dev.headroom.client.Cancellation;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/// Someone who waits for an answer. Any thread.
///
/// @param left begins to notice when they leave
/// @param progress told how far what they wait for is, from 0 to 1
record Waiting(Supplier<Cancellation> left, DoubleConsumer progress) {
  /// Someone of whom nobody can tell whether they still wait.
  static Waiting unseen() {
    return new Waiting(Cancellation::new, _ -> {});
  }

  /// Ends what they wait for, where it takes its time; asked for by the thread that answers.
  Cancellation cancellation() {
    return left.get();
  }
}
