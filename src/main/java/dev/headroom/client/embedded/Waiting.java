package dev.headroom.client.embedded;

import dev.headroom.client.Cancellation;
import dev.headroom.node.Recording;
import java.util.function.DoubleConsumer;

/// Whoever waits for a recording.
record Waiting(Cancellation cancellation, DoubleConsumer progress) implements Recording.Watch {
  @Override
  public void at(double part) {
    progress.accept(part);
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled() || Thread.currentThread().isInterrupted();
  }
}
