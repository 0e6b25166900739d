package dev.headroom.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("One long history")
final class GoldenHistoryTest {
  private static final long SEED = 31;
  private static final int COMMANDS = 20_000;
  private static final String FILE = "digest.txt";

  /// Where a rule was changed on purpose, the file is replaced by what the test has found, and so
  /// the change is seen in review.
  @Test
  @DisplayName("comes to the state and the events whose digests are on file (D2)")
  void comesToTheSame() throws IOException {
    assertThat(digest())
        .as("digests of seed %d; if a rule was meant to change, they belong in %s", SEED, FILE)
        .isEqualTo(onFile());
  }

  private static String digest() {
    Player player = new Player();
    Digest events = new Digest();
    for (Step step : History.of(SEED, COMMANDS)) {
      player.play(step).events().stream().map(Event::toString).forEach(events::add);
    }
    return String.join(
        "\n",
        "commands " + COMMANDS,
        "events   " + player.engine.sequence(),
        "of them  " + events.hex(),
        "state    " + Digest.of(player.engine),
        "");
  }

  private static String onFile() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(GoldenHistoryTest.class.getResourceAsStream(FILE))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
