package dev.headroom.console.viewmodel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Stands in for the UI thread: what is delivered runs on the thread of the test, when it waits.
public final class Errands implements Executor {
  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<Runnable> delivered = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable action) {
    delivered.add(action);
  }

  /// Runs what is delivered until `done`.
  public void until(BooleanSupplier done) {
    while (!done.getAsBoolean()) {
      try {
        Runnable action = delivered.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (action == null) {
          throw new AssertionError("nothing more came, and it is not done");
        }
        action.run();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
  }
}
