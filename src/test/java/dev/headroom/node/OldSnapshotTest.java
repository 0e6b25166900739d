package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.model.Command;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The files were written by the version that had their format first, and never change: two
/// snapshots, and the journal after the older one. What comes before it is gone.
@DisplayName("A folder with snapshots of an older format")
final class OldSnapshotTest {
  private static final String OLDER = "snapshot-0000000000000111.state";
  private static final String NEWER = "snapshot-0000000000000166.state";
  private static final List<String> FILES =
      List.of("journal-00000003.log", "journal-00000004.log", OLDER, NEWER);
  private static final String HASH =
      "271cd87404ef174a087ad21c52cdedc113a887b084179d5db9b659e116d57bae";
  private static final long EVENTS = 407;
  private static final Instant LATER = Instant.parse("2012-01-01T00:00:00Z");

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));

  @BeforeEach
  void put() throws IOException {
    for (String file : FILES) {
      String name = "format-1.1/" + file;
      try (InputStream in =
          Objects.requireNonNull(OldSnapshotTest.class.getResourceAsStream(name), name)) {
        disk.put(file, in.readAllBytes());
      }
    }
  }

  private Node open() throws IOException {
    return DataFolder.open(
            disk.mount(),
            new Sizes(1 << 20, 1_000, Duration.ofMillis(1)),
            () -> LATER,
            64,
            DataFolder.Progress.UNSEEN)
        .node();
  }

  @Test
  @DisplayName("1.1 is verified, each snapshot against the commands before it")
  void isVerified() throws IOException {
    Retold.Whole whole = Retold.check(disk.mount());
    assertThat(whole.snapshots()).isEqualTo(2);
    assertThat(whole.stateHash()).isEqualTo(HASH);
  }

  @Test
  @DisplayName("1.1 is opened with the state that was saved, by either snapshot, and goes on")
  void isOpened() throws IOException {
    try (Node node = open()) {
      assertThat(node.stateHash()).isEqualTo(HASH);
      assertThat(node.sequence()).isEqualTo(EVENTS);
    }
    disk.put(NEWER, new byte[100]);
    String hash;
    try (Node node = open()) {
      assertThat(node.stateHash()).isEqualTo(HASH);
      node.submit(new Command.AdvanceTime());
      hash = node.stateHash();
      assertThat(node.sequence()).isGreaterThan(EVENTS);
    }
    try (Node node = open()) {
      assertThat(node.stateHash()).isEqualTo(hash);
    }
  }
}
