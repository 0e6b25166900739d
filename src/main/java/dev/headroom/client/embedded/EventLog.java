package dev.headroom.client.embedded;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.node.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the newest events of a node and delivers them to subscribers, each on a thread of its own,
/// so that a slow one holds up nobody (T3).
///
/// What a subscriber has still to get is kept much longer than what nobody waits for: every kept
/// event is one more that each collection of garbage has to copy, and the window stands still then.
/// Whoever wants what is no longer kept gets it told again by the node, if that can.
final class EventLog {
  /// How far a subscriber may fall behind before it misses events; a power of two.
  static final int BEHIND_MAX = 1 << 17;

  /// How many events are kept for subscribers that come later.
  static final int KEPT_MAX = 1 << 13;

  private static final int BATCH_MAX = 1024;

  private final Node node;
  private final @Nullable Event[] kept = new Event[BEHIND_MAX];
  private final List<Reader> readers = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private long oldest;
  private long newest;
  private int waiting;
  private volatile boolean closed;

  EventLog(Node node) {
    this.node = node;
    lock.lock();
    try {
      long before = node.observe(this::append);
      newest = Math.max(newest, before);
      oldest = Math.max(oldest, before + 1);
    } finally {
      lock.unlock();
    }
  }

  Subscription subscribe(long after, EventSubscriber subscriber) {
    var reader = new Reader(after);
    lock.lock();
    try {
      readers.add(reader);
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("headroom-events").start(() -> deliver(reader, subscriber));
    return () -> end(reader);
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void append(Event event) {
    lock.lock();
    try {
      newest = event.sequence();
      oldest = oldest == 0 ? newest : oldest;
      kept[slot(newest)] = event;
      oldest = Math.max(oldest, newest - BEHIND_MAX + 1);
      long needed = newest - KEPT_MAX + 1;
      for (Reader reader : readers) {
        needed = Math.min(needed, reader.seen + 1);
      }
      while (oldest < needed) {
        kept[slot(oldest++)] = null;
      }
      if (waiting > 0) {
        more.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void deliver(Reader reader, EventSubscriber subscriber) {
    long known = node.sequence();
    if (reader.seen > known && !isOver(reader)) {
      end(reader);
      subscriber.onGap(known + 1);
      return;
    }
    for (List<Event> batch = next(reader); !isOver(reader); batch = next(reader)) {
      long first = batch.isEmpty() ? oldest() : batch.getFirst().sequence();
      if (first > reader.seen + 1) {
        List<Event> missed = retell(reader, first - 1);
        if (isOver(reader)) {
          return;
        }
        if (missed.isEmpty() || missed.getFirst().sequence() > reader.seen + 1) {
          end(reader);
          subscriber.onGap(missed.isEmpty() ? first : missed.getFirst().sequence());
          return;
        }
        batch = missed;
      }
      hand(batch, reader, subscriber);
    }
  }

  private void hand(List<Event> events, Reader reader, EventSubscriber subscriber) {
    for (int from = 0; from < events.size() && !isOver(reader); from += BATCH_MAX) {
      List<Event> batch = events.subList(from, Math.min(from + BATCH_MAX, events.size()));
      subscriber.onEvents(batch);
      reader.seen = batch.getLast().sequence();
    }
  }

  private List<Event> retell(Reader reader, long last) {
    try {
      return node.retell(reader.seen, last, BEHIND_MAX, () -> isOver(reader));
    } catch (IOException unreadable) {
      return List.of(); // They cannot be had, which is what the subscriber is told.
    }
  }

  private long oldest() {
    lock.lock();
    try {
      return oldest;
    } finally {
      lock.unlock();
    }
  }

  /// Waits for events that the reader has not seen; empty when there will be none any more, and
  /// where all that it has not seen happened before anything was kept.
  private List<Event> next(Reader reader) {
    lock.lock();
    try {
      while (!closed && !reader.ended && newest <= reader.seen) {
        waiting++;
        more.awaitUninterruptibly();
        waiting--;
      }
      List<Event> batch = new ArrayList<>();
      if (!closed && !reader.ended) {
        long from = Math.max(reader.seen + 1, oldest);
        for (long at = from; at <= newest && batch.size() < BATCH_MAX; at++) {
          batch.add(Objects.requireNonNull(kept[slot(at)]));
        }
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void end(Reader reader) {
    lock.lock();
    try {
      reader.ended = true;
      readers.remove(reader);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isOver(Reader reader) {
    return closed || reader.ended;
  }

  private static int slot(long sequence) {
    return (int) sequence & (BEHIND_MAX - 1);
  }

  /// Where one subscriber stands. What it has seen may be read late: then more is kept.
  private static final class Reader {
    private volatile long seen;
    private volatile boolean ended;

    Reader(long after) {
      seen = after;
    }
  }
}
