package dev.headroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.Command;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Files are read piece by piece while others write them: what is read of the first piece may be
/// older than what is read of the second.
@DisplayName("A journal that is read while it is written")
final class JournalInUseTest {
  private static final String FILE = "journal-00000001.log";
  private static final int COMMANDS = 20;

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));
  private final List<byte[]> states = new ArrayList<>();
  private final List<Command> written = new ArrayList<>();

  private void write() throws IOException {
    Sizes sizes = new Sizes(1 << 16, 1 << 14, Duration.ofMillis(1));
    try (Journal journal =
        Journal.open(disk.mount(), sizes, Journal.Beginning.atFirst(64), (_, _, _) -> {}, _ -> {})
            .journal()) {
      for (RealHistory.Said said : RealHistory.of(3, COMMANDS)) {
        assertThat(journal.append(said.at(), said.command()).await()).isTrue();
        written.add(said.command());
        states.add(disk.bytes(FILE));
      }
    }
  }

  /// A file of which some was read at one time and the rest later.
  private static byte[] mixed(byte[] earlier, byte[] later, int from) {
    byte[] mixed = Arrays.copyOf(earlier, later.length);
    System.arraycopy(later, from, mixed, from, later.length - from);
    return mixed;
  }

  @Test
  @DisplayName("is not taken for one that was changed, wherever the writer was")
  void isNotCorrupt() throws IOException {
    write();
    byte[] later = states.getLast();
    for (int count = 1; count < COMMANDS; count++) {
      for (int from = 0; from < later.length; from += 256) {
        List<Command> read = new ArrayList<>();
        Disk other = new Caught(disk.mount(), mixed(states.get(count - 1), later, from), later);
        Contents contents = Journal.read(other, 0, (_, _, command) -> read.add(command));
        assertThat(read)
            .as("written %d, later from byte %d", count, from)
            .isEqualTo(written.subList(0, read.size()))
            .hasSizeGreaterThanOrEqualTo(count);
        assertThat(contents.notes()).isEmpty();
      }
    }
  }

  /// Whoever reads a file as a whole gets one content first, and another from then on.
  private static final class Caught implements Disk {
    private final Disk disk;
    private final byte[] first;
    private final byte[] later;
    private boolean read;

    private Caught(Disk disk, byte[] first, byte[] later) {
      this.disk = disk;
      this.first = first;
      this.later = later;
    }

    @Override
    public String name() {
      return disk.name();
    }

    @Override
    public List<String> files() throws IOException {
      return disk.files();
    }

    @Override
    public DiskFile read(String file) {
      return new Read();
    }

    @Override
    public DiskFile create(String file) {
      throw new UnsupportedOperationException(file);
    }

    @Override
    public DiskFile open(String file) {
      throw new UnsupportedOperationException(file);
    }

    @Override
    public void delete(String file) {
      throw new UnsupportedOperationException(file);
    }

    @Override
    public void rename(String file, String name) {
      throw new UnsupportedOperationException(file);
    }

    @Override
    public void sync() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      disk.close();
    }

    private final class Read implements DiskFile {
      @Override
      public long size() {
        return later.length;
      }

      @Override
      public void read(long at, ByteBuffer into) {
        boolean whole = into.remaining() > SegmentHeader.LENGTH;
        byte[] content = whole && !read ? first : later;
        read |= whole;
        into.put(content, (int) at, into.remaining());
      }

      @Override
      public void write(long at, ByteBuffer from) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void cut(long size) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void sync() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void close() {}
    }
  }
}
