package dev.headroom.app.window;

import dev.headroom.console.viewmodel.SandboxControl.Scenario;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.sandbox.WorkloadSource;

/// What can be played, in the language of the console where it is one of its scenarios and no file.
final class ScenarioWords {
  private ScenarioWords() {}

  static Scenario of(WorkloadSource source) {
    return new Scenario(
        title(source), Wording.textOr("scenario.summary." + source.name(), source.summary()));
  }

  static String title(WorkloadSource source) {
    return Wording.textOr("scenario.title." + source.name(), source.title());
  }
}
