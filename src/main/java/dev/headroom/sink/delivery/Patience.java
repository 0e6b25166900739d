package dev.headroom.sink.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Waiting that ends at once when it is no longer worth it. Any thread may call it.
public final class Patience {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private boolean over;

  /// Waits.
  ///
  /// @return whether to go on
  public boolean pause(Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (nanos > 0 && !over) {
        nanos = change.awaitNanos(nanos);
      }
      return !over;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /// Whether it has ended.
  public boolean isOver() {
    lock.lock();
    try {
      return over;
    } finally {
      lock.unlock();
    }
  }

  /// Ends it for all who wait now or later.
  public void end() {
    lock.lock();
    try {
      over = true;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
