package dev.headroom.console.viewmodel.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.Clerk;
import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.edit.Editing;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The page of suggestions")
@Timeout(60)
final class SuggestionModelTest {
  private final SmallWorld world = SmallWorld.open();
  private final Desk desk =
      new Desk(world.instance(), Runnable::run, new Clocks(() -> Instant.EPOCH, System::nanoTime));
  private final Operator operator = new Operator(desk, "marie");
  private final Editing editing = new Editing(operator, System::nanoTime);
  private final SuggestionModel model = new SuggestionModel(operator, editing, Clerk.ADDRESS);
  private final BlockingQueue<SuggestionModel.State> states = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    desk.close();
    world.close();
  }

  private SuggestionModel.State next(Predicate<SuggestionModel.State> wanted)
      throws InterruptedException {
    SuggestionModel.State state;
    do {
      state = states.poll(30, TimeUnit.SECONDS);
      assertThat(state).isNotNull();
    } while (!wanted.test(state));
    return state;
  }

  private SuggestionModel.State.Shown look() throws InterruptedException {
    model.listen(() -> states.add(model.state()));
    model.setAboutEverything(false);
    return shown(_ -> true);
  }

  private SuggestionModel.State.Shown shown(Predicate<SuggestionModel.State.Shown> wanted)
      throws InterruptedException {
    return (SuggestionModel.State.Shown)
        next(state -> state instanceof SuggestionModel.State.Shown found && wanted.test(found));
  }

  @Test
  @DisplayName("says what to do, what that would have brought, and why")
  void says() throws InterruptedException {
    Clerk.work(world);
    SuggestionReading reading = look().wanted().getFirst();
    assertThat(reading.title()).isEqualTo("Lower an allowance that is never used");
    assertThat(reading.scope()).isEqualTo("user clerk");
    assertThat(reading.what()).isEqualTo("Tokens per 5 minutes: 1.3k instead of 10k");
    assertThat(reading.gain()).startsWith("Never used: ").endsWith("(−95 %)");
    assertThat(reading.evidence())
        .extracting(fact -> fact.name() + " " + fact.value())
        .contains("Allowed 10k", "Most in use 1k");
    assertThat(reading.isConfiguration()).isTrue();
  }

  @Test
  @DisplayName("says that too little has happened, where it has")
  void isTooYoung() throws InterruptedException {
    model.listen(() -> states.add(model.state()));
    model.look();
    var young = (SuggestionModel.State.Young) next(SuggestionModel.State.Young.class::isInstance);
    assertThat(young.text()).contains("at least 10 min");
  }

  @Test
  @DisplayName("stages a suggestion, once editing is unlocked")
  void stages() throws InterruptedException {
    Clerk.work(world);
    SuggestionReading reading = look().wanted().getFirst();
    assertThat(model.whyNotStage()).isNotEmpty();
    model.unlock();
    assertThat(model.whyNotStage()).isEmpty();
    BlockingQueue<Boolean> staged = new LinkedBlockingQueue<>();
    editing
        .changes()
        .listen(() -> {
          if (editing.changes().size() == 1) {
            staged.add(true);
          }
        });
    model.stage(reading.id(), () -> {});
    assertThat(staged.poll(30, TimeUnit.SECONDS)).isTrue();
    assertThat(editing.changes().edits().getFirst().subject().path().text())
        .isEqualTo(Clerk.ADDRESS);
  }

  @Test
  @DisplayName("has a suggestion stay away with a reason, and come back")
  void dismisses() throws InterruptedException {
    Clerk.work(world);
    SuggestionReading reading = look().wanted().getFirst();
    assertThat(model.whyNotDismiss(" ")).isNotEmpty();
    assertThat(model.whyNotDismiss("x".repeat(1025))).isEqualTo("At most 1024 characters.");
    model.dismiss(reading.id(), "the quarter's end is near");
    SuggestionModel.State.Shown without = shown(found -> found.wanted().isEmpty());
    assertThat(without.dismissed().getFirst().dismissed())
        .startsWith("Dismissed by marie")
        .endsWith("the quarter's end is near");
    model.look();
    assertThat(shown(_ -> true).wanted()).isEmpty();
    model.recall(reading.id());
    assertThat(shown(found -> found.dismissed().isEmpty()).wanted()).hasSize(1);
  }

  @Test
  @DisplayName("stops looking when it is told to")
  void cancels() throws InterruptedException {
    Clerk.work(world);
    model.listen(() -> states.add(model.state()));
    model.look();
    model.cancel();
    assertThat(next(state -> !(state instanceof SuggestionModel.State.Asking)))
        .isNotInstanceOf(SuggestionModel.State.Failed.class);
  }
}
