package dev.headroom.sink.webhook;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.sink.delivery.Patience;
import dev.headroom.sink.delivery.SinkStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Sends the events of an instance to one webhook: in order, at least once, also across restarts,
/// and one request at a time, so that what fails holds up only what comes after it here.
///
/// It works on the thread that brings the events. While it is behind, the instance keeps them, or
/// tells them again from its journal; no command ever waits for it.
public final class Webhook implements EventSubscriber, AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.headroom.sink");

  /// After how many events that nobody wants the position is written down; fewer than an instance
  /// tells again without its journal.
  private static final int UNWRITTEN_MAX = 4096;

  private static final long LAST_REQUEST_SECONDS = 5;

  private final WebhookFolder folder;
  private final Instance instance;
  private final Ways ways;
  private final Courier courier;
  private final Patience patience = new Patience();

  /// Held while events are dealt with.
  private final ReentrantLock turn = new ReentrantLock();

  private volatile long position;
  private volatile Optional<String> trouble = Optional.empty();
  private long written;
  private volatile Subscription subscription = () -> {};

  /// How it does things.
  ///
  /// @param json an event as JSON
  /// @param clock what time it is, for signatures
  /// @param backoff how long it waits after failures
  /// @param chance by how much less
  public record Ways(
      Function<Event, String> json, InstantSource clock, Backoff backoff, RandomGenerator chance) {}

  private Webhook(WebhookFolder folder, Instance instance, Ways ways) {
    this.folder = folder;
    this.instance = instance;
    this.ways = ways;
    this.courier = new Courier(folder.terms(), ways.clock());
  }

  /// Begins where it ended; a new webhook begins with what happens next.
  ///
  /// @throws IOException where it cannot be read where that was
  public static Webhook start(WebhookFolder folder, Instance instance, Ways ways)
      throws IOException {
    Webhook webhook = new Webhook(folder, instance, ways);
    long newest = instance.info().sequence();
    long kept = folder.position().orElse(Long.MAX_VALUE);
    webhook.written = kept;
    webhook.position = Math.min(kept, newest);
    webhook.writeDown();
    webhook.subscription = instance.events(webhook.position, webhook);
    return webhook;
  }

  /// How it is.
  public SinkStatus status() {
    return new SinkStatus(folder.terms().name(), position, trouble);
  }

  @Override
  public void onEvents(List<Event> events) {
    turn.lock();
    boolean whole = false;
    try {
      deal(events);
      whole = true;
    } finally {
      if (!whole) {
        be("it broke; nothing more is sent until the instance is opened again");
      }
      turn.unlock();
    }
  }

  private void deal(List<Event> events) {
    List<Event> wanted = events.stream().filter(folder.terms().filter()::passes).toList();
    int batch = folder.terms().delivery().batch();
    for (int from = 0; from < wanted.size(); from += batch) {
      List<Event> some = wanted.subList(from, Math.min(from + batch, wanted.size()));
      if (!deliver(Letter.of(folder.terms().name(), some, ways.json()))) {
        return;
      }
      position = some.getLast().sequence();
      writeDown();
    }
    position = events.getLast().sequence();
    if (position - written >= UNWRITTEN_MAX) {
      writeDown();
    }
  }

  @Override
  public void onGap(long oldestKept) {
    turn.lock();
    try {
      String reason = "the events could not be read any more";
      DeadLetter lost =
          new DeadLetter(
              position + 1, oldestKept - 1, ways.clock().instant(), 0, reason, Optional.empty());
      if (put(lost)) {
        position = oldestKept - 1;
        writeDown();
        subscription = instance.events(position, this);
      }
    } finally {
      turn.unlock();
    }
  }

  /// Sends a letter until it is delivered or put aside.
  ///
  /// @return whether it was; if not, this is to end
  private boolean deliver(Letter letter) {
    int attempts = folder.terms().delivery().attempts();
    for (int attempt = 1; !patience.isOver(); attempt++) {
      switch (courier.send(letter, attempt)) {
        case Receipt.Delivered() -> {
          recover();
          return true;
        }
        case Receipt.Unwanted(var reason) -> {
          return putAside(letter, attempt, reason);
        }
        case Receipt.Failed(var reason, var retryAfter) -> {
          if (attempt >= attempts) {
            return putAside(letter, attempt, reason);
          }
          be(reason);
          Duration wait = ways.backoff().after(attempt, ways.chance());
          patience.pause(retryAfter.filter(asked -> asked.compareTo(wait) > 0).orElse(wait));
        }
      }
    }
    return false;
  }

  private boolean putAside(Letter letter, int attempts, String reason) {
    Optional<String> body =
        Optional.of(letter.body()).filter(text -> text.length() <= DeadLetters.SIZE_MAX / 2);
    DeadLetter dead =
        new DeadLetter(letter.from(), letter.to(), ways.clock().instant(), attempts, reason, body);
    return put(dead);
  }

  /// Keeps a letter, however long the disk refuses it.
  private boolean put(DeadLetter letter) {
    for (int attempt = 1; !patience.isOver(); attempt++) {
      try {
        int gaveWay = folder.deadLetters().add(letter);
        LOG.log(
            System.Logger.Level.WARNING,
            "webhook {0}: put aside events {1} to {2}, {3}{4}",
            folder.terms().name(),
            Long.toString(letter.from()),
            Long.toString(letter.to()),
            letter.reason(),
            gaveWay == 0 ? "" : "; " + gaveWay + " older ones gave way");
        trouble = Optional.of(letter.reason());
        return true;
      } catch (IOException failure) {
        be("cannot put events aside: " + failure.getMessage());
        patience.pause(ways.backoff().after(attempt, ways.chance()));
      }
    }
    return false;
  }

  private void recover() {
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      LOG.log(System.Logger.Level.INFO, "webhook {0}: works again", folder.terms().name());
    }
  }

  private void be(String reason) {
    if (trouble.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "webhook {0}: {1}", folder.terms().name(), reason);
    }
    trouble = Optional.of(reason);
  }

  /// What cannot be written down is sent again after a restart.
  private void writeDown() {
    if (written == position) {
      return;
    }
    try {
      folder.positionFile().write(position);
      written = position;
    } catch (IOException failure) {
      be("cannot write down its position: " + failure.getMessage());
    }
  }

  /// Ends soon, and lets a request that is under way come to its end if that is soon too.
  @Override
  public void close() {
    patience.end();
    subscription.close();
    boolean ended = false;
    try {
      ended = turn.tryLock(LAST_REQUEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    courier.close();
    if (!ended) {
      turn.lock();
    }
    try {
      subscription.close(); // It is another one where there was a gap meanwhile.
      writeDown();
    } finally {
      turn.unlock();
    }
  }
}
