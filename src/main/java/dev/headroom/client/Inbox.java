package dev.headroom.client;

import dev.headroom.model.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Hands events from the thread that brings them to one that writes them somewhere. Who brings
/// waits while it is full; the instance keeps what comes meanwhile.
public final class Inbox implements EventSubscriber {
  private static final int BATCHES_MAX = 4;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final ArrayDeque<List<Event>> batches = new ArrayDeque<>();
  private boolean closed;
  private long gapBefore;

  @Override
  public void onEvents(List<Event> events) {
    lock.lock();
    try {
      while (batches.size() == BATCHES_MAX && !closed) {
        change.awaitUninterruptibly();
      }
      batches.add(events);
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onGap(long oldestKept) {
    lock.lock();
    try {
      gapBefore = oldestKept;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next events; empty where none come in time.
  public List<Event> next(Duration wait) {
    lock.lock();
    try {
      long nanos = wait.toNanos();
      while (batches.isEmpty() && gapBefore == 0 && !closed && nanos > 0) {
        nanos = change.awaitNanos(nanos);
      }
      List<Event> next = batches.isEmpty() ? List.of() : batches.removeFirst();
      change.signalAll();
      return next;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      lock.unlock();
    }
  }

  /// Whether nothing is there to be taken.
  public boolean isEmpty() {
    lock.lock();
    try {
      return batches.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// The first event that can still be had, where those before cannot; 0 where nothing is missing.
  public long gapBefore() {
    lock.lock();
    try {
      return batches.isEmpty() ? gapBefore : 0;
    } finally {
      lock.unlock();
    }
  }

  /// Keeps nobody waiting any more.
  public void close() {
    lock.lock();
    try {
      closed = true;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
