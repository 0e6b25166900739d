package dev.headroom.sink.redis;

import dev.headroom.client.Inbox;
import dev.headroom.client.Instance;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.wire.RedisTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// One connection to the Redis: brings it up to date as a whole, and keeps it so until it fails or
/// forgets. One thread.
final class Session implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

  private final RedisTerms terms;
  private final Instance instance;
  private final Mirror mirror;
  private final States states;
  private final String writer = UUID.randomUUID().toString();
  private Inbox inbox = new Inbox();
  private Subscription subscription = () -> {};
  private long position;
  private long nextStates;

  /// Connects.
  Session(RedisTerms terms, Instance instance, Function<Event, String> json) {
    this.terms = terms;
    this.instance = instance;
    this.mirror = new Mirror(terms, json);
    this.states = new States(instance, mirror);
  }

  /// The number of the last event in the stream.
  long position() {
    return position;
  }

  /// Writes all states, and has the stream go on where it ended. One that is empty, or is not of
  /// this instance, begins with as many of the newest events as it may keep.
  void begin() {
    long newest = instance.info().sequence();
    long earliest = Math.max(0, newest - terms.streamLength());
    Optional<String> before = mirror.writer();
    long last = before.isPresent() ? mirror.lastEvent().orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
    if (last > newest) {
      mirror.clearEvents();
      last = earliest;
    }
    mirror.claim(writer);
    follow(Math.max(last, earliest));
    states.writeAll();
    nextStates = System.nanoTime() + terms.interval().toNanos();
  }

  private void follow(long after) {
    subscription.close();
    inbox.close();
    inbox = new Inbox();
    position = after;
    subscription = instance.events(after, inbox);
  }

  /// Waits a moment and writes what happened; and the states, if they are due.
  ///
  /// @return whether the Redis still has what was written; if not, all is to begin anew
  boolean goOn() {
    long left = nextStates - System.nanoTime();
    List<Event> events = inbox.next(Duration.ofNanos(Math.clamp(left, 0, LONGEST_WAIT.toNanos())));
    if (!events.isEmpty()) {
      mirror.add(events);
      position = events.getLast().sequence();
      states.happened(events);
    }
    if (inbox.gapBefore() > 0) {
      follow(inbox.gapBefore() - 1);
    }
    if (System.nanoTime() - nextStates < 0) {
      return true;
    }
    nextStates = System.nanoTime() + terms.interval().toNanos();
    if (!mirror.writer().equals(Optional.of(writer))) {
      return false;
    }
    states.writeSome();
    return true;
  }

  @Override
  public void close() {
    subscription.close();
    inbox.close();
    mirror.close();
  }
}
