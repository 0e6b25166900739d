package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.console.viewmodel.SandboxControl.Start;
import dev.headroom.model.Config;
import dev.headroom.model.Settings;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.trace.TraceException;
import dev.headroom.sandbox.trace.TraceFile;
import dev.headroom.sandbox.trace.TraceScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A sandbox that plays a trace")
@Timeout(60)
final class PlayedSandboxTest {
  private static final String ROWS =
      """
      TIMESTAMP,ContextTokens,GeneratedTokens
      2023-11-16 18:15:46.6805900,374,44
      2023-11-16 18:15:50.9951690,396,109
      """;
  private static final String TITLE = "Trace calls.csv";

  @TempDir private Path folder;
  private Optional<PlayedSandbox> opened = Optional.empty();

  @BeforeEach
  void open() throws IOException, TraceException {
    Path file = Files.writeString(folder.resolve("calls.csv"), ROWS);
    var config = new Config(Settings.DEFAULT, List.of(), List.of());
    var trace = new TraceScenario(TraceFile.inspect(file, Optional.empty()), config, Duration.ZERO);
    var sandbox = new Sandbox(List.of(trace), 1);
    sandbox.start();
    opened = Optional.of(new PlayedSandbox(sandbox, 0));
  }

  @AfterEach
  void close() {
    played().close();
  }

  @Test
  @DisplayName("plays it again from its beginning, on another engine")
  void playsAgain() {
    Instance before = played().instance();

    assertThat(played().start(TITLE, 2)).isEqualTo(new Start.Playing(played().instance()));
    assertThat(played().instance()).isNotSameAs(before);
    assertThat(played().seed()).isEqualTo(2);
  }

  @Test
  @DisplayName("says why it cannot play it again once the file has gone, and goes on as it was")
  void tellsThatTheFileHasGone() throws IOException {
    Path file = folder.resolve("calls.csv");
    Files.delete(file);
    Instance before = played().instance();

    assertThat(played().start(TITLE, 2))
        .isEqualTo(new Start.Unplayable(file + " does not exist any more"));
    assertThat(played().instance()).isSameAs(before);
    assertThat(played().seed()).isEqualTo(1);
  }

  @Test
  @DisplayName("can play it once the file is back")
  void playsWhatIsBack() throws IOException {
    Path file = folder.resolve("calls.csv");
    Path elsewhere = folder.resolve("elsewhere.csv");
    Files.move(file, elsewhere);
    assertThat(played().start(TITLE, 2)).isInstanceOf(Start.Unplayable.class);
    Files.move(elsewhere, file);

    assertThat(played().start(TITLE, 3)).isInstanceOf(Start.Playing.class);
  }

  private PlayedSandbox played() {
    return opened.orElseThrow();
  }
}
