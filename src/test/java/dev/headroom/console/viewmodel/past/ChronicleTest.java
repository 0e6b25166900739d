package dev.headroom.console.viewmodel.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.console.viewmodel.Injector;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.TimeMachine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The chronicle of the time machine")
@Timeout(30)
final class ChronicleTest {
  private final SmallWorld world = SmallWorld.open();
  private final Errands ui = new Errands();
  private final ConsoleModel model = new ConsoleModel(world.instance(), Optional.empty(), ui);
  private final TimeMachine past = model.past();
  private final List<Injector.Thrown> thrown = new ArrayList<>();
  private final Chronicle chronicle = new Chronicle(past, () -> thrown, () -> {});
  private Instant raised = Instant.EPOCH;
  private Instant changed = Instant.EPOCH;

  /// Somebody raises the limit of bot-ci; later marie's limit, which is new, is nearly used up.
  @BeforeEach
  void look() {
    world.pass(Duration.ofMinutes(1));
    world.raise("/user:bot-ci", ResourceType.TOKENS, 200_000);
    world.limit("/user:noor", ResourceType.MEMORY, 1_000);
    changed = world.now();
    world.pass(Duration.ofMinutes(1));
    var _ = world.use("/user:noor/run:r9", ResourceType.MEMORY, 850, 850);
    raised = world.now();
    world.pass(Duration.ofMinutes(1));
    model.listenToPast(chronicle::update);
    model.desk().start(ScopeTree.Listener.NOBODY);
    ui.until(() -> model.desk().take());
  }

  @AfterEach
  void close() {
    model.close();
    world.close();
  }

  private void enter() {
    past.enter();
    ui.until(
        () -> past.isOn() && !past.isUnderway() && chronicle.summary().startsWith("Marked on"));
  }

  private void arrive(Instant at) {
    ui.until(
        () -> !past.isUnderway() && past.visit().filter(stay -> stay.at().equals(at)).isPresent());
  }

  @Test
  @DisplayName("marks when alerts were raised, conflicts opened and limits changed, and says so")
  void marksMoments() {
    enter();
    List<MomentMark> marks = chronicle.marks(1_000);
    assertThat(marks).extracting(MomentMark::kind).contains(Moment.Kind.ALERT, Moment.Kind.CHANGE);
    MomentMark last = marks.stream().filter(MomentMark::isAlert).toList().getLast();
    assertThat(chronicle.say(last))
        .contains("14:04:10")
        .contains("user noor · Warning: Memory limit reached 80 %");
    assertThat(chronicle.summary()).matches("Marked on this line of time: .*alerts.*changes\\.");
  }

  @Test
  @DisplayName("leads from mark to mark, and tells what happened there")
  void leadsOn() {
    enter();
    past.goToPart(1);
    arrive(world.now());
    assertThat(chronicle.hasNext()).isFalse();
    chronicle.goBack();
    arrive(raised);
    assertThat(chronicle.here()).startsWith("user noor · Warning");
    chronicle.goBack();
    arrive(changed);
    assertThat(chronicle.here()).startsWith("Change:").endsWith("and 1 more");
    chronicle.goOn();
    arrive(raised);
    chronicle.choose(Optional.of(Moment.Kind.CHANGE));
    assertThat(chronicle.hasNext()).isFalse();
    assertThat(chronicle.here()).isEmpty();
  }

  @Test
  @DisplayName(
      "marks what was thrown into the simulation while it can be seen, and says until when")
  void marksInjections() {
    throwIn(1, Optional.empty(), Instant.EPOCH);
    throwIn(2, Optional.empty(), raised);
    throwIn(3, Optional.of("llm"), raised.plusSeconds(10));
    enter();

    chronicle.choose(Optional.of(Moment.Kind.INJECTION));

    List<MomentMark> marks = chronicle.marks(1_000);
    assertThat(marks).extracting(MomentMark::kind).containsOnly(Moment.Kind.INJECTION);
    assertThat(marks)
        .extracting(chronicle::say)
        .containsExactly(
            "14:04:10  Injected: Spike at /user:noor, until 14:05:10",
            "14:04:20  Injected: Spike of pool llm, until 14:05:20");
    assertThat(chronicle.summary()).endsWith("2 injections.");
    chronicle.goOn();
    arrive(raised.plusSeconds(10));
  }

  private void throwIn(int number, Optional<String> pool, Instant since) {
    var noor = ScopePath.of("/user:noor");
    thrown.add(
        new Injector.Thrown(number, "spike", noor, pool, since, since.plusSeconds(60), false));
  }

  @Test
  @DisplayName("knows nothing any more once one is back")
  void forgets() {
    enter();
    past.leave();
    assertThat(chronicle.marks(100)).isEmpty();
    assertThat(chronicle.hasPrevious()).isFalse();
    assertThat(chronicle.here()).isEmpty();
  }
}
