package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.RecordingDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Snapshot;
import dev.headroom.journal.Snapshots;
import dev.headroom.journal.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A recording")
@Timeout(120)
final class RecordingTest {
  private static final int LENGTH = 600;

  /// More than after which it is told how far a recording is.
  private static final int MANY = 1_200;

  private static final int EVERY = 37;
  private static final int COMMANDS_PER_STATE = 40;
  private static final long BYTES_MAX = 1 << 24;

  /// The hash of the state at some instants.
  private final TreeMap<Instant, String> hashes = new TreeMap<>();

  private @TempDir Path folder;
  private Instant now = Instant.EPOCH;

  private Node opened(FaultyDisk disk) throws IOException {
    int remembered = RealHistory.REMEMBERED_REQUESTS;
    Upkeep upkeep = new Upkeep(30, 1 << 20, Duration.ofDays(1_000_000), Long.MAX_VALUE);
    Sizes sizes = new Sizes(3_000, 1_000, Duration.ofMillis(1), upkeep);
    return DataFolder.open(disk.mount(), sizes, () -> now, remembered, DataFolder.Progress.UNSEEN)
        .node();
  }

  private Node inMemory() {
    Publication publication = new Publication(true);
    int remembered = RealHistory.REMEMBERED_REQUESTS;
    Engine engine = new Engine(publication::happened, remembered);
    return new Node(() -> now, new MemoryLog(engine, remembered, 20_000), engine, publication);
  }

  /// Says a history to a node, and writes down its state now and then.
  private void live(Node node, long seed, int length) {
    int said = 0;
    for (RealHistory.Said each : RealHistory.of(seed, length)) {
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

  private Path file() {
    return folder.resolve("small");
  }

  private Recording.Result.Made record(Past past, Instant from, Instant to) throws IOException {
    Recording.Order order = new Recording.Order("small", from, to, now, file(), BYTES_MAX);
    return (Recording.Result.Made)
        Recording.make(past, order, new Onlooker(false), COMMANDS_PER_STATE);
  }

  /// Of a small instance; enough for a file of which every byte can be tried.
  private void recordSmall() throws IOException {
    try (Node node = inMemory()) {
      live(node, 9, 40);
      Instant from = now.minus(Duration.between(hashes.firstKey(), now).dividedBy(4));
      record(node.past(), from, Past.END);
    }
  }

  private static String stateAt(Recording recording, Instant instant) throws IOException {
    return StateHash.of(recording.node().past().at(instant, () -> false).orElseThrow()).toString();
  }

  private void assertTells(SortedMap<Instant, String> known) throws IOException {
    try (Recording recording = Recording.open(file())) {
      for (Map.Entry<Instant, String> each : known.entrySet()) {
        assertThat(stateAt(recording, each.getKey()))
            .as("at %s", each.getKey())
            .isEqualTo(each.getValue());
      }
      assertThat(recording.node().stateHash()).isEqualTo(known.get(recording.to()));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("of a journal tells each state of its span as it was (D2)")
  void isOfJournal(long seed) throws IOException {
    try (Node node = opened(new FaultyDisk(new SplittableRandom(seed)))) {
      live(node, seed, LENGTH);
      List<Instant> instants = new ArrayList<>(hashes.keySet());
      Instant from = instants.get(instants.size() / 3);
      Instant to = instants.get(instants.size() - 2);
      Recording.Result.Made made = record(node.past(), from, to);
      assertThat(made.from()).isEqualTo(from);
      assertThat(made.to()).isEqualTo(to);
      assertThat(made.bytes()).isEqualTo(Files.size(file()));
      SortedMap<Instant, String> within = hashes.subMap(from, true, to, true);
      assertThat(within).hasSizeGreaterThan(5);
      assertTells(within);
    }
    try (RecordingDisk disk = RecordingDisk.open(file())) {
      Retold.Whole whole = Retold.check(disk);
      assertThat(whole.snapshots()).isGreaterThan(1);
    }
  }

  @Test
  @DisplayName("of all that a new instance has in memory begins with its first command")
  void isOfMemory() throws IOException {
    try (Node node = Node.remembering(() -> now)) {
      live(node, 4, LENGTH);
      Recording.Result.Made made = record(node.past(), Instant.EPOCH.minusSeconds(1), Past.END);
      assertThat(made.from()).isEqualTo(node.past().begins().orElseThrow());
      assertThat(made.to()).isEqualTo(now);
      assertTells(hashes.tailMap(made.from(), true));
    }
  }

  @Test
  @DisplayName("has states only where the commands since the last take half as much as that did")
  void isThin() throws IOException {
    Recording.Result.Made made;
    try (Node node = inMemory()) {
      live(node, 6, LENGTH);
      Recording.Order order =
          new Recording.Order("small", hashes.firstKey(), Past.END, now, file(), BYTES_MAX);
      made = (Recording.Result.Made) Recording.make(node.past(), order, new Onlooker(false), 1);
    }
    try (RecordingDisk disk = RecordingDisk.open(file())) {
      List<Snapshot> states = Snapshots.on(disk).whole();
      assertThat(states).hasSizeBetween(3, (int) made.commands() / 3);
      long bytes = 0;
      for (Snapshot state : states.subList(1, states.size())) { // The newest comes first.
        bytes += Snapshots.size(disk, Optional.of(state));
      }
      long newest = Snapshots.size(disk, Optional.of(states.getFirst()));
      assertThat(bytes).isLessThanOrEqualTo(2 * (made.bytes() - bytes - newest));
    }
  }

  @Test
  @DisplayName("of many commands may last until the end of time")
  void isOfAllThereIs() throws IOException {
    try (Node node = inMemory()) {
      live(node, 3, MANY);
      record(node.past(), Instant.EPOCH, Past.END);
      try (Recording recording = Recording.open(file())) {
        assertThat(recording.node().stateHash()).isEqualTo(node.stateHash());
      }
    }
  }

  @Test
  @DisplayName("begins where what is kept begins, if that is later")
  void beginsWithWhatIsKept() throws IOException {
    try (Node node = inMemory()) {
      live(node, 5, 3 * LENGTH);
      Instant begins = node.past().begins().orElseThrow();
      assertThat(begins).isAfter(hashes.firstKey());
      Recording.Result.Made made = record(node.past(), hashes.firstKey(), Past.END);
      assertThat(made.from()).isEqualTo(begins);
      assertTells(hashes.tailMap(begins, true));
    }
  }

  @Test
  @DisplayName("of a span in which nothing was asked has its state nevertheless")
  void isOfNothing() throws IOException {
    try (Node node = inMemory()) {
      live(node, 6, LENGTH);
      Instant last = now;
      now = now.plusSeconds(60);
      Recording.Result.Made made = record(node.past(), last.plusSeconds(20), last.plusSeconds(40));
      assertThat(made.commands()).isZero();
      assertThat(made.to()).isEqualTo(last.plusSeconds(40));
      try (Recording recording = Recording.open(file())) {
        Engine then = node.past().at(last.plusSeconds(30), () -> false).orElseThrow();
        assertThat(stateAt(recording, last.plusSeconds(30)))
            .isEqualTo(StateHash.of(then).toString());
      }
    }
  }

  @Test
  @DisplayName("is refused wherever one byte of it was changed, with the place and what to do (D5)")
  void isRefusedWhereChanged() throws IOException {
    recordSmall();
    byte[] whole = Files.readAllBytes(file());
    Recording.open(file()).close();
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << at % Byte.SIZE);
      assertIsRefused(changed, "byte " + at);
    }
  }

  @Test
  @DisplayName("is refused wherever it was cut, and where something was added")
  void isRefusedWhereCut() throws IOException {
    recordSmall();
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      assertIsRefused(Arrays.copyOf(whole, length), "cut to " + length);
    }
    assertIsRefused(Arrays.copyOf(whole, whole.length + 1), "with one byte more");
  }

  private void assertIsRefused(byte[] bytes, String what) throws IOException {
    Path changed = folder.resolve("changed");
    Files.write(changed, bytes);
    try (Recording _ = Recording.open(changed)) {
      throw new AssertionError(what + " was taken");
    } catch (CorruptJournalException refused) {
      assertThat(refused.getMessage()).as(what).contains(changed + ", byte ", "; ");
      assertThat(refused.offset()).as(what).isBetween(0L, (long) bytes.length);
    } catch (IOException newer) {
      throw new AssertionError(what, newer);
    }
  }

  @Test
  @DisplayName("that would be too large, or is cancelled, leaves nothing")
  void leavesNothing() throws IOException {
    try (Node node = inMemory()) {
      live(node, 7, LENGTH);
      Recording.Order order =
          new Recording.Order("small", Instant.EPOCH, Past.END, now, file(), 5_000);
      assertThat(Recording.make(node.past(), order, new Onlooker(false)).toString())
          .contains("TooLarge", "ask for a shorter span");
      assertThat(Recording.make(node.past(), order, new Onlooker(true)))
          .isEqualTo(new Recording.Result.Cancelled());
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  @DisplayName("tells what happened in its span, which it takes no more of")
  void tellsEvents() throws IOException {
    try (Node node = opened(new FaultyDisk(new SplittableRandom(8)))) {
      live(node, 8, LENGTH);
      Instant from = hashes.higherKey(hashes.firstKey());
      record(node.past(), from, Past.END);
      try (Recording recording = Recording.open(file())) {
        Node end = recording.node();
        var told = end.retell(0, end.sequence(), Integer.MAX_VALUE, () -> false);
        var known = node.retell(0, node.sequence(), Integer.MAX_VALUE, () -> false);
        assertThat(told)
            .isNotEmpty()
            .isEqualTo(known.subList(known.size() - told.size(), known.size()));
        assertThat(end.readOnlyCause())
            .isEqualTo(Optional.of("this is a recording, which ends at " + now));
      }
    }
  }

  /// Whoever waits for a recording.
  private record Onlooker(boolean isCancelled) implements Watch {
    @Override
    public void at(double part) {
      assertThat(part).isBetween(0.0, 1.0);
    }
  }
}
