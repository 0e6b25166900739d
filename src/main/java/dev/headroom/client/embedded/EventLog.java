package dev.headroom.client.embedded;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the newest events of a node and delivers them to subscribers, each on a thread of its own,
/// so that a slow one holds up nobody (T3).
final class EventLog {
  /// How many events are kept for subscribers that come later or fall behind; a power of two.
  static final int KEPT_MAX = 1 << 17;

  private static final int BATCH_MAX = 1024;

  private final @Nullable Event[] kept = new Event[KEPT_MAX];
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private final long before;
  private long newest;
  private int waiting;
  private boolean closed;

  EventLog(Node node) {
    before = node.observe(this::append);
    newest = before;
  }

  Subscription subscribe(long after, EventSubscriber subscriber) {
    AtomicBoolean ended = new AtomicBoolean();
    Thread.ofVirtual().name("headroom-events").start(() -> deliver(after, subscriber, ended));
    return () -> {
      ended.set(true);
      wakeAll();
    };
  }

  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    wakeAll();
  }

  private void append(Event event) {
    lock.lock();
    try {
      newest = event.sequence();
      kept[(int) newest & (KEPT_MAX - 1)] = event;
      if (waiting > 0) {
        more.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void deliver(long after, EventSubscriber subscriber, AtomicBoolean ended) {
    long seen = after;
    while (awaitAfter(seen, ended)) {
      List<Event> batch = copyAfter(seen);
      long first = batch.getFirst().sequence();
      if (first > seen + 1) {
        subscriber.onGap(first);
        return;
      }
      subscriber.onEvents(batch);
      seen = batch.getLast().sequence();
    }
  }

  /// Waits for an event after `seen`, and says whether there is one.
  private boolean awaitAfter(long seen, AtomicBoolean ended) {
    lock.lock();
    try {
      while (!closed && !ended.get() && newest <= seen) {
        waiting++;
        more.awaitUninterruptibly();
        waiting--;
      }
      return !closed && !ended.get();
    } finally {
      lock.unlock();
    }
  }

  private List<Event> copyAfter(long seen) {
    lock.lock();
    try {
      List<Event> batch = new ArrayList<>();
      long from = Math.max(seen, Math.max(before, newest - KEPT_MAX)) + 1;
      for (long at = from; at <= newest && batch.size() < BATCH_MAX; at++) {
        batch.add(Objects.requireNonNull(kept[(int) at & (KEPT_MAX - 1)]));
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void wakeAll() {
    lock.lock();
    try {
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
