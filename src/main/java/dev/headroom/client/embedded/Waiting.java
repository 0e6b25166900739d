package dev.headroom.client.embedded;

import dev.headroom.client.Cancellation;
import dev.headroom.node.Watch;
import java.util.function.DoubleConsumer;

/// A caller who waits for something that takes long.
record Waiting(Cancellation cancellation, DoubleConsumer progress) implements Watch {
  @Override
  public void at(double part) {
    progress.accept(part);
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled() || Thread.currentThread().isInterrupted();
  }
}
