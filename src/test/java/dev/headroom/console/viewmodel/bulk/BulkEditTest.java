package dev.headroom.console.viewmodel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Bench;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.console.viewmodel.edit.Merge;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Changing many limits at once")
final class BulkEditTest {
  private final Bench bench = Bench.open();
  private final Editing editing = new Editing(bench.operator, () -> 0L);
  private final ChangeSet changes = editing.changes();
  private final MarkedScopes marks = new MarkedScopes(bench.desk);

  @BeforeEach
  void unlock() {
    editing.lock().set(true);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("shows for each scope that matches what it has, would have, and uses now")
  void previews() {
    BulkEdit bulk = matching("tokens.limit>0");
    choose(bulk, "Tokens per day");
    assertThat(bulk.plan().rows())
        .extracting(BulkRow::address, BulkRow::beforeText, BulkRow::afterText, BulkRow::usedText)
        .containsExactly(
            row("/user:ada", "120k", "144k", "93k"),
            row("/user:ada/swarm:s1", "40k", "48k", "39k"),
            row("/user:bot-ci", "100k", "120k", "114k"));
    assertThat(bulk.summary()).isEqualTo("3 scopes · 3 limits change");
    assertThat(changes.size()).as("nothing is staged yet").isZero();
  }

  @Test
  @DisplayName("is staged as one, taken back as one or one by one, and applied with all else")
  void stages() {
    BulkEdit bulk = matching("tokens.limit>0");
    choose(bulk, "Tokens per day");
    bulk.stage();
    assertThat(changes.edits()).hasSize(3);
    assertThat(changes.batch(changes.edits().getFirst().subject()).orElseThrow().name())
        .isEqualTo("Tokens per day: ×1.2");
    changes.revert(changes.edits().get(1).subject());
    assertThat(changes.edits()).hasSize(2);
    changes.revert(changes.batch(changes.edits().getFirst().subject()).orElseThrow());
    assertThat(changes.edits()).isEmpty();

    bulk.stage();
    apply("a fifth more for everybody");
    assertThat(tokens()).containsExactly(144_000L, 48_000L, 120_000L);
  }

  @ParameterizedTest(name = "{0} of 7 is {1}")
  @CsvSource(
      textBlock =
          """
          1.2,   8
          ×1.5, 11
          50 %,  4
          0.07,  0
          1,     7
          """)
  @DisplayName("scales to the nearest whole unit, halves up")
  void rounds(String factor, long scaled) {
    bench.world.limit("/user:noor", ResourceType.TOKENS, 7);
    BulkEdit bulk = matching("user:noor tokens.limit>0");
    type(bulk, () -> bulk.form().setFactor(factor));
    if (scaled == 7) {
      assertThat(bulk.summary()).isEqualTo("1 scope · 0 limits change · 1 stay as they are");
    } else {
      assertThat(bulk.plan().rows().getFirst().after().orElseThrow().terms().amount())
          .isEqualTo(scaled);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"0", "1001", "-2", "much", "1.1234567", "''"})
  @DisplayName("takes no factor that means nothing, and says what would")
  void refusesFactors(String factor) {
    BulkEdit bulk = matching("user:ada");
    type(bulk, () -> bulk.form().setFactor(factor));
    assertThat(bulk.typedProblem()).startsWith("Type a factor");
    assertThat(bulk.whyNotStage()).startsWith("Type a factor");
  }

  @Test
  @DisplayName("sets an amount with units, where there is such a limit or everywhere")
  void sets() {
    BulkEdit bulk = matching("user:ada");
    choose(bulk, "Memory");
    type(
        bulk,
        () -> {
          bulk.form().setDeed(BulkForm.Deed.SET);
          bulk.form().setAmount("16 GiB");
        });
    assertThat(bulk.summary()).contains("1 limit changes · 1 stay as they are", "have none");
    type(bulk, () -> bulk.form().setAlsoNew(true));
    assertThat(bulk.summary()).doesNotContain("have none");
    assertThat(bulk.plan().rows())
        .filteredOn(row -> row.address().equals("/user:ada/swarm:s1/run:r7"))
        .extracting(BulkRow::beforeText, BulkRow::afterText)
        .containsExactly(row("none", "16 GiB"));
  }

  @Test
  @DisplayName("adds and takes away, and leaves out what would fall below zero")
  void adds() {
    BulkEdit bulk = matching("tokens.limit>0");
    choose(bulk, "Tokens per day");
    type(
        bulk,
        () -> {
          bulk.form().setDeed(BulkForm.Deed.ADD);
          bulk.form().setDifference("-110k");
        });
    assertThat(bulk.summary()).isEqualTo("3 scopes · 1 limit changes · 2 cannot");
    assertThat(bulk.plan().rows())
        .extracting(BulkRow::note, BulkRow::level)
        .containsExactly(
            Tuple.tuple(
                "Less than is in use: nothing is revoked, nothing more granted", Level.WARNING),
            Tuple.tuple("Would be below zero", Level.CRITICAL),
            Tuple.tuple("Would be below zero", Level.CRITICAL));
    bulk.stage();
    assertThat(changes.edits()).hasSize(1);
  }

  @Test
  @DisplayName("copies the limits of another scope, and warns where the parent allows less")
  void copies() {
    bench.desk.tree().filter("user:marie state:active swarm:atlas !run:r2");
    BulkEdit bulk = bulk();
    type(
        bulk,
        () -> {
          bulk.form().setDeed(BulkForm.Deed.COPY);
          bulk.form().setSource("/user:ada");
        });
    assertThat(bulk.plan().rows())
        .extracting(BulkRow::limit, BulkRow::afterText)
        .contains(row("Tokens per day", "120k"), row("Memory", "24 GiB"));
    type(bulk, () -> bulk.form().setSource("/user:nobody"));
    assertThat(bulk.typedProblem()).isEqualTo("user nobody has no such limit.");
    type(bulk, () -> bulk.form().setSource("ada"));
    assertThat(bulk.typedProblem()).startsWith("Type the path");
  }

  @Test
  @DisplayName("removes limits of scopes that are marked, and only of those")
  void removes() {
    bench.desk.tree().filter("user:bot*");
    marks.markMatches();
    bench.ui.until(() -> marks.size() > 0);
    assertThat(marks.size()).isEqualTo(2);
    BulkEdit bulk = bulk();
    assertThat(bulk.isByQuery()).isFalse();
    type(bulk, () -> bulk.form().setDeed(BulkForm.Deed.REMOVE));
    assertThat(bulk.summary()).isEqualTo("2 scopes · 1 limit changes · 1 have none");
    bulk.stage();
    apply("bots are watched elsewhere");
    assertThat(tokens()).containsExactly(120_000L, 40_000L);
  }

  @Test
  @DisplayName("begins from what is staged already")
  void buildsOnWhatIsStaged() {
    BulkEdit bulk = matching("user:bot-ci tokens.limit>0");
    bulk.stage();
    BulkEdit again = matching("user:bot-ci tokens.limit>0");
    assertThat(again.plan().rows())
        .extracting(BulkRow::beforeText, BulkRow::afterText)
        .containsExactly(row("120k", "144k"));
  }

  @Test
  @DisplayName("that somebody overtakes is brought together limit by limit")
  void isOvertaken() {
    BulkEdit bulk = matching("tokens.limit>0");
    choose(bulk, "Tokens per day");
    bulk.stage();
    bench.ui.until(() -> !changes.isTrying());
    bench.world.raise("/user:bot-ci", ResourceType.TOKENS, 130_000);
    changes.apply("a fifth more");
    bench.ui.until(() -> !changes.merges().isEmpty());
    assertThat(changes.merges())
        .singleElement()
        .extracting(Merge::clashes)
        .isEqualTo(List.of(new Merge.Clash("Amount", "100k tokens", "120k tokens", "130k tokens")));
    changes.merges().getFirst().choose(0, true);
    changes.settle();
    assertThat(changes.edits()).hasSize(2);
    apply("a fifth more");
    assertThat(tokens()).containsExactly(144_000L, 48_000L, 130_000L);
  }

  @Test
  @DisplayName("says what is missing: a query or marks, an unlocked console")
  void saysWhatIsMissing() {
    BulkEdit bulk = new BulkEdit(bench.desk, editing, marks);
    bulk.lookUp();
    assertThat(bulk.whyNotStage()).startsWith("Type a query");
    bulk.setByQuery(false);
    assertThat(bulk.whyNotStage()).startsWith("Mark scopes");
    editing.lock().set(false);
    assertThat(bulk.whyNotStage()).startsWith("Read-only");
  }

  private BulkEdit matching(String query) {
    bench.desk.tree().filter(query);
    return bulk();
  }

  private BulkEdit bulk() {
    var bulk = new BulkEdit(bench.desk, editing, marks);
    bulk.lookUp();
    bench.ui.until(() -> !bulk.isBusy());
    return bulk;
  }

  private void choose(BulkEdit bulk, String limit) {
    int index = 0;
    while (!bulk.choices().get(index).startsWith(limit)) {
      index++;
    }
    bulk.choose(index);
    bench.ui.until(() -> !bulk.isBusy());
  }

  private void type(BulkEdit bulk, Runnable edit) {
    edit.run();
    bulk.changed();
    bench.ui.until(() -> !bulk.isBusy());
  }

  private void apply(String reason) {
    bench.ui.until(() -> !changes.isTrying());
    changes.apply(reason);
    bench.ui.until(() -> changes.attempt().state() == Attempt.State.DONE);
  }

  private List<Long> tokens() {
    return bench.world.config().limits().stream()
        .filter(limit -> limit.type() == ResourceType.TOKENS)
        .filter(limit -> !limit.path().equals(ScopePath.ROOT))
        .map((Limit limit) -> limit.terms().amount())
        .toList();
  }

  private static Tuple row(Object... values) {
    return Tuple.tuple(values);
  }
}
