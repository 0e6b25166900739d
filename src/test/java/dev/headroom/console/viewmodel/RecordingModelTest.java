package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.LocalRecording;
import dev.headroom.console.SmallWorld;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A recording that is saved from the time machine")
@Timeout(60)
final class RecordingModelTest {
  private static final ScopePath LATE = ScopePath.of("/user:late");

  @TempDir private Path folder;
  private final SmallWorld world = SmallWorld.open();
  private final Errands ui = new Errands();
  private final ConsoleModel model = new ConsoleModel(world.instance(), Optional.empty(), ui);
  private final RecordingModel recording = new RecordingModel(model.past(), () -> {});

  @BeforeEach
  void goBack() {
    world.pass(Duration.ofMinutes(20));
    var _ = world.use(LATE.text(), ResourceType.TOKENS, 10, 0);
    world.pass(Duration.ofMinutes(10));
    model.desk().start(ScopeTree.Listener.NOBODY);
    ui.until(() -> model.desk().take());
    model.past().enter();
    ui.until(() -> model.past().isOn() && !model.past().isUnderway());
  }

  @AfterEach
  void close() {
    model.close();
    world.close();
  }

  private Path save(RecordingModel.Span span) {
    Path file = folder.resolve(span.name());
    recording.save(span, file);
    ui.until(() -> recording.state() instanceof RecordingModel.State.Done);
    return file;
  }

  @Test
  @DisplayName("has all that can be seen, and its end is the present")
  void hasAll() throws IOException {
    try (LocalRecording saved = LocalRecording.open(save(RecordingModel.Span.ALL))) {
      assertThat(saved.to()).isEqualTo(world.now());
      Instance end = saved.instance();
      assertThat(end.scope(LATE)).isInstanceOf(Reply.Decided.class);
      assertThat(end.scope(LATE).map(ScopeStatus::path)).isEqualTo(new Reply.Decided<>(LATE));
    }
    assertThat(((RecordingModel.State.Done) recording.state()).text())
        .contains(folder.resolve("ALL").toString());
    recording.dismiss();
    assertThat(recording.state()).isEqualTo(new RecordingModel.State.Quiet());
  }

  @Test
  @DisplayName("has what is around the moment that is shown, as far as there is any")
  void isAround() throws IOException {
    Instant shown = world.now().minus(Duration.ofMinutes(1));
    try (LocalRecording saved = LocalRecording.open(save(RecordingModel.Span.MINUTES_AROUND))) {
      assertThat(saved.from()).isEqualTo(shown.minus(Duration.ofMinutes(5)));
      assertThat(saved.to()).isEqualTo(world.now());
    }
    try (LocalRecording saved = LocalRecording.open(save(RecordingModel.Span.BEFORE))) {
      assertThat(saved.to()).isEqualTo(shown);
    }
  }

  @Test
  @DisplayName("says why it was not saved, and leaves nothing")
  void saysWhyNot() {
    Path nowhere = folder.resolve("nowhere").resolve("file");
    recording.save(RecordingModel.Span.ALL, nowhere);
    ui.until(() -> recording.state() instanceof RecordingModel.State.Done);
    assertThat(((RecordingModel.State.Done) recording.state()).text())
        .startsWith("Nothing was saved: ")
        .contains("nowhere");
    assertThat(Files.exists(nowhere.getParent())).isFalse();
  }
}
