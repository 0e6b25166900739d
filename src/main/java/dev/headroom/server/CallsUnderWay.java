package dev.headroom.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts the calls that are being answered, so that a server can end between calls. Any thread.
final class CallsUnderWay {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private int count;
  private boolean ending;

  /// Begins to answer a call.
  ///
  /// @return whether it may be carried out; if not, it is to be turned away. Either way [#end] is
  ///   called afterwards
  boolean begin() {
    lock.lock();
    try {
      count++;
      return !ending;
    } finally {
      lock.unlock();
    }
  }

  /// A call was answered.
  void end() {
    lock.lock();
    try {
      count--;
      if (count == 0) {
        none.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Lets no more calls begin, and waits until those that did are answered.
  ///
  /// @param longest how long at most
  void drain(Duration longest) {
    lock.lock();
    try {
      ending = true;
      long left = longest.toNanos();
      while (count > 0 && left > 0) {
        left = none.awaitNanos(left);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
