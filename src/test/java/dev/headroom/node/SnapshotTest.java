package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headroom.engine.history.RealHistory;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.NewerVersionException;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An engine in a folder with snapshots")
@Timeout(60)
final class SnapshotTest {
  private static final Duration ALWAYS = Duration.ofDays(1_000_000);
  private static final int EACH = 60;
  private static final int UPKEEP_COMMANDS = 30;

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));
  private final Iterator<RealHistory.Said> history = RealHistory.of(4, 12 * EACH).iterator();
  private final List<Event> events = new ArrayList<>();
  private Sizes sizes = keeping(ALWAYS, Long.MAX_VALUE);
  private Instant begun = Instant.EPOCH;
  private Instant now = Instant.EPOCH;
  private Command last = new Command.AdvanceTime();
  private Answer answer = new Outcome.TimeAdvanced();

  /// Segments end only where the folder is opened again.
  private static Sizes keeping(Duration age, long bytes) {
    return new Sizes(
        1 << 20, 1_000, Duration.ofMillis(1), new Upkeep(UPKEEP_COMMANDS, 1 << 20, age, bytes));
  }

  private DataFolder.Recovered open(FaultyDisk on) throws IOException {
    return DataFolder.open(
        on.mount(), sizes, () -> now, RealHistory.REMEMBERED_REQUESTS, DataFolder.Progress.UNSEEN);
  }

  /// Lives on until there are that many snapshots more and something after the last.
  ///
  /// @return the hash of the state in the end
  private String live(int snapshots) throws IOException {
    String hash = "";
    for (int count = 0; count <= snapshots; count++) {
      try (Node node = openAndCover()) {
        node.observe(this::hear);
        say(node);
        hash = node.stateHash();
      }
    }
    return hash;
  }

  /// Returns once a snapshot covers all there is.
  private Node openAndCover() throws IOException {
    DataFolder.Recovered recovered = open(disk);
    if (recovered.applied() >= UPKEEP_COMMANDS) {
      String covering = String.format(Locale.ROOT, "-%016d.state", recovered.commands());
      await(() -> snapshots().stream().anyMatch(name -> name.endsWith(covering)));
    }
    return recovered.node();
  }

  /// The newest of the time before are told again.
  private void hear(Event event) {
    if (event.sequence() > events.size()) {
      events.add(event);
    }
  }

  private void say(Node node) {
    for (int said = 0; said < EACH; said++) {
      RealHistory.Said each = history.next();
      now = each.at();
      begun = begun.equals(Instant.EPOCH) ? now : begun;
      node.submit(each.command());
    }
    last =
        new Command.Allocate(
            new RequestId("last-" + events.size()),
            AllocationRequest.of(
                ScopePath.of("/user:ada"), RequestLine.required(ResourceType.TOKENS, 5)));
    answer = node.submit(last);
  }

  private static void await(BooleanSupplier condition) {
    Instant end = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  /// The oldest first.
  private List<String> snapshots() {
    return disk.names().stream().filter(name -> name.endsWith(".state")).toList();
  }

  private List<String> segments() {
    return disk.names().stream().filter(name -> name.endsWith(".log")).toList();
  }

  private static Retold.Whole check(FaultyDisk of) throws IOException {
    return Retold.check(of.mount());
  }

  @Test
  @DisplayName("goes on from the newest and what came after it (D2)")
  void goesOn() throws IOException {
    String hash = live(2);
    DataFolder.Recovered recovered = open(disk.copy());
    try (Node node = recovered.node()) {
      assertThat(node.stateHash()).isEqualTo(hash);
      assertThat(recovered.applied()).isLessThanOrEqualTo(EACH);
      assertThat(recovered.commands()).isGreaterThan(2 * recovered.applied());
      assertThat(recovered.notes()).isEmpty();
    }
    assertThat(check(disk).stateHash()).isEqualTo(hash);
    assertThat(check(disk).snapshots()).isEqualTo(2);
  }

  @Test
  @DisplayName("says again what it said before the snapshot (A5)")
  void saysAgain() throws IOException {
    live(0);
    openAndCover().close();
    DataFolder.Recovered recovered = open(disk);
    try (Node node = recovered.node()) {
      assertThat(recovered.applied()).isZero();
      assertThat(answer).isInstanceOf(Outcome.Granted.class);
      assertThat(node.submit(last)).isEqualTo(answer);
    }
  }

  @Test
  @DisplayName("goes on from the one before where any byte of the newest was changed, and says so")
  void goesOnFromTheOneBefore() throws IOException {
    String hash = live(2);
    String newest = snapshots().getLast();
    byte[] bytes = disk.bytes(newest);
    for (int at = 0; at < bytes.length; at++) {
      FaultyDisk changed = flipped(newest, at);
      SavedEngine saved =
          SavedEngine.newest(changed.mount(), _ -> {}, 64, _ -> true, SavedEngine.Reading.UNSEEN);
      assertThat(saved.snapshot().orElseThrow().file()).isEqualTo(snapshots().getFirst());
      assertThat(saved.notes()).hasSize(1).first().asString().contains(newest);
      assertThatIsRefused(changed, newest, at);
    }
    DataFolder.Recovered recovered = open(flipped(newest, bytes.length / 2));
    assertThat(recovered.node().stateHash()).isEqualTo(hash);
    recovered.node().close();
  }

  @Test
  @DisplayName("goes on from the very beginning where no snapshot can be read")
  void goesOnFromTheBeginning() throws IOException {
    String hash = live(1);
    disk.put(snapshots().getFirst(), new byte[10]);
    DataFolder.Recovered recovered = open(disk);
    try (Node node = recovered.node()) {
      assertThat(node.stateHash()).isEqualTo(hash);
      assertThat(recovered.applied()).isEqualTo(recovered.commands());
      assertThat(recovered.notes()).hasSize(1);
    }
  }

  @Test
  @DisplayName(
      "is refused with file and place where a byte of the journal was changed, or is whole")
  void isRefusedOrWhole() throws IOException {
    String hash = live(1);
    for (String file : segments()) {
      for (int at = 0; at < disk.bytes(file).length; at++) {
        FaultyDisk changed = flipped(file, at);
        try {
          assertThat(at % 8 == 0 ? recover(changed) : check(changed).stateHash()).isEqualTo(hash);
        } catch (CorruptJournalException refused) {
          assertThat(refused.file()).isEqualTo(file);
          assertThat(refused.offset()).isLessThanOrEqualTo(at);
        }
      }
    }
  }

  private String recover(FaultyDisk of) throws IOException {
    try (Node node = open(of).node()) {
      return node.stateHash();
    }
  }

  private FaultyDisk flipped(String file, int at) {
    byte[] bytes = disk.bytes(file);
    bytes[at] ^= (byte) (1 << at % Byte.SIZE);
    FaultyDisk changed = disk.copy();
    changed.put(file, bytes);
    return changed;
  }

  private static void assertThatIsRefused(FaultyDisk changed, String file, int at) {
    assertThatExceptionOfType(CorruptJournalException.class)
        .as("byte %d", at)
        .isThrownBy(() -> check(changed))
        .satisfies(refused -> assertThat(refused.file()).isEqualTo(file))
        .satisfies(refused -> assertThat(refused.offset()).isLessThanOrEqualTo(at));
  }

  @Test
  @DisplayName("is refused where the journal after a snapshot is missing")
  void isRefusedWithoutJournal() throws IOException {
    live(1);
    List<String> after = segments().subList(1, segments().size());
    after.forEach(disk::remove);
    assertThatExceptionOfType(CorruptJournalException.class)
        .isThrownBy(() -> open(disk))
        .withMessageContaining("is missing; put back the file that has it, " + after.getFirst());
  }

  @Test
  @DisplayName("goes on where only what a snapshot covers is missing, which a check names (D3, D5)")
  void goesOnWithoutWhatIsCovered() throws IOException {
    String hash = live(3);
    String missing = segments().get(1);
    disk.remove(missing);
    try (Node node = open(disk.copy()).node()) {
      assertThat(node.stateHash()).isEqualTo(hash);
    }
    assertThatExceptionOfType(CorruptJournalException.class)
        .isThrownBy(() -> check(disk))
        .withMessageContaining("is missing; put back the file that has it, " + missing)
        .satisfies(refused -> assertThat(refused.file()).isEqualTo(missing));
  }

  @Test
  @DisplayName("is checked: a snapshot of another state is refused though every byte fits")
  void isChecked() throws IOException {
    live(1);
    String file = snapshots().getFirst();
    byte[] bytes = disk.bytes(file);
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putLong(24 + 8, header.getLong(24 + 8) + 1); // How many events there were.
    signHeader(header);
    disk.put(file, bytes);
    assertThatExceptionOfType(CorruptJournalException.class)
        .isThrownBy(() -> check(disk))
        .withMessageContaining(file);
  }

  @Test
  @DisplayName("of a newer version is refused by name")
  void isTooNew() throws IOException {
    live(1);
    byte[] bytes = disk.bytes(snapshots().getFirst());
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putShort(10, (short) 99);
    signHeader(header);
    disk.put(snapshots().getFirst(), bytes);
    assertThatExceptionOfType(NewerVersionException.class)
        .isThrownBy(() -> open(disk))
        .withMessageContaining("version 1.99");
  }

  private static void signHeader(ByteBuffer header) {
    CRC32C checksum = new CRC32C();
    checksum.update(header.duplicate().position(0).limit(124));
    header.putInt(124, (int) checksum.getValue());
  }

  @Test
  @DisplayName("removes what is too large altogether, but nothing that two snapshots do not cover")
  void removesWhatIsTooLarge() throws IOException {
    sizes = keeping(ALWAYS, 0);
    live(1);
    assertThat(segments()).first().isEqualTo("journal-00000001.log");
    String hash = live(2);
    assertThat(snapshots()).hasSize(2);
    assertThat(segments()).first().isNotEqualTo("journal-00000001.log");
    assertThat(check(disk).stateHash()).isEqualTo(hash);
    assertThat(check(disk).contents().first()).isGreaterThan(EACH);
    for (String snapshot : snapshots()) {
      FaultyDisk without = disk.copy();
      without.put(snapshot, new byte[5]);
      assertThat(recover(without)).isEqualTo(hash);
    }
  }

  @Test
  @DisplayName("goes on without a snapshot where there is no memory for one, and takes it later")
  void hasNoMemory() throws IOException {
    sizes = new Sizes(2_000, 1_000, Duration.ofMillis(1), sizes.upkeep());
    disk.setMemoryShort(true);
    String hash;
    try (Node node = open(disk).node()) {
      say(node);
      await(() -> disk.shortages() > 0);
      assertThat(snapshots()).isEmpty();
      disk.setMemoryShort(false);
      say(node);
      await(() -> !snapshots().isEmpty());
      hash = node.stateHash();
    }
    assertThat(recover(disk)).isEqualTo(hash);
  }

  @Test
  @DisplayName("removes what is too old by its own clock, and keeps what is not")
  void removesWhatIsTooOld() throws IOException {
    live(3);
    Duration lived = Duration.between(begun, now);
    sizes = keeping(lived.plusDays(30), Long.MAX_VALUE);
    now = begun.plus(lived).plus(Duration.ofDays(29));
    openAndCover().close();
    assertThat(segments()).first().isEqualTo("journal-00000001.log");
    now = begun.plus(lived).plus(lived).plus(Duration.ofDays(31));
    try (Node _ = open(disk).node()) {
      await(() -> !segments().contains("journal-00000001.log"));
    }
    assertThat(check(disk).contents().first()).isGreaterThan(1);
  }

  @Test
  @DisplayName("is refused where its beginning is gone and no snapshot can be read")
  void isRefusedWithoutSnapshot() throws IOException {
    sizes = keeping(ALWAYS, 0);
    live(3);
    snapshots().forEach(snapshot -> disk.put(snapshot, new byte[5]));
    assertThatExceptionOfType(CorruptJournalException.class)
        .isThrownBy(() -> open(disk))
        .withMessageContaining(snapshots().getLast());
  }

  @Test
  @DisplayName("tells events again as far as they are kept, from the snapshot before them (T3)")
  void retells() throws IOException {
    live(3);
    try (Node node = open(disk).node()) {
      int last = events.size();
      assertThat(node.retell(0, last, last, () -> false)).isEqualTo(events);
      int after = last - 20;
      assertThat(node.retell(after, last, 10, () -> false))
          .isEqualTo(events.subList(after, after + 10));
    }
    sizes = keeping(ALWAYS, 0);
    try (Node node = open(disk).node()) {
      await(() -> !segments().contains("journal-00000001.log"));
      int last = events.size();
      assertThat(node.retell(0, last, last, () -> false)).isEmpty();
      assertThat(node.retell(last - 20, last, 20, () -> false))
          .isEqualTo(events.subList(last - 20, last));
    }
  }

  @Test
  @DisplayName("removes what is left of a snapshot during which its process ended")
  void removesWhatIsLeft() throws IOException {
    disk.put("snapshot.part", new byte[1_000]);
    try (Node _ = open(disk).node()) {
      await(() -> !disk.names().contains("snapshot.part"));
    }
  }

  @Test
  @DisplayName("takes the snapshot later that it could not take while the disk failed")
  void takesItLater() throws IOException {
    live(0);
    disk.setRenamesFail(true);
    try (Node node = open(disk).node()) {
      say(node);
    }
    assertThat(snapshots()).isEmpty();
    disk.setRenamesFail(false);
    live(1);
    assertThat(check(disk).snapshots()).isPositive();
  }
}
