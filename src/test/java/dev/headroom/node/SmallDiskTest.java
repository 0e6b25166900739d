package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("An engine on a small disk")
@Timeout(60)
final class SmallDiskTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final int ROOM = 200_000;
  private static final int COMMAND_BYTES_MAX = 200;

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));
  private int asked;

  private Node open() throws IOException {
    Sizes sizes = new Sizes(16 << 20, 4 << 20, Duration.ofMillis(1));
    return DataFolder.open(disk.mount(), sizes, () -> NOW, 64, DataFolder.Progress.UNSEEN).node();
  }

  /// Asks until the disk is full.
  ///
  /// @return how often it was answered
  private int fill(Node node) {
    int before = asked;
    try {
      while (node.readOnlyCause().isEmpty()) {
        node.submit(
            new Command.Allocate(
                new RequestId("r" + asked),
                AllocationRequest.of(
                    ScopePath.of("/user:ada"), RequestLine.required(ResourceType.TOKENS, 5))));
        asked++;
      }
    } catch (UncertainException full) {
      assertThat(full).hasMessageContaining("no space left on device");
    }
    return asked - before;
  }

  @Test
  @DisplayName("uses up what there is, and goes on with however little is freed (D4)")
  void usesItUp() throws IOException {
    disk.setRoom(ROOM);
    try (Node node = open()) {
      assertThat(fill(node)).isGreaterThan(ROOM / COMMAND_BYTES_MAX);
      for (int more = 1; more <= 3; more++) {
        disk.setRoom(ROOM + more * ROOM / 10);
        while (node.readOnlyCause().isPresent()) {
          Thread.onSpinWait();
        }
        assertThat(fill(node)).isGreaterThan(ROOM / 10 / COMMAND_BYTES_MAX);
      }
    }
    disk.setRoom(Long.MAX_VALUE);
    try (Node node = open()) {
      int allocations = node.inspect((engine, _) -> engine.allocationCount());
      assertThat(allocations).isBetween(asked, asked + 4);
    }
  }
}
