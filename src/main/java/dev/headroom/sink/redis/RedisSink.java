package dev.headroom.sink.redis;

import dev.headroom.client.Instance;
import dev.headroom.model.Event;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.sink.delivery.Patience;
import dev.headroom.sink.delivery.SinkStatus;
import dev.headroom.wire.RedisTerms;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import redis.clients.jedis.exceptions.JedisException;

/// Keeps a Redis up to date with an instance, on a thread of its own. While the Redis is away the
/// instance goes on without it; once it is back, all is written again.
public final class RedisSink implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.headroom.sink");

  private final RedisTerms terms;
  private final Instance instance;
  private final Ways ways;
  private final Patience patience = new Patience();
  private final Thread thread;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile long position;

  /// How it does things.
  ///
  /// @param json an event as JSON
  /// @param backoff how long it waits after failures
  /// @param chance by how much less
  public record Ways(Function<Event, String> json, Backoff backoff, RandomGenerator chance) {}

  private RedisSink(RedisTerms terms, Instance instance, Ways ways) {
    this.terms = terms;
    this.instance = instance;
    this.ways = ways;
    this.thread = Thread.ofPlatform().daemon().name("headroom-redis").unstarted(this::run);
  }

  /// Starts, whether the Redis is there or not.
  public static RedisSink start(RedisTerms terms, Instance instance, Ways ways) {
    RedisSink sink = new RedisSink(terms, instance, ways);
    sink.thread.start();
    return sink;
  }

  /// How it is.
  public SinkStatus status() {
    return new SinkStatus("redis", position, trouble);
  }

  private void run() {
    int failures = 0;
    while (!patience.isOver()) {
      long before = position;
      try (Session session = new Session(terms, instance, ways.json())) {
        session.begin();
        recover();
        failures = 0;
        keepUp(session);
        be("the Redis has forgotten what was written, or another instance writes there");
      } catch (JedisException failure) {
        be("the Redis cannot be used: " + failure.getMessage());
      }
      failures = position > before ? 1 : failures + 1;
      patience.pause(ways.backoff().after(failures, ways.chance()));
    }
  }

  private void keepUp(Session session) {
    do {
      position = session.position();
    } while (!patience.isOver() && session.goOn());
  }

  private void recover() {
    if (trouble.isPresent()) {
      trouble = Optional.empty();
      LOG.log(System.Logger.Level.INFO, "redis: works again");
    }
  }

  private void be(String reason) {
    if (patience.isOver()) {
      return; // It was told to end.
    }
    if (trouble.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "redis: {0}", reason);
    }
    trouble = Optional.of(reason);
  }

  /// Ends soon.
  @Override
  public void close() {
    patience.end();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
