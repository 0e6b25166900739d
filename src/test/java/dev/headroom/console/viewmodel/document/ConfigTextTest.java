package dev.headroom.console.viewmodel.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Bench;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.console.viewmodel.edit.Merge;
import dev.headroom.model.Config;
import dev.headroom.model.ResourceType;
import dev.headroom.wire.ConfigDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The configuration as text")
final class ConfigTextTest {
  private final Bench bench = Bench.open();
  private final Editing editing = new Editing(bench.operator, () -> 0L);
  private final ChangeSet changes = editing.changes();
  private final ConfigText config = new ConfigText(bench.operator, editing);
  @TempDir private Path folder;

  @BeforeEach
  void load() {
    editing.lock().set(true);
    config.load();
    read();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("says what holds, and changes nothing when it is read again as it is")
  void roundTrips() throws IOException {
    assertThat(config.text()).isEqualTo(ConfigDocument.yaml(bench.world.config()));
    assertThat(config.whyNotStage()).isEqualTo("Says what holds: nothing would change.");
    Path file = folder.resolve("headroom.yaml");
    config.save(file);
    bench.ui.until(() -> !config.remark().isEmpty());
    assertThat(Files.readString(file)).isEqualTo(config.text());
    config.open(file);
    read();
    assertThat(config.difference()).isEqualTo(ConfigDifference.NONE);
    assertThat(config.remark()).isEqualTo("Opened headroom.yaml.");
  }

  @Test
  @DisplayName("says with line and place what is wrong while it is typed, and stages nothing then")
  void saysWhatIsWrong() {
    type(config.text().replace("amount: 40000", "amount: forty"));
    assertThat(config.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.line()).isGreaterThan(1);
          assertThat(problem.sentence()).contains("amount");
        });
    assertThat(config.whyNotStage()).startsWith("1 thing is wrong");
    config.stage();
    assertThat(changes.size()).isZero();
  }

  @Test
  @DisplayName("stages what differs, all kinds of it, and holds to the letter once applied")
  void stages() {
    Config before = bench.world.config();
    String wanted =
        config
            .text()
            .replace("amount: 40000", "amount: 48000")
            .replaceAll("(?m)^.*path: \"?/user:bot-ci.*\\R", "")
            .replaceAll("(?ms)^pools:.*", "")
            .replace("agingInterval: PT1M", "agingInterval: PT2M");
    type(wanted);
    assertThat(config.problems()).isEmpty();
    assertThat(config.summary())
        .isEqualTo("1 limit changes · 1 limit goes · 1 pool goes · settings change");
    config.stage();
    bench.ui.until(() -> changes.size() == 4);
    assertThat(changes.edits())
        .flatExtracting(Edit::changes)
        .contains(new Edit.FieldChange("Priority rises every", "1 min", "2 min"));
    apply("as reviewed");
    config.load();
    read();
    assertThat(ConfigDocument.read(wanted)).isEqualTo(ConfigDocument.read(config.text()));

    changes.undo(changes.applied().getFirst());
    bench.ui.until(() -> changes.size() == 4);
    apply("not as reviewed after all");
    assertThat(bench.world.config()).isEqualTo(before);
  }

  @Test
  @DisplayName("that was exported before somebody else changed the same lets one choose")
  void isOvertaken() {
    type(config.text().replace("amount: 40000", "amount: 48000"));
    bench.world.raise("/user:ada/swarm:s1", ResourceType.TOKENS, 45_000);
    config.stage();
    bench.ui.until(() -> !changes.merges().isEmpty());
    assertThat(changes.merges().getFirst().clashes())
        .containsExactly(new Merge.Clash("Amount", "40k tokens", "48k tokens", "45k tokens"));
  }

  @Test
  @DisplayName("moves no pool, and says why")
  void movesNoPool() {
    type(config.text().replaceAll("(?s)(pools:.*)path: /", "$1path: /user:ada"));
    assertThat(config.whyNotStage()).startsWith("Pool llm cannot move");
  }

  @Test
  @DisplayName("says what is in the way of a file")
  void saysWhatIsInTheWay() {
    config.open(folder.resolve("none.yaml"));
    read();
    assertThat(config.summary()).startsWith("Cannot read").contains("none.yaml");
    config.save(folder);
    bench.ui.until(() -> config.remark().startsWith("Cannot write"));
  }

  private void type(String text) {
    config.type(text);
    read();
  }

  private void read() {
    bench.ui.until(() -> !config.isBusy());
  }

  private void apply(String reason) {
    bench.ui.until(() -> !changes.isTrying());
    changes.apply(reason);
    bench.ui.until(() -> changes.attempt().state() == Attempt.State.DONE);
  }
}
