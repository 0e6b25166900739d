package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The past of an instance")
@Timeout(60)
final class PastTest {
  private static final int LENGTH = 600;
  private static final int EVERY = 37;

  /// The hash of the state at some instants.
  private final TreeMap<Instant, String> hashes = new TreeMap<>();

  private Instant now = Instant.EPOCH;

  /// Small segments, and a snapshot after nearly each.
  private static Sizes sizes() {
    Upkeep upkeep = new Upkeep(30, 1 << 20, Duration.ofDays(1_000_000), Long.MAX_VALUE);
    return new Sizes(3_000, 1_000, Duration.ofMillis(1), upkeep);
  }

  private Node opened(FaultyDisk disk) throws IOException {
    int remembered = RealHistory.REMEMBERED_REQUESTS;
    return DataFolder.open(disk.mount(), sizes(), () -> now, remembered, DataFolder.Progress.UNSEEN)
        .node();
  }

  private Node inMemory(int bytesMax) {
    Publication publication = new Publication(true);
    int remembered = RealHistory.REMEMBERED_REQUESTS;
    Engine engine = new Engine(publication::happened, remembered);
    MemoryLog log = new MemoryLog(engine, remembered, bytesMax);
    return new Node(() -> now, log, engine, publication);
  }

  /// Says a history to a node, and writes down its state now and then.
  private void live(Node node, List<RealHistory.Said> history) {
    int said = 0;
    for (RealHistory.Said each : history) {
      if (each.at().isAfter(now)) {
        if (said++ % EVERY == 0) {
          hashes.put(now, node.stateHash());
        }
        now = each.at();
      }
      node.submit(each.command());
    }
    node.advance();
    hashes.put(now, node.stateHash());
  }

  private static String stateAt(Past past, Instant instant) throws IOException {
    return StateHash.of(past.at(instant, () -> false).orElseThrow()).toString();
  }

  private void assertIsToldBy(Past past, Instant since) throws IOException {
    for (Map.Entry<Instant, String> known : hashes.tailMap(since, true).entrySet()) {
      assertThat(stateAt(past, known.getKey()))
          .as("at %s", known.getKey())
          .isEqualTo(known.getValue());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("is told from its journal while it runs, and afterwards: each state as it was (D2)")
  void isToldFromJournal(long seed) throws IOException {
    FaultyDisk disk = new FaultyDisk(new SplittableRandom(seed));
    try (Node node = opened(disk)) {
      live(node, RealHistory.of(seed, LENGTH));
      assertIsToldBy(node.past(), hashes.firstKey().plusMillis(1));
    }
    try (Disk looked = disk.mount()) {
      assertIsToldBy(Past.of(looked), hashes.firstKey().plusMillis(1));
    }
    assertThat(hashes).hasSizeGreaterThan(5);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5})
  @DisplayName("is told from memory too, as far back as that goes")
  void isToldFromMemory(long seed) throws IOException {
    try (Node node = inMemory(6_000)) {
      live(node, RealHistory.of(seed, LENGTH));
      Instant begins = node.past().begins().orElseThrow();
      assertThat(hashes.headMap(begins)).isNotEmpty();
      assertThat(hashes.tailMap(begins)).hasSizeGreaterThan(2);
      assertIsToldBy(node.past(), begins);
      Engine oldest = node.past().at(hashes.firstKey(), () -> false).orElseThrow();
      assertThat(oldest.now()).isEqualTo(begins);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {6, 7})
  @DisplayName(
      "is walked over from one instant to another: what came between leads from state to state")
  void isWalkedOver(long seed) throws IOException {
    FaultyDisk disk = new FaultyDisk(new SplittableRandom(seed));
    try (Node node = opened(disk)) {
      live(node, RealHistory.of(seed, LENGTH));
      List<Instant> instants = new ArrayList<>(hashes.keySet());
      Instant from = instants.get(instants.size() / 3);
      Instant to = instants.get(2 * instants.size() / 3);
      Walked walked = new Walked();
      node.past().walk(from, to, walked);
      assertThat(walked.before).isEqualTo(hashes.get(from));
      assertThat(walked.hash()).isEqualTo(hashes.get(to));
    }
  }

  /// What a past tells of a span is what was published within it, at its end included (T3).
  private void assertTellsWhatHappened(Past past, List<Event> published) throws IOException {
    List<Instant> instants = new ArrayList<>(hashes.keySet());
    Instant from = instants.get(instants.size() / 2);
    Instant to = instants.get(3 * instants.size() / 4);
    List<Event> told = new ArrayList<>();
    past.tell(from, to, told::add, () -> false);
    assertThat(told)
        .isNotEmpty()
        .isEqualTo(published.stream().filter(event -> isWithin(event, from, to)).toList());
  }

  private static boolean isWithin(Event event, Instant from, Instant to) {
    return event.at().isAfter(from) && !event.at().isAfter(to);
  }

  @Test
  @DisplayName("tells from its journal what happened within a span, as it was published (T3)")
  void tellsFromJournal() throws IOException {
    FaultyDisk disk = new FaultyDisk(new SplittableRandom(9));
    List<Event> published = new ArrayList<>();
    try (Node node = opened(disk)) {
      node.observe(published::add);
      live(node, RealHistory.of(9, LENGTH));
      assertTellsWhatHappened(node.past(), published);
    }
  }

  @Test
  @DisplayName("tells the same from memory")
  void tellsFromMemory() throws IOException {
    List<Event> published = new ArrayList<>();
    try (Node node = inMemory(20_000)) {
      node.observe(published::add);
      live(node, RealHistory.of(9, LENGTH));
      assertTellsWhatHappened(node.past(), published);
    }
  }

  @Test
  @DisplayName("stands still where it is looked at, and tells the newest of what happened before")
  void standsStill() throws IOException {
    List<Event> published = new ArrayList<>();
    try (Node node = inMemory(1 << 20)) {
      node.observe(published::add);
      live(node, RealHistory.of(10, 200));
      Instant then = new ArrayList<>(hashes.keySet()).get(hashes.size() / 2);
      Node frozen = node.past().frozenAt(then, () -> false).orElseThrow();
      List<Event> told = new ArrayList<>();
      assertThat(frozen.observe(told::add)).isZero();
      assertThat(told)
          .isNotEmpty()
          .isEqualTo(published.stream().filter(event -> !event.at().isAfter(then)).toList());
      assertThat(frozen.stateHash()).isEqualTo(hashes.get(then));
      assertThat(frozen.past()).isSameAs(node.past());
    }
  }

  @Test
  @DisplayName("is nothing where nothing is kept")
  void isNothing() throws IOException {
    try (Node node = new Node(() -> now)) {
      assertThat(node.past().begins()).isEmpty();
      assertThat(node.past().at(now, () -> false)).isEmpty();
    }
  }

  @Test
  @DisplayName("is not told to the end where that is cancelled")
  void isCancelled() throws IOException {
    try (Node node = inMemory(1 << 20)) {
      live(node, RealHistory.of(8, 100));
      assertThat(node.past().at(now, () -> true)).isEmpty();
    }
  }

  /// Applies what it is told.
  private static final class Walked implements Past.Walk {
    private final List<Engine> engines = new ArrayList<>();
    private String before = "";

    @Override
    public void begin(Engine engine) {
      engines.add(engine);
      before = StateHash.of(engine).toString();
    }

    @Override
    public void command(long number, Instant at, Command command) {
      engines.getFirst().apply(at, command);
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    private String hash() {
      return StateHash.of(engines.getFirst()).toString();
    }
  }
}
