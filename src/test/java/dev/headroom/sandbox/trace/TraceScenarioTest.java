package dev.headroom.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Config;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.SandboxState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A trace that breaks off while it is played")
final class TraceScenarioTest {
  private static final int ROWS = 40_000;

  @TempDir private Path folder;

  /// A call a second, of which the second half is missing.
  private Path torn() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var dice = new Dice(7);
    try (Writer rows =
        new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
      rows.write(Traces.HEADING + "\n");
      Instant at = Instant.parse("2023-11-16T00:00:00Z");
      for (int row = 0; row < ROWS; row++) {
        String time = at.plusSeconds(row).toString().replace('T', ' ').replace("Z", "");
        rows.write(time + "," + dice.between(1, 9_999) + "," + dice.between(1, 999) + "\n");
      }
    }
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    return Files.write(folder.resolve("torn.csv.gz"), half);
  }

  @Test
  @DisplayName("has the sandbox stand still and say why, and go on with what is left")
  void standsStillAndSaysWhy() throws IOException, TraceException {
    Path file = torn();
    var trace =
        new TraceScenario(TraceFile.inspect(file, Optional.empty()), Config.EMPTY, Duration.ZERO);
    try (var sandbox = new Sandbox(List.of(trace), "trace", 1, 0, () -> 0)) {
      sandbox.runFor(Duration.ofDays(1));

      SandboxState stopped = sandbox.state();
      assertThat(stopped.paused()).isTrue();
      assertThat(stopped.trouble())
          .isEqualTo(file + " cannot be read: Unexpected end of ZLIB input stream");
      assertThat(stopped.commands()).isGreaterThan(10_000);
      assertThat(stopped.now()).isBefore(trace.start().plus(Duration.ofDays(1)));

      sandbox.runFor(Duration.ofHours(1));
      SandboxState later = sandbox.state();
      assertThat(later.trouble()).isEmpty();
      assertThat(later.now()).isEqualTo(stopped.now().plus(Duration.ofHours(1)));
      int open = sandbox.node().inspect((engine, _) -> engine.allocationCount());
      assertThat(open).as("what was under way has ended").isZero();
    }
  }
}
