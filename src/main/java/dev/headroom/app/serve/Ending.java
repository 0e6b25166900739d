package dev.headroom.app.serve;

import java.util.concurrent.CountDownLatch;

/// Lets a process that is asked to end finish what it has begun: begun before everything that is to
/// be closed, and closed after it.
final class Ending implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("headroom-end").unstarted(this::hold);

  private Ending() {}

  /// Holds up the end of the process from now on.
  static Ending begin() {
    var ending = new Ending();
    Runtime.getRuntime().addShutdownHook(ending.hook);
    return ending;
  }

  /// Waits until the process is asked to end, or this thread is interrupted.
  void await() {
    try {
      asked.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void hold() {
    asked.countDown();
    boolean interrupted = false;
    while (closed.getCount() > 0) {
      try {
        closed.await();
      } catch (InterruptedException again) {
        interrupted = true; // Whoever wants it to end at once kills it.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets the process end.
  @Override
  public void close() {
    closed.countDown();
    if (asked.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
