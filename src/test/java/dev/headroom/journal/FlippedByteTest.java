package dev.headroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.Command;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A journal of which one byte was changed")
final class FlippedByteTest {
  private static final Sizes SIZES = new Sizes(2_000, 1_000, Duration.ofMillis(1));
  private static final int COMMANDS = 40;

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));

  private static List<Command> read(FaultyDisk from) throws IOException {
    List<Command> commands = new ArrayList<>();
    Opened opened =
        Journal.open(
            from.mount(),
            SIZES,
            Journal.Beginning.atFirst(64),
            (_, _, command) -> commands.add(command),
            _ -> {});
    opened.journal().close();
    return commands;
  }

  /// Leaves files as a crash would: with what was made ready and not used.
  private List<Command> write() throws IOException {
    List<Command> commands = new ArrayList<>();
    Journal journal =
        Journal.open(disk.mount(), SIZES, Journal.Beginning.atFirst(64), (_, _, _) -> {}, _ -> {})
            .journal();
    for (RealHistory.Said said : RealHistory.of(3, COMMANDS)) {
      commands.add(said.command());
      assertThat(journal.append(said.at(), said.command()).await()).isTrue();
    }
    disk.crash();
    journal.close();
    return commands;
  }

  @Test
  @DisplayName("is refused with the file and the place, or has lost nothing (D3, D5)")
  void isRefusedOrWhole() throws IOException {
    List<Command> written = write();
    assertThat(read(disk.copy())).isEqualTo(written);
    assertThat(disk.names()).hasSizeGreaterThan(2);
    int refused = 0;
    int harmless = 0;
    for (String file : disk.names()) {
      byte[] bytes = disk.bytes(file);
      for (int at = 0; at < bytes.length; at++) {
        for (int flip : new int[] {0x01, 0x80, 0xFF}) {
          if (isRefused(file, at, flip, written)) {
            refused++;
          } else {
            harmless++;
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(harmless);
  }

  private boolean isRefused(String file, int at, int flip, List<Command> written)
      throws IOException {
    byte[] bytes = disk.bytes(file);
    bytes[at] ^= (byte) flip;
    FaultyDisk changed = disk.copy();
    changed.put(file, bytes);
    try {
      assertThat(read(changed)).as("%s, byte %d, flipped %02x", file, at, flip).isEqualTo(written);
      return false;
    } catch (CorruptJournalException refused) {
      assertThat(refused.file()).isEqualTo(file);
      assertThat(refused.offset()).isLessThanOrEqualTo(at);
      return true;
    }
  }

  @Test
  @DisplayName("is refused where a file is missing, exchanged or another's")
  void isRefusedWithoutAFile() throws IOException {
    write();
    List<String> files = disk.names();
    for (String file : files.subList(0, files.size() - 1)) {
      FaultyDisk without = disk.copy();
      without.remove(file);
      assertThatIsRefused(without);
    }
    FaultyDisk exchanged = disk.copy();
    exchanged.put(files.get(0), disk.bytes(files.get(1)));
    exchanged.put(files.get(1), disk.bytes(files.get(0)));
    assertThatIsRefused(exchanged);
  }

  private static void assertThatIsRefused(FaultyDisk changed) throws IOException {
    try {
      read(changed);
    } catch (CorruptJournalException refused) {
      assertThat(refused).hasMessageContaining("put back a good copy");
      return;
    }
    throw new AssertionError("it was read");
  }
}
