package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The console's model")
final class ConsoleModelTest {
  @Test
  @DisplayName("says what keeps the sandbox from going on, until that was taken note of or is over")
  void saysWhatIsTheTrouble() {
    var control = new Troubled();
    try (SmallWorld world = SmallWorld.open();
        var model = new ConsoleModel(world.instance(), Optional.of(control), Runnable::run)) {
      assertThat(model.notice()).isEmpty();

      control.trouble = "trace.csv is gone";
      assertThat(model.notice()).contains("stands still: trace.csv is gone.");
      model.dismissNotice();
      assertThat(model.notice()).isEmpty();

      control.trouble = "";
      assertThat(model.notice()).isEmpty();
      control.trouble = "trace.csv is gone";
      assertThat(model.notice()).as("again").isNotEmpty();
    }
  }

  /// A sandbox that has trouble.
  private static final class Troubled implements SandboxControl {
    private String trouble = "";

    @Override
    public List<Scenario> scenarios() {
      return List.of();
    }

    @Override
    public String scenario() {
      return "";
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public double speed() {
      return 1;
    }

    @Override
    public boolean isPaused() {
      return true;
    }

    @Override
    public String trouble() {
      return trouble;
    }

    @Override
    public Start start(String scenario, long seed) {
      return new Start.Unplayable("it is not there");
    }

    @Override
    public void setSpeed(double speed) {}

    @Override
    public void setPaused(boolean paused) {}

    @Override
    public void step() {}
  }
}
