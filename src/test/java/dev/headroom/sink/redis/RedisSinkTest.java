package dev.headroom.sink.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.node.Node;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.sink.webhook.Deeds;
import dev.headroom.wire.RedisTerms;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.resps.StreamEntry;

@DisplayName("A Redis that is kept up to date")
@Timeout(90)
final class RedisSinkTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final int STREAM_LENGTH = 1_000;

  private final Node node = new Node(() -> NOW);
  private final EmbeddedInstance instance =
      new EmbeddedInstance("test", InstanceInfo.Kind.SANDBOX, node);
  private LocalRedis server;

  @BeforeEach
  void startServer() throws IOException {
    server = LocalRedis.start();
  }

  @AfterEach
  void end() throws IOException {
    instance.close();
    node.close();
    server.stop();
  }

  private RedisSink start(EmbeddedInstance of) {
    return start(of, Optional.empty());
  }

  private RedisSink start(EmbeddedInstance of, Optional<RedisTerms.Login> login) {
    RedisTerms terms =
        new RedisTerms(server.url(), login, "h", STREAM_LENGTH, Duration.ofMillis(20));
    Backoff soon = new Backoff(Duration.ofMillis(5), Duration.ofMillis(20));
    return RedisSink.start(
        terms, of, new RedisSink.Ways(Deeds::json, soon, new SplittableRandom(1)));
  }

  /// Gives ada a limit of 100 tokens, and the instance a pool of 1000.
  private void configure() {
    apply(
        new Change.PutLimits(
            ADA, List.of(new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(100))), 0),
        new Change.PutPool(
            new Pool(
                new PoolId("models"), ScopePath.ROOT, ResourceType.TOKENS, Pool.Terms.of(1000)),
            0));
  }

  private void apply(Change... changes) {
    RequestId id = new RequestId("config" + changes.length);
    assertThat(instance.apply(new Command.ApplyChanges(id, List.of(changes), "test", "test")))
        .isInstanceOf(Reply.Decided.class);
  }

  /// Waits until something holds of what is in the Redis.
  private void await(String what, Predicate<Jedis> holds) throws InterruptedException {
    awaitThat(
        what,
        () -> {
          try (Jedis redis = server.connect()) {
            return holds.test(redis);
          } catch (JedisConnectionException away) {
            return false;
          }
        });
  }

  private static void awaitThat(String what, BooleanSupplier holds) throws InterruptedException {
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); !holds.getAsBoolean(); ) {
      assertThat(System.nanoTime()).as("too late: " + what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static List<Long> ids(Jedis redis) {
    return redis.xrange("h:events", "-", "+").stream()
        .map(entry -> entry.getID().getTime())
        .toList();
  }

  private static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private static boolean holds(Jedis redis, String key, String field, String value) {
    return value.equals(redis.hget(key, field));
  }

  private static boolean isAsAfterThree(Jedis redis) {
    return holds(redis, "h:scope:/user:ada", "TOKENS.reserved", "3")
        && holds(redis, "h:scope:/", "TOKENS.reserved", "3")
        && holds(redis, "h:pool:models", "reserved", "3")
        && ids(redis).equals(numbers(1, 4));
  }

  @Test
  @DisplayName("lets in who has its password; whoever has another is told so, without it")
  void asksForPassword() throws Exception {
    server.stop();
    server = LocalRedis.guarded("sesame");
    configure();
    Secret wrong = new Secret("poppy-seed");
    try (RedisSink sink =
        start(instance, Optional.of(new RedisTerms.Login(Optional.empty(), wrong)))) {
      awaitThat("trouble", () -> sink.status().trouble().isPresent());
      assertThat(sink.status().trouble().orElseThrow()).doesNotContain("poppy-seed");
    }
    Secret right = new Secret("sesame");
    try (RedisSink sink =
        start(instance, Optional.of(new RedisTerms.Login(Optional.empty(), right)))) {
      await("pool", redis -> redis.exists("h:pool:models"));
      assertThat(sink.status().trouble()).isEmpty();
    }
  }

  @Test
  @DisplayName("has the states of scopes and pools as hashes, and the events as a stream")
  void hasAll() throws Exception {
    configure();
    try (RedisSink sink = start(instance)) {
      Deeds.allocate(instance, "a", ADA, 3);
      await("all written", RedisSinkTest::isAsAfterThree);
      try (Jedis redis = server.connect()) {
        assertThat(redis.hgetAll("h:scope:/user:ada"))
            .isEqualTo(
                Map.ofEntries(
                    Map.entry("at", "2026-03-02T10:00:00Z"),
                    Map.entry("children", "0"),
                    Map.entry("allocations", "3"),
                    Map.entry("waiters", "0"),
                    Map.entry("alerts", "0"),
                    Map.entry("TOKENS.reserved", "3"),
                    Map.entry("TOKENS.consumed", "0"),
                    Map.entry("TOKENS.headroom", "97"),
                    Map.entry("TOKENS.binding", "/user:ada LIMIT TOKENS"),
                    Map.entry("TOKENS.used", "3"),
                    Map.entry("TOKENS.allowance", "100")));
        assertThat(redis.hgetAll("h:pool:models"))
            .containsEntry("available", "997")
            .containsEntry("capacity", "1000")
            .containsEntry("path", "/");
        assertThat(redis.smembers("h:scopes")).containsExactlyInAnyOrder("/", "/user:ada");
        StreamEntry second = redis.xrange("h:events", "2", "2").getFirst();
        assertThat(second.getFields())
            .containsEntry("family", "RESOURCE_USAGE")
            .containsEntry("path", "/user:ada")
            .containsEntry(
                "event", "{\"sequence\":2,\"kind\":\"RESOURCE_USAGE\",\"path\":\"/user:ada\"}");
        assertThat(redis.hget("h:about", "sequence")).isEqualTo("4");
      }
      assertThat(sink.status().trouble()).isEmpty();
    }
  }

  @Test
  @DisplayName("has each event once, whenever this is restarted")
  void hasNoneTwice() throws Exception {
    for (int round = 1; round <= 5; round++) {
      try (RedisSink _ = start(instance)) {
        Deeds.allocate(instance, "r" + round + "-", ADA, 40);
        long last = 40L * round;
        await("event " + last, redis -> ids(redis).contains(last));
      }
    }
    await("each once", redis -> ids(redis).equals(numbers(1, 200)));
  }

  @Test
  @DisplayName("is written again in full after it was away, with what happened meanwhile")
  void comesBack() throws Exception {
    configure();
    try (RedisSink sink = start(instance)) {
      Deeds.allocate(instance, "a", ADA, 1);
      await("one written", redis -> ids(redis).equals(numbers(1, 2)));
      server.stop();
      Deeds.allocate(instance, "b", ADA, 2);
      awaitThat("noticed", () -> sink.status().trouble().isPresent());
      server.startAgain();
      await("all written again", RedisSinkTest::isAsAfterThree);
      awaitThat("recovered", () -> sink.status().trouble().isEmpty());
    }
  }

  @Test
  @DisplayName("is written again in full after it was flushed")
  void isFlushed() throws Exception {
    configure();
    try (RedisSink _ = start(instance)) {
      Deeds.allocate(instance, "a", ADA, 3);
      await("all written", RedisSinkTest::isAsAfterThree);
      try (Jedis redis = server.connect()) {
        redis.flushAll();
      }
      await("all written again", RedisSinkTest::isAsAfterThree);
    }
  }

  @Test
  @DisplayName("forgets scopes and pools that are gone, also those that went while this was not")
  void forgets() throws Exception {
    configure();
    ScopePath bob = ScopePath.of("/user:bob");
    Deeds.allocate(instance, "a", bob, 1);
    try (RedisSink _ = start(instance)) {
      await("bob", redis -> redis.exists("h:scope:/user:bob"));
      instance.closeScope(new RequestId("close"), bob);
      await("no bob", redis -> !redis.exists("h:scope:/user:bob"));
    }
    apply(new Change.RemovePool(new PoolId("models"), 1));
    try (Jedis redis = server.connect()) {
      redis.sadd("h:scopes", "/user:gone");
      redis.hset("h:scope:/user:gone", "at", "long ago");
    }
    try (RedisSink _ = start(instance)) {
      await(
          "nothing else",
          redis ->
              redis
                  .keys("h:*")
                  .equals(
                      Set.of("h:about", "h:events", "h:scope:/", "h:scope:/user:ada", "h:scopes")));
      await("no index of it", redis -> redis.smembers("h:scopes").equals(Set.of("/", "/user:ada")));
    }
  }

  @Test
  @DisplayName("begins anew where it had another instance before")
  void isAnothers() throws Exception {
    Node other = new Node(() -> NOW);
    try (EmbeddedInstance before = new EmbeddedInstance("other", InstanceInfo.Kind.SANDBOX, other);
        RedisSink _ = start(before)) {
      Deeds.allocate(before, "a", ScopePath.of("/user:carl"), 50);
      await("event 50", redis -> ids(redis).contains(50L));
    }
    other.close();
    Deeds.allocate(instance, "a", ADA, 3);
    try (RedisSink _ = start(instance)) {
      await("only ours", redis -> ids(redis).equals(numbers(1, 3)));
      await("no carl", redis -> !redis.exists("h:scope:/user:carl"));
    }
  }

  @Test
  @DisplayName("keeps about as many events as it may; states are conflated, and right in the end")
  void isBounded() throws Exception {
    int many = 20_000;
    try (RedisSink _ = start(instance)) {
      Deeds.allocate(instance, "a", ADA, many);
      await("the last event", redis -> holds(redis, "h:about", "sequence", Integer.toString(many)));
      await(
          "state",
          redis -> holds(redis, "h:scope:/user:ada", "TOKENS.reserved", Integer.toString(many)));
      await("bound", redis -> redis.xlen("h:events") <= STREAM_LENGTH + 200);
    }
  }

  @Test
  @DisplayName("that is not there keeps nobody waiting, and gets the newest events once it is")
  void isNeverInTheWay() throws Exception {
    server.stop();
    int many = 5_000;
    try (RedisSink sink = start(instance)) {
      Deeds.allocate(instance, "a", ADA, many);
      assertThat(node.sequence()).isEqualTo(many);
      awaitThat("noticed", () -> sink.status().trouble().isPresent());
      server.startAgain();
      await("the last event", redis -> ids(redis).contains((long) many));
      await("no more than it may", redis -> redis.xlen("h:events") == STREAM_LENGTH);
    }
  }
}
