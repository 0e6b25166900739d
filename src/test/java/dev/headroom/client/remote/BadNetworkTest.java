package dev.headroom.client.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Link;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A remote instance over a bad network")
@Timeout(120)
final class BadNetworkTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final int CALLERS = 4;
  private static final int COMMANDS = 150;
  private static final long BYTES_MAX = 8_000;

  /// Streams beat every 5 s only, so that what looks at events alone must be patient.
  private static final Pace PATIENT = pace(Duration.ofSeconds(20), Duration.ofSeconds(40));

  /// For a live view, from which something comes all the time.
  private static final Pace WATCHFUL = pace(Duration.ofMillis(400), Duration.ofSeconds(3));

  @TempDir private Path data;
  private ServedFolder served;
  private Proxy proxy;

  private static Pace pace(Duration silence, Duration end) {
    return new Pace(
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        silence,
        end,
        Duration.ofMillis(5),
        Duration.ofMillis(100));
  }

  @BeforeEach
  void serve() {
    served = new ServedFolder(data);
    proxy = new Proxy(served.port());
  }

  @AfterEach
  void end() {
    proxy.close();
    served.close();
  }

  private RemoteInstance client(Pace pace) {
    String token = served.address().token().text();
    return ServedFolder.client(served.address(proxy.port(), token), pace);
  }

  private static Reply<Outcome.Allocated> allocate(RemoteInstance instance, String id) {
    return instance.allocate(
        new RequestId(id), AllocationRequest.of(ADA, RequestLine.required(ResourceType.TOKENS, 1)));
  }

  /// Notes numbers as they come; a gap as a negative one.
  private static final class Heard implements EventSubscriber {
    final BlockingQueue<Long> numbers = new LinkedBlockingQueue<>();

    @Override
    public void onEvents(List<Event> events) {
      events.forEach(event -> numbers.add(event.sequence()));
    }

    @Override
    public void onGap(long oldestKept) {
      numbers.add(-oldestKept);
    }

    /// Takes so many, which must be those from `first` on.
    void hears(long first, long last) throws InterruptedException {
      for (long expected = first; expected <= last; expected++) {
        assertThat(numbers.poll(60, TimeUnit.SECONDS)).isEqualTo(expected);
      }
      assertThat(numbers).isEmpty();
    }
  }

  private static <T> T next(BlockingQueue<T> queue, Predicate<T> wanted)
      throws InterruptedException {
    List<T> others = new ArrayList<>();
    T found = queue.poll(60, TimeUnit.SECONDS);
    while (found != null && !wanted.test(found)) {
      others.add(found);
      found = queue.poll(60, TimeUnit.SECONDS);
    }
    assertThat(found).as("what comes after %s", others).isNotNull();
    return found;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  @DisplayName("hears each event once and in order, and has each command done once (T3, A5)")
  void losesNothing(long seed) throws InterruptedException, ExecutionException {
    var dice = new SplittableRandom(seed);
    var heard = new Heard();
    try (RemoteInstance follower = client(PATIENT);
        RemoteInstance working = client(PATIENT);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      LongSupplier soon = () -> dice.nextLong(BYTES_MAX);
      proxy.cutAfter(soon, soon);
      follower.events(0, heard);
      List<Callable<List<Reply<?>>>> work =
          IntStream.range(0, CALLERS)
              .<Callable<List<Reply<?>>>>mapToObj(caller -> () -> work(working, caller))
              .toList();
      for (Future<List<Reply<?>>> replies : callers.invokeAll(work)) {
        assertThat(replies.get()).hasSize(COMMANDS).hasOnlyElementsOfType(Reply.Decided.class);
      }
      proxy.flow();
      proxy.cut();
      heard.hears(1, CALLERS * COMMANDS);
      assertThat(served.folder().node().sequence()).isEqualTo(CALLERS * COMMANDS);
      assertThat(follower.scope(ADA)).asString().contains("reserved=" + CALLERS * COMMANDS);
    }
  }

  /// Says each command until it is decided.
  private static List<Reply<?>> work(RemoteInstance instance, int caller) {
    List<Reply<?>> replies = new ArrayList<>();
    for (int command = 0; command < COMMANDS; command++) {
      String id = caller + "-" + command;
      Reply<Outcome.Allocated> reply = allocate(instance, id);
      while (reply instanceof Reply.Silence<Outcome.Allocated>) {
        reply = allocate(instance, id);
      }
      replies.add(reply);
    }
    return replies;
  }

  @Test
  @DisplayName("has a command done once although the answer breaks off half-way")
  void knowsItself() {
    try (RemoteInstance instance = client(PATIENT)) {
      proxy.cutAfter(Proxy.ENDLESS, () -> 40);
      Thread healer = Thread.ofVirtual().start(() -> heal(served, proxy));
      assertThat(allocate(instance, "a")).isInstanceOf(Reply.Decided.class);
      assertThat(healer.isAlive()).as("the network healed first").isFalse();
    }
    assertThat(served.folder().node().sequence()).isEqualTo(1);
  }

  /// Heals the network once the command has been done.
  private static void heal(ServedFolder served, Proxy proxy) {
    while (served.folder().node().sequence() == 0) {
      Thread.onSpinWait();
    }
    proxy.flow();
  }

  @Test
  @DisplayName(
      "is stale once nothing comes, fresh when it does, and lost when nothing comes for long")
  void isStale() throws InterruptedException {
    BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    BlockingQueue<LiveFrame> frames = new LinkedBlockingQueue<>();
    try (RemoteInstance instance = client(WATCHFUL)) {
      instance.watchLink(links::add);
      instance.live(Duration.ofMillis(50), frames::add);
      next(frames, _ -> true);
      next(links, Link::isFresh);

      proxy.stall();
      Link.Stale stale = (Link.Stale) next(links, _ -> true);
      assertThat(instance.link().isFresh()).isFalse();
      proxy.flow();
      assertThat(next(links, _ -> true)).isEqualTo(Link.fresh());

      proxy.stall();
      assertThat(((Link.Stale) next(links, _ -> true)).since()).isAfter(stale.since());
      Link.Reconnecting lost = (Link.Reconnecting) next(links, _ -> true);
      assertThat(lost.cause()).contains("silent for too long");
      proxy.flow();
      next(links, Link::isFresh);
      frames.clear();
      next(frames, _ -> true);
    }
  }

  @Test
  @DisplayName("says what is in the way while the server is down, and goes on when it is back")
  void survivesRestart() throws InterruptedException {
    BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    BlockingQueue<LiveFrame> frames = new LinkedBlockingQueue<>();
    var heard = new Heard();
    try (RemoteInstance instance = client(PATIENT)) {
      allocate(instance, "before");
      instance.watchLink(links::add);
      instance.events(0, heard);
      LiveView view = instance.live(Duration.ofMillis(50), frames::add);
      view.watch(List.of(ADA));
      next(frames, frame -> !frame.scopes().isEmpty());
      heard.hears(1, 1);
      assertThat(instance.info().sequence()).isEqualTo(1);

      served.stop();
      Link.Reconnecting lost =
          (Link.Reconnecting)
              next(
                  links,
                  link -> link instanceof Link.Reconnecting(_, var attempt, _, _) && attempt > 2);
      assertThat(lost.nextAt()).isAfterOrEqualTo(lost.since());
      assertThat(instance.info().sequence()).as("what was known last").isEqualTo(1);
      frames.clear();
      served.start();

      next(links, Link::isFresh);
      assertThat(allocate(instance, "after")).isInstanceOf(Reply.Decided.class);
      heard.hears(2, 2);
      assertThat(next(frames, frame -> frame.sequence() == 2 && !frame.scopes().isEmpty()).scopes())
          .asString()
          .contains("reserved=2");
    }
  }
}
