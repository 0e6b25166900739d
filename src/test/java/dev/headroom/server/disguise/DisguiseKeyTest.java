package dev.headroom.server.disguise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Role;
import dev.headroom.wire.json.Disguise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The key to all disguises of an instance")
final class DisguiseKeyTest {
  private static final Grant ADA = new Grant("t", Role.CLIENT, ScopePath.of("/user:ada"));

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("disguise.key");
  }

  private long shown() throws IOException {
    return DisguiseKey.in(folder).of(ADA).shown(Disguise.Kind.ALLOCATION, 1L << 32 | 1);
  }

  @Test
  @DisplayName("stays the same")
  void stays() throws IOException {
    assertThat(shown()).isEqualTo(shown());
  }

  @Test
  @DisplayName("is good where it was made without a checksum")
  void isReadWithoutChecksum() throws IOException {
    long shown = shown();
    Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 16));
    assertThat(shown()).isEqualTo(shown);
  }

  @Test
  @DisplayName("is refused with what to do wherever a byte was changed, and is made anew once gone")
  void isRefusedWhereChanged() throws IOException {
    long shown = shown();
    byte[] whole = Files.readAllBytes(file());
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertIsRefused(changed);
    }
    for (int length : new int[] {0, 15, whole.length - 1, whole.length + 1, 64}) {
      assertIsRefused(Arrays.copyOf(whole, length));
    }
    Files.delete(file());
    assertThat(shown()).isNotEqualTo(shown);
  }

  private void assertIsRefused(byte[] bytes) throws IOException {
    Files.write(file(), bytes);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(this::shown)
        .withMessageStartingWith(file() + " is damaged; put it back from a copy, or remove it");
  }
}
