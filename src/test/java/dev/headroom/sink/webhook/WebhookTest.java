package dev.headroom.sink.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.model.Severity;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.wire.EventFilter;
import dev.headroom.wire.WebhookTerms;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A webhook")
@Timeout(60)
final class WebhookTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final Secret SECRET = new Secret("a secret of the tests");
  private static final Backoff SOON = new Backoff(Duration.ofMillis(1), Duration.ofMillis(5));
  private static final Backoff NEVER = new Backoff(Duration.ofHours(1), Duration.ofHours(1));

  @TempDir private Path data;

  private final Node node = new Node(() -> NOW);
  private final EmbeddedInstance instance =
      new EmbeddedInstance("test", InstanceInfo.Kind.SANDBOX, node);
  private Receiver receiver;

  @BeforeEach
  void start() throws IOException {
    receiver = Receiver.start();
  }

  @AfterEach
  void end() {
    receiver.close();
    instance.close();
    node.close();
  }

  private static WebhookTerms terms(URI url, EventFilter filter, int batch, int attempts) {
    return new WebhookTerms(
        "ops",
        url,
        SECRET,
        filter,
        new WebhookTerms.Delivery(batch, attempts, Duration.ofSeconds(20)));
  }

  private static Webhook.Ways ways(Backoff backoff) {
    return new Webhook.Ways(Deeds::json, () -> NOW, backoff, new SplittableRandom(1));
  }

  private WebhookFolder folder(int attempts) {
    return new WebhookFolder(data, terms(receiver.url(), EventFilter.ALL, 100, attempts));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30); !condition.getAsBoolean(); ) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
      Thread.onSpinWait();
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  @DisplayName("gets what happens from when it is first known, in order, with its numbers")
  void getsEvents() throws Exception {
    Deeds.allocate(instance, "before", ADA, 3);
    try (Webhook webhook = Webhook.start(folder(3), instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 250);
      assertThat(receiver.numbersUntil(253)).isEqualTo(numbers(4, 253));
      await(() -> webhook.status().position() == 253);
      assertThat(webhook.status().trouble()).isEmpty();
    }
  }

  @Test
  @DisplayName("can tell by the signature who sent it, when, and that nobody changed it")
  void signs() throws Exception {
    try (Webhook _ = Webhook.start(folder(3), instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 1);
      Receiver.Request request = receiver.next();
      assertThat(request.path()).isEqualTo("/hook");
      assertThat(request.header("Content-Type")).startsWith("application/json");
      assertThat(request.header("Headroom-Webhook")).isEqualTo("ops");
      assertThat(request.header("Headroom-Delivery")).isEqualTo("ops-1-1");
      assertThat(request.header("Headroom-Timestamp")).isEqualTo("1772445600");
      assertThat(request.body())
          .isEqualTo(
              """
              {"webhook":"ops","from":1,"to":1,"events":[\
              {"sequence":1,"kind":"RESOURCE_USAGE","path":"/user:ada"}]}\
              """);
      // By: printf %s "1772445600.$body" | openssl dgst -sha256 -hmac "a secret of the tests"
      assertThat(request.header("Headroom-Signature"))
          .isEqualTo("v1=93589ccb0b39e4139ca5dddeed01ea641efb1d6e261f90a156201c4ab1ba0058");
    }
  }

  @Test
  @DisplayName("gets only the families, scopes and severities that it wants")
  void filters() throws Exception {
    EventFilter filter =
        new EventFilter(
            Set.of(Event.Family.RESOURCE_USAGE), ScopePath.of("/user:bob"), Severity.CRITICAL);
    WebhookFolder folder = new WebhookFolder(data, terms(receiver.url(), filter, 100, 3));
    try (Webhook webhook = Webhook.start(folder, instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 5);
      Deeds.allocate(instance, "b", ScopePath.of("/user:bob/run:r1"), 1);
      Deeds.allocate(instance, "c", ADA, 5);
      Deeds.allocate(instance, "d", ScopePath.of("/user:bob"), 1);
      assertThat(receiver.numbersUntil(12)).containsExactly(6L, 12L);
      await(() -> webhook.status().position() == 12);
    }
  }

  @Test
  @DisplayName("that fails, stalls or is too busy gets the same again, and nothing before it")
  void triesAgain() throws Exception {
    WebhookTerms terms = terms(receiver.url(), EventFilter.ALL, 1, 100);
    terms =
        new WebhookTerms(
            terms.name(),
            terms.url(),
            SECRET,
            EventFilter.ALL,
            new WebhookTerms.Delivery(1, 100, Duration.ofMillis(300)));
    receiver.answer(
        new Receiver.Answer(500),
        new Receiver.Answer(429),
        Receiver.Answer.NEVER,
        new Receiver.Answer(503, "Retry-After", "0"));
    try (Webhook _ = Webhook.start(new WebhookFolder(data, terms), instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 2);
      for (int attempt = 1; attempt <= 5; attempt++) {
        Receiver.Request request = receiver.next();
        assertThat(request.header("Headroom-Delivery")).isEqualTo("ops-1-1");
        assertThat(request.header("Headroom-Attempt")).isEqualTo(Integer.toString(attempt));
      }
      assertThat(receiver.next().numbers()).containsExactly(2L);
    }
  }

  @Test
  @DisplayName("that is away gets all once it is back")
  void waitsForIt() throws Exception {
    int port = receiver.port();
    receiver.close();
    try (Webhook webhook = Webhook.start(folder(1000), instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 10);
      await(() -> webhook.status().trouble().isPresent());
      receiver = Receiver.startAt(port);
      assertThat(receiver.numbersUntil(10)).isEqualTo(numbers(1, 10));
      await(() -> webhook.status().trouble().isEmpty());
    }
  }

  @Test
  @DisplayName("that never takes a request has it put aside, and gets what comes later")
  void putsAside() throws Exception {
    receiver.answer(new Receiver.Answer(500), new Receiver.Answer(502), new Receiver.Answer(500));
    WebhookFolder folder = folder(3);
    try (Webhook _ = Webhook.start(folder, instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 1);
      receiver.next();
      receiver.next();
      receiver.next();
      Deeds.allocate(instance, "b", ADA, 1);
      assertThat(receiver.next().numbers()).containsExactly(2L);
    }
    assertThat(folder.deadLetters().all())
        .singleElement()
        .returns(1L, DeadLetter::from)
        .returns(1L, DeadLetter::to)
        .returns(3, DeadLetter::attempts)
        .returns("answered 500", DeadLetter::reason)
        .returns(NOW, DeadLetter::at);
  }

  @Test
  @DisplayName("that refuses a request for good has it put aside at once; a redirect is not gone")
  void takesNo() throws Exception {
    receiver.answer(
        new Receiver.Answer(400), new Receiver.Answer(307, "Location", receiver.url() + "/other"));
    WebhookFolder folder = folder(100);
    try (Webhook _ = Webhook.start(folder, instance, ways(NEVER))) {
      Deeds.allocate(instance, "a", ADA, 1);
      receiver.next();
      Deeds.allocate(instance, "b", ADA, 1);
      receiver.next();
      Deeds.allocate(instance, "c", ADA, 1);
      assertThat(receiver.next().numbers()).containsExactly(3L);
    }
    assertThat(folder.deadLetters().all())
        .extracting(DeadLetter::reason)
        .containsExactly("answered 400", "answered 307");
  }

  @Test
  @DisplayName("can be sent again what was put aside")
  void redelivers() throws Exception {
    receiver.answer(new Receiver.Answer(400), new Receiver.Answer(503));
    WebhookFolder folder = folder(3);
    try (Webhook webhook = Webhook.start(folder, instance, ways(SOON))) {
      Deeds.allocate(instance, "a", ADA, 1);
      await(() -> webhook.status().position() == 1);
    }
    Receiver.Request first = receiver.next();
    DeadLetter dead = folder.deadLetters().all().getFirst();
    assertThat(folder.redeliver(dead, () -> NOW)).isEqualTo(Optional.of("answered 503"));
    assertThat(folder.deadLetters().count()).isEqualTo(1);
    assertThat(folder.redeliver(dead, () -> NOW)).isEmpty();
    assertThat(folder.deadLetters().count()).isZero();
    receiver.next();
    Receiver.Request last = receiver.next();
    assertThat(last.body()).isEqualTo(first.body());
    assertThat(last.header("Headroom-Delivery")).isEqualTo("ops-1-1");
    assertThat(last.header("Headroom-Attempt")).isEqualTo("2");
  }

  @Test
  @DisplayName("has at most so many letters put aside; the oldest give way")
  void isBounded() throws IOException {
    DeadLetters letters = folder(1).deadLetters();
    for (int number = 1; number <= DeadLetters.COUNT_MAX + 2; number++) {
      letters.add(new DeadLetter(number, number, NOW, 1, "test", Optional.empty()));
    }
    assertThat(letters.count()).isEqualTo(DeadLetters.COUNT_MAX);
    assertThat(letters.all().getFirst().from()).isEqualTo(3);
  }

  @Test
  @DisplayName("goes on where it ended after a restart of the instance, however much happened")
  void survives() throws Exception {
    int many = 10_000; // More than an instance tells again without its journal.
    Path home = data.resolve("home");
    try (LocalFolder local = LocalFolder.open(home, DataFolder.Progress.UNSEEN)) {
      try (Webhook webhook = Webhook.start(folder(3), local.instance(), ways(SOON))) {
        Deeds.allocate(local.instance(), "a", ADA, 10);
        assertThat(receiver.numbersUntil(10)).isEqualTo(numbers(1, 10));
        await(() -> webhook.status().position() == 10);
      }
      callers(local, many);
    }
    try (LocalFolder local = LocalFolder.open(home, DataFolder.Progress.UNSEEN);
        Webhook _ = Webhook.start(folder(3), local.instance(), ways(SOON))) {
      assertThat(receiver.numbersUntil(10 + many)).isEqualTo(numbers(11, 10 + many));
    }
  }

  /// Many at once, since each waits for the disk.
  private static void callers(LocalFolder local, int count) throws InterruptedException {
    int callers = 20;
    List<Thread> threads =
        IntStream.range(0, callers)
            .mapToObj(caller ->
                Thread.ofVirtual()
                    .start(() ->
                        Deeds.allocate(local.instance(), "b" + caller + "-", ADA, count / callers)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  @DisplayName("misses nothing and keeps the order, whatever fails and whenever it is restarted")
  void missesNothing() throws Exception {
    long seed = 20260302;
    SplittableRandom chance = new SplittableRandom(seed);
    int rounds = 20;
    List<Long> seen = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (int count = 0; count < 5; count++) {
        receiver.answer(
            switch (chance.nextInt(4)) {
              case 0 -> new Receiver.Answer(503);
              case 1 -> new Receiver.Answer(429, "Retry-After", "0");
              default -> new Receiver.Answer(204);
            });
      }
      try (Webhook _ = Webhook.start(folder(1000), instance, ways(SOON))) {
        Deeds.allocate(instance, "r" + round + "-", ADA, 20);
        if (chance.nextBoolean()) {
          seen.addAll(receiver.next().numbers());
        }
      }
      receiver.rest().forEach(request -> seen.addAll(request.numbers()));
    }
    try (Webhook _ = Webhook.start(folder(1000), instance, ways(SOON))) {
      await(() -> {
        receiver.rest().forEach(request -> seen.addAll(request.numbers()));
        return seen.contains(20L * rounds);
      });
    }
    assertThat(new TreeSet<>(seen)).as("seed %d", seed).isEqualTo(new TreeSet<>(numbers(1, 400)));
    long newest = 0;
    for (long number : seen) {
      assertThat(number)
          .as("seed %d: nothing is passed over", seed)
          .isLessThanOrEqualTo(newest + 1);
      newest = Math.max(newest, number);
    }
  }

  @Test
  @DisplayName("that hangs keeps nobody waiting, and ends at once when it is told to")
  void isNeverInTheWay() throws Exception {
    receiver.otherwise(new Receiver.Answer(503));
    try (Webhook webhook = Webhook.start(folder(100), instance, ways(NEVER))) {
      Deeds.allocate(instance, "a", ADA, 20_000);
      assertThat(node.sequence()).isEqualTo(20_000);
      await(() -> webhook.status().trouble().isPresent());
    }
    assertThat(folder(100).position()).hasValue(0);
  }
}
