package dev.headroom.console.viewmodel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Stands in for the UI thread: what is delivered runs on the thread of the test, when it waits.
public final class Errands implements Executor {
  private static final long PATIENCE_SECONDS = 10;
  private static final long LOOK_MILLIS = 5;

  private final BlockingQueue<Runnable> delivered = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable action) {
    delivered.add(action);
  }

  /// Runs what is delivered until `done`, which may also become true by itself.
  public void until(BooleanSupplier done) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("nothing more came, and it is not done");
      }
      try {
        Runnable action = delivered.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (action != null) {
          action.run();
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new AssertionError(stopped);
      }
    }
  }
}
