package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.FolderInUseException;
import dev.headroom.journal.Sizes;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An engine in a folder")
@Timeout(60)
final class DataFolderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Sizes SIZES = new Sizes(6_000, 1_500, Duration.ofMillis(1));

  @TempDir private Path folder;

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));
  private Instant now = NOW;

  private Node open() throws IOException {
    return DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN).node();
  }

  private Node openOnDisk() throws IOException {
    return DataFolder.open(disk.mount(), SIZES, () -> now, 64, DataFolder.Progress.UNSEEN).node();
  }

  private static Command.Allocate allocate(String id) {
    return new Command.Allocate(
        new RequestId(id),
        AllocationRequest.of(
            ScopePath.of("/user:ada"), RequestLine.required(ResourceType.TOKENS, 5)));
  }

  @Test
  @DisplayName("goes on where it ended, and says again what it said (A5, D2)")
  void goesOn() throws IOException {
    String hash;
    Answer first;
    try (Node node = open()) {
      first = node.submit(allocate("a"));
      assertThat(first).isInstanceOf(Outcome.Granted.class);
      now = NOW.plusSeconds(7200);
      node.advance();
      hash = node.stateHash();
    }
    try (Node node = open()) {
      assertThat(node.stateHash()).isEqualTo(hash);
      assertThat(node.submit(allocate("a"))).isEqualTo(first);
      now = NOW;
      Instant time = node.inspect((_, at) -> at);
      assertThat(time).isEqualTo(NOW.plusSeconds(7200));
    }
  }

  @Test
  @DisplayName("says that time stands still where the clock lies behind the journal (D1)")
  void hasTheClockBehind() throws IOException {
    try (Node node = open()) {
      node.submit(allocate("a"));
    }
    now = NOW.minusSeconds(3);
    DataFolder.Recovered slightly = DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN);
    slightly.node().close();
    assertThat(slightly.notes()).isEmpty();
    now = NOW.minusSeconds(3600);
    DataFolder.Recovered far = DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN);
    far.node().close();
    assertThat(far.notes())
        .singleElement()
        .asString()
        .startsWith("the clock says 2026-03-02T09:00:00Z, and the journal ends at 2026-03-02T10:")
        .contains("time stands still");
  }

  @Test
  @DisplayName("writes nothing while nothing happens")
  void isQuiet() throws IOException {
    try (Node node = open()) {
      node.submit(allocate("a"));
      for (int tick = 1; tick < 100; tick++) {
        now = NOW.plusSeconds(tick);
        node.advance();
      }
    }
    assertThat(DataFolder.open(folder, () -> now, DataFolder.Progress.UNSEEN).commands())
        .isEqualTo(1);
  }

  @Test
  @DisplayName("belongs to one at a time; the second is told")
  void isLocked() throws IOException {
    try (Node node = open()) {
      assertThat(node.sequence()).isZero();
      assertThatExceptionOfType(FolderInUseException.class)
          .isThrownBy(this::open)
          .withMessageContaining("is in use by another instance");
    }
    open().close();
  }

  @Test
  @DisplayName("refuses changes while its disk is full, is read, and comes back by itself (D4)")
  void comesBack() throws IOException {
    try (Node node = openOnDisk()) {
      Answer first = node.submit(allocate("a"));
      List<Event> heard = new ArrayList<>();
      node.observe(heard::add);
      disk.setFull(true);
      assertThatExceptionOfType(UncertainException.class)
          .isThrownBy(() -> node.submit(allocate("b")))
          .withMessage("memory cannot be written: no space left on device");
      assertThat(heard).isEmpty();
      assertThat(node.submit(allocate("c")))
          .isEqualTo(new Refusal.ReadOnly("memory cannot be written: no space left on device"));
      int scopes = node.inspect((engine, _) -> engine.scopeCount());
      assertThat(scopes).isEqualTo(2);
      disk.setFull(false);
      while (node.readOnlyCause().isPresent()) {
        Thread.onSpinWait();
      }
      assertThat(heard).hasSize(1);
      assertThat(node.submit(allocate("a"))).isEqualTo(first);
      assertThat(node.submit(allocate("b"))).isInstanceOf(Outcome.Granted.class);
      assertThat(heard).hasSize(1);
    }
  }

  @Test
  @DisplayName("acknowledges nothing that a failed sync covered, and publishes none of it")
  void acknowledgesNothing() throws IOException {
    Node node = openOnDisk();
    List<Event> heard = new ArrayList<>();
    node.observe(heard::add);
    disk.setSyncsFail(true);
    assertThatExceptionOfType(UncertainException.class)
        .isThrownBy(() -> node.submit(allocate("a")))
        .withMessage("memory cannot be written: input/output error");
    disk.crash();
    node.close();
    assertThat(heard).isEmpty();
    try (Node next = openOnDisk()) {
      assertThat(next.submit(allocate("a"))).isInstanceOf(Outcome.Granted.class);
    }
  }

  @Test
  @DisplayName("tells again the newest events of the time before, each with its number (T3)")
  void tellsAgain() throws IOException {
    List<Event> before = new ArrayList<>();
    List<Event> after = new ArrayList<>();
    try (Node node = open()) {
      node.observe(before::add);
      node.submit(allocate("a"));
      node.submit(allocate("b"));
    }
    try (Node node = open()) {
      assertThat(node.observe(after::add)).isZero();
      assertThat(after).isEqualTo(before).hasSize(2);
      node.submit(allocate("c"));
      assertThat(after).hasSize(3);
      assertThat(node.observe(before::add)).isEqualTo(3);
      assertThat(before).hasSize(2);
    }
  }

  @Test
  @DisplayName("tells again events of any time before, as they were (T3, D2)")
  void retells() throws IOException {
    List<Event> happened = new ArrayList<>();
    try (Node node = openOnDisk()) {
      node.observe(happened::add);
      for (int count = 0; count < 300; count++) {
        now = now.plusSeconds(60);
        node.submit(allocate("r" + count));
      }
    }
    try (Node node = openOnDisk()) {
      int last = happened.size();
      assertThat(node.retell(0, last, last, () -> false)).isEqualTo(happened);
      assertThat(node.retell(7, 400, 1000, () -> false)).isEqualTo(happened.subList(7, 400));
      assertThat(node.retell(7, 400, 5, () -> false)).isEqualTo(happened.subList(7, 12));
      assertThat(node.retell(7, 400, 1000, () -> true)).isEmpty();
    }
  }

  @Test
  @DisplayName("keeps nobody waiting when whoever hears of events breaks")
  void keepsNobodyWaiting() throws IOException {
    try (Node node = openOnDisk()) {
      node.observe(_ -> {
        throw new IllegalStateException("deaf");
      });
      assertThatExceptionOfType(UncertainException.class)
          .isThrownBy(() -> node.submit(allocate("a")));
      assertThat(node.submit(allocate("b"))).isInstanceOf(Refusal.ReadOnly.class);
    }
  }

  @Test
  @DisplayName("need not keep that time passed: without that it comes to the same")
  void timePasses() {
    for (long seed = 1; seed <= 40; seed++) {
      Engine all = new Engine(_ -> {}, RealHistory.REMEMBERED_REQUESTS);
      Engine some = new Engine(_ -> {}, RealHistory.REMEMBERED_REQUESTS);
      Instant last = Instant.EPOCH;
      for (RealHistory.Said said : RealHistory.of(seed, 300)) {
        all.apply(said.at(), said.command());
        if (!(said.command() instanceof Command.AdvanceTime)) {
          some.apply(all.now(), said.command());
        }
        last = all.now();
      }
      some.apply(last, new Command.AdvanceTime());
      assertThat(RealHistory.digest(some)).as("seed %d", seed).isEqualTo(RealHistory.digest(all));
    }
  }
}
