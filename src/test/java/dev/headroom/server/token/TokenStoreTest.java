package dev.headroom.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A folder's tokens")
final class TokenStoreTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path folder;

  private TokenStore store;

  @BeforeEach
  void open() {
    store = new TokenStore(folder);
  }

  private static TokenOrder order(Role role, Optional<Instant> expires) {
    return new TokenOrder("ci", role, ADA, expires);
  }

  private Issued issue() throws IOException {
    return store.issue(order(Role.CLIENT, Optional.empty()), NOW);
  }

  private Path file() {
    return folder.resolve("tokens");
  }

  @Test
  @DisplayName("let in who says one, with its role and subtree, and nobody where there is none")
  void authenticate() throws IOException {
    String guess = "hr_" + "0".repeat(64);
    assertThat(store.authenticate(guess, NOW)).isEmpty();
    assertThat(store.tokens()).isEmpty();
    Issued issued = issue();
    assertThat(issued.secret()).matches("hr_[0-9a-f]{64}");
    assertThat(store.authenticate(issued.secret(), NOW))
        .contains(new Grant(issued.token().id(), Role.CLIENT, ADA));
    assertThat(store.authenticate(guess, NOW)).isEmpty();
  }

  @Test
  @DisplayName("are known in the file by their hashes, which only the owner can read")
  void keepsHashes() throws IOException {
    Issued issued = issue();
    assertThat(Files.readString(file()))
        .contains(issued.token().sha256())
        .doesNotContain(issued.secret(), issued.secret().substring(3));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(issued.toString()).doesNotContain(issued.secret());
  }

  @Test
  @DisplayName("are worth nothing from the very instant on at which they expire")
  void expiry() throws IOException {
    Instant end = NOW.plusSeconds(60);
    String secret = store.issue(order(Role.VIEWER, Optional.of(end)), NOW).secret();
    assertThat(store.authenticate(secret, NOW)).isPresent();
    assertThat(store.authenticate(secret, end.minusNanos(1))).isPresent();
    assertThat(store.authenticate(secret, end)).isEmpty();
    assertThat(store.authenticate(secret, end.plusNanos(1))).isEmpty();
    assertThatThrownBy(() -> store.issue(order(Role.VIEWER, Optional.of(NOW)), NOW))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("a token expires after now");
  }

  @Test
  @DisplayName("are made and revoked by one process, and another that runs knows at once")
  void seenByOthers() throws IOException {
    TokenStore running = new TokenStore(folder);
    assertThat(running.tokens()).isEmpty();
    Issued first = issue();
    Issued second = issue();
    assertThat(running.authenticate(first.secret(), NOW)).isPresent();
    assertThat(running.authenticate(second.secret(), NOW)).isPresent();
    assertThat(store.revoke(first.token().id())).contains(first.token());
    assertThat(running.authenticate(first.secret(), NOW)).isEmpty();
    assertThat(running.authenticate(second.secret(), NOW)).isPresent();
    assertThat(store.revoke(first.token().id())).isEmpty();
    Files.delete(file());
    assertThat(running.authenticate(second.secret(), NOW)).isEmpty();
  }

  @Test
  @DisplayName("let nobody in who says a token almost, seed 7")
  void almost() throws IOException {
    String secret = issue().secret();
    List<String> guesses = new ArrayList<>();
    for (int length = 0; length < secret.length(); length++) {
      guesses.add(secret.substring(0, length));
      guesses.add(secret.substring(length + 1));
    }
    guesses.addAll(List.of(secret + " ", " " + secret, secret + "0", secret + "\n", secret + "\0"));
    guesses.addAll(List.of(secret.toUpperCase(Locale.ROOT), "HR_" + secret.substring(3)));
    guesses.add(Secrets.sha256(secret));
    guesses.add("hr_" + Secrets.sha256(secret));
    Random random = new Random(7);
    for (int count = 0; count < 2000; count++) {
      char[] guess = secret.toCharArray();
      int at = random.nextInt(guess.length);
      char other = (char) random.nextInt(' ', 0x250);
      if (guess[at] != other) {
        guess[at] = other;
        guesses.add(new String(guess));
      }
    }
    for (String guess : guesses) {
      assertThat(store.authenticate(guess, NOW)).as(guess).isEmpty();
    }
    assertThat(store.authenticate(secret, NOW)).isPresent();
  }

  @Test
  @DisplayName("let nobody in once the file is torn or has any byte changed, and say what to do")
  void damaged() throws IOException {
    Issued issued = store.issue(order(Role.ADMIN, Optional.of(NOW.plusSeconds(9))), NOW);
    issue();
    byte[] good = Files.readAllBytes(file());
    for (int at = 0; at < good.length; at++) {
      byte[] flipped = good.clone();
      flipped[at] ^= (byte) (1 << (at % 8));
      refuses(flipped, issued.secret());
      refuses(Arrays.copyOf(good, at), issued.secret());
    }
    refuses(Arrays.copyOf(good, good.length + 1), issued.secret());
    String text = new String(good, StandardCharsets.UTF_8);
    refuses(bytes(text.replace("/user:ada", "/")), issued.secret());
    refuses(bytes(text.replace("CLIENT", "ADMIN")), issued.secret());
    refuses(bytes(text.replace("\n", "\r\n")), issued.secret());
    refuses(bytes(text + "\n"), issued.secret());
    refuses(bytes("[".repeat(100_000)), issued.secret());
    Files.write(file(), good);
    assertThat(store.authenticate(issued.secret(), NOW)).isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void refuses(byte[] content, String secret) throws IOException {
    Files.write(file(), content);
    for (TokenStore any : List.of(store, new TokenStore(folder))) {
      assertThatThrownBy(() -> any.authenticate(secret, NOW))
          .as(() -> new String(content, StandardCharsets.UTF_8))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(file() + " was changed by hand or is damaged")
          .hasMessageContaining("put back a good copy");
    }
    assertThatThrownBy(this::issue).isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(file())).isEqualTo(content);
  }

  @Test
  @DisplayName("let nobody in where others may change the file")
  void openToOthers() throws IOException {
    String secret = issue().secret();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-r--"));
    assertThatThrownBy(() -> new TokenStore(folder).authenticate(secret, NOW))
        .hasMessageContaining("run chmod 600 " + file());
  }

  @Test
  @DisplayName("are all there when many make them at once, beside what a crash has left")
  void together() throws Exception {
    Files.writeString(folder.resolve("tokens.new"), "half of a to");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Issued> one =
          () -> new TokenStore(folder).issue(order(Role.CLIENT, Optional.empty()), NOW);
      for (var each : threads.invokeAll(Collections.nCopies(20, one))) {
        assertThat(store.authenticate(each.get().secret(), NOW)).isPresent();
      }
    }
    assertThat(store.tokens()).hasSize(20).doesNotHaveDuplicates();
  }
}
