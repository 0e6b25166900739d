package dev.headroom.sink.redis;

import dev.headroom.model.Event;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.wire.RedisTerms;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;

/// What is in the Redis, over one connection. One thread. Everything throws [JedisException] where
/// the Redis is away or does not take it.
///
/// Below the prefix there are `scope:PATH` and `pool:ID`, the sets `scopes` and `pools` of those
/// that there are, the stream `events`, and `about`. The number of an event is its id in the
/// stream, so that Redis itself takes none twice; the number of the last one is in `about` too,
/// written in the same transaction.
final class Mirror implements AutoCloseable {
  private static final int PORT = 6379;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final String WRITER = "writer";
  private static final String SEQUENCE = "sequence";

  private final RedisTerms terms;
  private final Function<Event, String> json;
  private final Jedis redis;

  /// Connects.
  Mirror(RedisTerms terms, Function<Event, String> json) {
    this.terms = terms;
    this.json = json;
    URI url = terms.url();
    var config =
        DefaultJedisClientConfig.builder()
            .timeoutMillis(TIMEOUT_MILLIS)
            .clientName("headroom")
            .database(url.getPath().length() > 1 ? Integer.parseInt(url.getPath().substring(1)) : 0)
            .ssl(url.getScheme().equals("rediss"))
            .sslParameters(ofTheHostItself());
    terms
        .login()
        .ifPresent(login -> {
          config.password(login.password().text());
          login.user().ifPresent(config::user);
        });
    int port = url.getPort() < 0 ? PORT : url.getPort();
    this.redis = new Jedis(new HostAndPort(url.getHost(), port), config.build());
  }

  /// By itself Jedis takes whatever certificate is trusted, whosever it is.
  private static SSLParameters ofTheHostItself() {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  private String key(String name) {
    return terms.prefix() + ":" + name;
  }

  /// Who writes here; empty where nobody did since the Redis has forgotten everything.
  Optional<String> writer() {
    return Optional.ofNullable(redis.hget(key("about"), WRITER));
  }

  /// Says who writes here from now on.
  void claim(String writer) {
    redis.hset(key("about"), WRITER, writer);
  }

  /// The number of the last event in the stream; empty where that cannot be told.
  OptionalLong lastEvent() {
    String last = redis.hget(key("about"), SEQUENCE);
    if (last == null || !last.matches("\\d{1,18}")) {
      return OptionalLong.empty();
    }
    boolean streamed = redis.exists(key("events"));
    long id = streamed ? redis.xinfoStream(key("events")).getLastGeneratedId().getTime() : 0;
    return id == Long.parseLong(last) ? OptionalLong.of(id) : OptionalLong.empty();
  }

  /// Forgets all events.
  void clearEvents() {
    redis.del(key("events"), key("about"));
  }

  /// Adds events, all or none.
  void add(List<Event> events) {
    transact(transaction -> {
      for (Event event : events) {
        XAddParams params =
            XAddParams.xAddParams()
                .id(event.sequence(), 0)
                .maxLen(terms.streamLength())
                .approximateTrimming();
        transaction.xadd(
            key("events"),
            params,
            Map.of(
                "family",
                event.body().family().name(),
                "path",
                event.body().path().text(),
                "event",
                json.apply(event)));
      }
      String last = Long.toString(events.getLast().sequence());
      transaction.hset(key("about"), SEQUENCE, last);
    });
  }

  /// Puts scopes as they are, whoever reads them sees all of a scope's fields or those before.
  void putScopes(Collection<ScopeStatus> scopes, Instant at) {
    transact(transaction ->
        scopes.forEach(
            scope -> put(transaction, "scope", scope.path().text(), StateFields.of(scope, at))));
  }

  /// Puts all pools as they are, and forgets those that are gone.
  void putPools(List<PoolStatus> pools, Instant at) {
    Set<String> gone = new HashSet<>(redis.smembers(key("pools")));
    pools.forEach(status -> gone.remove(status.pool().id().value()));
    transact(transaction -> {
      pools.forEach(status ->
          put(transaction, "pool", status.pool().id().value(), StateFields.of(status, at)));
      gone.forEach(id -> forget(transaction, "pool", id));
      transaction.hset(key("about"), "statesAt", at.toString());
    });
  }

  /// Forgets scopes.
  void removeScopes(Collection<ScopePath> scopes) {
    transact(transaction -> scopes.forEach(path -> forget(transaction, "scope", path.text())));
  }

  /// The scopes that are there.
  Set<String> scopes() {
    return redis.smembers(key("scopes"));
  }

  private void put(Transaction transaction, String kind, String id, Map<String, String> fields) {
    transaction.del(key(kind + ":" + id)); // A type that is gone leaves no field.
    transaction.hset(key(kind + ":" + id), fields);
    transaction.sadd(key(kind + "s"), id);
  }

  private void forget(Transaction transaction, String kind, String id) {
    transaction.del(key(kind + ":" + id));
    transaction.srem(key(kind + "s"), id);
  }

  /// What is to be done at once.
  private interface Deeds {
    void add(Transaction transaction);
  }

  private void transact(Deeds deeds) {
    try (Transaction transaction = redis.multi()) {
      deeds.add(transaction);
      for (Object result : transaction.exec()) {
        if (result instanceof JedisException failure) {
          throw failure;
        }
      }
    }
  }

  @Override
  public void close() {
    redis.close();
  }
}
