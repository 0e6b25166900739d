package dev.headroom.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.CommandBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The file in each test was written by the version that had its format first. It never changes.
@DisplayName("A journal of an older format")
final class OldFormatTest {
  private static final String FIRST = "journal-00000001.log";

  private final FaultyDisk disk = new FaultyDisk(new SplittableRandom(1));

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(OldFormatTest.class.getResourceAsStream(name), name)) {
      return stream.readAllBytes();
    }
  }

  @Test
  @DisplayName("1.1 is read, and what is read is what was written")
  void readsTheFirst() throws IOException, NoSuchAlgorithmException {
    disk.put(FIRST, resource("format-1.1.journal"));
    ByteWriter writer = new ByteWriter();
    AtomicLong before = new AtomicLong();
    Contents contents =
        Journal.read(
            disk.mount(),
            0,
            (_, at, command) -> {
              CommandBytes.writeInstant(writer, at, before.getAndSet(at.toEpochMilli()));
              CommandBytes.write(writer, command);
            });
    assertThat(contents.commands()).isEqualTo(400);
    assertThat(contents.chain())
        .isEqualTo("759eee518443005aef0cb4809472a1d1213efff287b5d113197f20dad0cd8ca0");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(writer.bytes(), 0, writer.size());
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("24429b7025c046228d186e7a5dff91b16ac7f40ba0ca8fde508d4a5c368c605c");
  }

  @Test
  @DisplayName("is continued in the newest")
  void goesOn() throws IOException {
    disk.put(FIRST, resource("format-1.1.journal"));
    Sizes sizes = new Sizes(1 << 16, 1 << 12, Duration.ofMillis(1));
    Opened opened =
        Journal.open(
            disk.mount(), sizes, Journal.Beginning.atFirst(1 << 18), (_, _, _) -> {}, _ -> {});
    opened.journal().close();
    assertThat(JournalFiles.rememberedRequests(disk.mount())).contains(64);
    assertThat(opened.notes()).isEmpty();
  }

  @Test
  @DisplayName("that is newer is refused by name, and nothing is changed")
  void refusesTheNewer() throws IOException {
    byte[] bytes = resource("format-1.1.journal");
    ByteBuffer header = ByteBuffer.wrap(bytes);
    header.putShort(8, (short) 2);
    header.putInt(60, Checksum.of(header, 0, 60));
    disk.put(FIRST, bytes);
    try {
      Journal.read(disk.mount(), 0, (_, _, _) -> {});
    } catch (CorruptJournalException refused) {
      assertThat(refused)
          .hasMessageContaining("it is of version 2.1")
          .hasMessageContaining("newer");
      return;
    }
    throw new AssertionError("it was read");
  }
}
