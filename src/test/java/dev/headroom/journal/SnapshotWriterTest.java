package dev.headroom.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A snapshot that is written")
final class SnapshotWriterTest {
  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));

  @Test
  @DisplayName("gives back what it took where the disk becomes full meanwhile")
  void givesBack() throws IOException {
    disk.setRoom(10_000);
    try (SnapshotWriter writer = SnapshotWriter.begin(disk.mount())) {
      writer.block(ByteBuffer.allocate(8_000));
      assertThatIOException().isThrownBy(() -> writer.block(ByteBuffer.allocate(8_000)));
      assertThat(disk.names()).isNotEmpty();
    }
    assertThat(disk.names()).isEmpty();
  }

  @Test
  @DisplayName("stays where it is finished")
  void stays() throws IOException {
    Snapshot snapshot = new Snapshot(7, Hash.NONE, 9, 1, Hash.NONE);
    try (SnapshotWriter writer = SnapshotWriter.begin(disk.mount())) {
      writer.block(ByteBuffer.allocate(100));
      assertThat(writer.finish(snapshot)).isGreaterThan(100);
    }
    assertThat(disk.names()).containsExactly(snapshot.file());
    assertThat(Snapshots.on(disk.mount()).whole()).containsExactly(snapshot);
  }

  @Test
  @DisplayName("is handed to the disk little by little, so that no command's sync waits for it all")
  void isSyncedInParts() throws IOException {
    int block = 1 << 20;
    try (SnapshotWriter writer = SnapshotWriter.begin(disk.mount())) {
      for (int blocks = 0; blocks < 10; blocks++) {
        writer.block(ByteBuffer.allocate(block));
        assertThat(disk.unsynced()).isLessThan(SnapshotWriter.UNSYNCED_MAX + block);
      }
    }
  }
}
