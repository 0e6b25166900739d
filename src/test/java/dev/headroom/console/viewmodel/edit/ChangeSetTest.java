package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.action.Attempt;
import dev.headroom.console.viewmodel.action.Bench;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A change set")
final class ChangeSetTest {
  private static final Subject SWARM = tokensPerDay("/user:ada/swarm:s1");
  private static final Subject ADA = tokensPerDay("/user:ada");

  private Bench bench = Bench.open();
  private Editing editing = new Editing(bench.operator, () -> 0L);
  private ChangeSet changes = editing.changes();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("names what is staged, old and new, and takes it back")
  void stages() {
    stage(SWARM, "55k");
    assertThat(changes.edits())
        .singleElement()
        .satisfies(edit -> {
          assertThat(edit.subject().name()).isEqualTo("swarm s1 · Tokens per day");
          assertThat(edit.changes())
              .containsExactly(new Edit.FieldChange("Amount", "40k tokens", "55k tokens"));
        });
    assertThat(changes.isPending("/user:ada/swarm:s1")).isTrue();
    changes.revert(SWARM);
    assertThat(changes.edits()).isEmpty();
    assertThat(changes.isPending("/user:ada/swarm:s1")).isFalse();
  }

  @Test
  @DisplayName("holds nothing where a value is changed back")
  void changesBack() {
    stage(SWARM, "55k");
    stage(SWARM, "40000");
    assertThat(changes.size()).isZero();
  }

  @Test
  @DisplayName("says at once what it would do, who would be admitted too, and does nothing yet")
  void triesOut() {
    stage(SWARM, "55k");
    triedOut();
    assertThat(changes.effects())
        .extracting(Effect::text)
        .contains("step 4 would be admitted", "swarm s1, Tokens: critical → calm");
    assertThat(amount(SWARM)).isEqualTo("limit 40k per day · hard");
  }

  @Test
  @DisplayName("says what it would have done to the last hour, until something else is staged")
  void replays() {
    stage(SWARM, "55k");
    triedOut();
    SpanTrial trial = changes.spanTrial();
    trial.ask(SpanTrial.Span.HOUR);
    assertThat(trial.text()).startsWith("Replaying");
    bench.ui.until(() -> !trial.isUnderway());
    assertThat(trial.text()).contains("commands replayed");
    HindsightReading reading = trial.reading().orElseThrow();
    assertThat(reading.rows())
        .extracting(HindsightReading.Row::name)
        .contains("Had to wait", "Peak · Tokens");
    assertThat(reading.notes()).first().asString().contains("nobody knows");
    stage(SWARM, "56k");
    assertThat(trial.reading()).isEmpty();
    assertThat(trial.text()).isEmpty();
  }

  @Test
  @DisplayName("that is being replayed can be stopped")
  void stopsReplaying() {
    stage(SWARM, "55k");
    SpanTrial trial = changes.spanTrial();
    trial.ask(SpanTrial.Span.DAY);
    trial.cancel();
    assertThat(trial.isUnderway()).isFalse();
    assertThat(trial.reading()).isEmpty();
  }

  @Test
  @DisplayName(
      "warns of a child with more than its parent, and of oversubscription, which is allowed (L8)")
  void warns() {
    stage(SWARM, "200k");
    triedOut();
    assertThat(changes.issues())
        .extracting(Issue::text)
        .containsExactly(
            "swarm s1 would have more than user ada allows: 120k tokens",
            "The limits below user ada would add up to 167 % of its 120k tokens");
    assertThat(changes.issues()).noneMatch(Issue::blocks);
  }

  @Test
  @DisplayName("is applied as a whole, with a reason only, and a waiter is admitted")
  void applies() {
    stage(SWARM, "55k");
    stage(new Subject.OfPool(ScopePath.ROOT, new PoolId("llm")), "30M");
    triedOut();
    assertThat(changes.whyNotApply("")).startsWith("Say why");
    apply("camera-ready tonight");
    assertThat(changes.attempt().text()).isEqualTo("Applied, version 2. Changes: 2.");
    assertThat(changes.size()).isZero();
    assertThat(amount(SWARM)).isEqualTo("limit 55k per day · hard");
    assertThat(bench.world.waiters("/user:ada/swarm:s1/run:r7")).isZero();
  }

  @Test
  @DisplayName("is undone by the inverse on today's values, staged like any other change")
  void undoes() {
    stage(SWARM, "55k");
    apply("for tonight");
    changes.undo(changes.applied().getFirst());
    bench.ui.until(() -> changes.size() == 1);
    assertThat(changes.edits().getFirst().changes())
        .containsExactly(new Edit.FieldChange("Amount", "55k tokens", "40k tokens"));
    apply("tonight is over");
    assertThat(amount(SWARM)).isEqualTo("limit 40k per day · hard");
  }

  @Test
  @DisplayName(
      "that was overtaken is brought together field by field, and one chooses what clashes")
  void isOvertaken() {
    stage(SWARM, "55k");
    stage(ADA, "150k");
    triedOut();
    bench.world.raise("/user:ada/swarm:s1", ResourceType.TOKENS, 48_000);
    changes.apply("for tonight");
    bench.ui.until(() -> !changes.merges().isEmpty());
    assertThat(changes.attempt().state()).isEqualTo(Attempt.State.REFUSED);
    Merge merge = changes.merges().getFirst();
    assertThat(merge.clashes())
        .containsExactly(new Merge.Clash("Amount", "40k tokens", "55k tokens", "48k tokens"));
    assertThat(changes.whyNotApply("for tonight")).startsWith("Somebody else changed the same");

    changes.settle();
    triedOut();
    assertThat(changes.edits()).hasSize(2);
    apply("for tonight");
    assertThat(amount(SWARM)).isEqualTo("limit 55k per day · hard");
    assertThat(amount(ADA)).isEqualTo("limit 150k per day · hard");
  }

  @Test
  @DisplayName("adds a limit and a pool where there was none")
  void adds() {
    editing.lock().set(true);
    stage(editing.limit("/user:new", 1, 3), "5k");
    stage(editing.pool("/user:new", "own", 1).meaning().orElseThrow(), "9k");
    assertThat(editing.pool("/user:new", "not this", 1).problem()).contains("letters, digits");
    assertThat(changes.edits())
        .flatExtracting(Edit::changes)
        .extracting(Edit.FieldChange::after)
        .containsExactly("limit 5k per day · hard", "pool own · does not refill");
    apply("a new colleague");
    assertThat(amount(tokensPerDay("/user:new"))).isEqualTo("limit 5k per day · hard");
    assertThat(bench.world.config().pools()).hasSize(2);
  }

  @Test
  @DisplayName("takes nothing while editing is locked, and says so")
  void isLocked() {
    editing.lock().set(false);
    Draft draft = editing.draft(SWARM);
    draft.load();
    bench.ui.until(() -> draft.limitForm().isPresent());
    draft.limitForm().orElseThrow().setAmount("55k");
    assertThat(draft.whyNotStage()).startsWith("Read-only");
    draft.stage();
    assertThat(changes.size()).isZero();
  }

  @Test
  @DisplayName("asks for the name of a production, once for each time something changes at /")
  void asksForTheName() {
    bench.close();
    bench = Bench.ofProduction("acme-eu");
    editing = new Editing(bench.operator, () -> 0L);
    changes = editing.changes();
    stage(SWARM, "55k");
    triedOut();
    assertThat(changes.nameToType()).as("nothing changes at /").isEmpty();
    assertThat(changes.whyNotApply("tonight")).isEmpty();

    stage(new Subject.OfPool(ScopePath.ROOT, new PoolId("llm")), "30M");
    triedOut();
    assertThat(changes.nameToType()).contains("acme-eu");
    assertThat(changes.whyNotApply("tonight"))
        .isEqualTo("Type the name of this production, acme-eu.");
    changes.typeName("acme");
    changes.apply("tonight");
    assertThat(changes.attempt().state()).isEqualTo(Attempt.State.IDLE);
    changes.typeName("acme-eu");
    apply("tonight");
    assertThat(bench.world.config().pools().getFirst().terms().capacity()).isEqualTo(30_000_000);

    stage(new Subject.OfPool(ScopePath.ROOT, new PoolId("llm")), "31M");
    triedOut();
    assertThat(changes.whyNotApply("again")).startsWith("Type the name");
  }

  private void stage(Subject subject, String amount) {
    editing.lock().set(true);
    stage(editing.draft(subject), amount);
  }

  private void stage(Draft draft, String amount) {
    draft.load();
    bench.ui.until(() -> draft.limitForm().isPresent() || draft.poolForm().isPresent());
    draft.limitForm().ifPresent(form -> form.setAmount(amount));
    draft.poolForm().ifPresent(form -> form.setCapacity(amount));
    draft.stage();
  }

  private void triedOut() {
    bench.ui.until(() -> !changes.isTrying());
  }

  private void apply(String reason) {
    triedOut();
    changes.apply(reason);
    bench.ui.until(() -> changes.attempt().state() == Attempt.State.DONE);
  }

  private String amount(Subject subject) {
    return bench.world.config().limits().stream()
        .map(Value.OfLimit::new)
        .filter(value -> value.subject().equals(subject))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static Subject tokensPerDay(String path) {
    return new Subject.OfLimit(
        ScopePath.of(path), new LimitKey(ResourceType.TOKENS, Optional.of(Period.of("P1D"))));
  }
}
