package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.WorkloadSource;
import dev.headroom.sandbox.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every scenario")
final class ScenarioWordsTest {
  @AfterEach
  void speakEnglish() {
    Wording.speak(Language.ENGLISH);
  }

  @Test
  @DisplayName("is told in English as the command line tells it, and otherwise in German")
  void isTold() {
    List<WorkloadSource> sources = Scenarios.all();
    try (var played = new PlayedSandbox(new Sandbox(sources, 1), 0)) {
      List<SandboxControl.Scenario> english = played.scenarios();
      assertThat(english)
          .containsExactlyElementsOf(
              sources.stream()
                  .map(source -> new SandboxControl.Scenario(source.title(), source.summary()))
                  .toList());

      Wording.speak(Language.GERMAN);
      assertThat(played.scenarios())
          .doesNotContainAnyElementsOf(english)
          .extracting(SandboxControl.Scenario::name)
          .doesNotHaveDuplicates()
          .contains("Produktstart");
    }
  }
}
