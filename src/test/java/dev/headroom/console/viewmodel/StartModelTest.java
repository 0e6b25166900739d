package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Places.Opening;
import dev.headroom.console.viewmodel.Places.Trouble;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The choice of what to look at")
@Timeout(60)
final class StartModelTest {
  private static final Path ONE = Path.of("/srv/one").toAbsolutePath();

  private final SmallWorld first = SmallWorld.open();
  private final SmallWorld second = SmallWorld.open();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Errands ui = new Errands();
  private final Memory memory = Memory.none();
  private final Wanted places = new Wanted();
  private final ConsoleModel console =
      new ConsoleModel(
          new OpenPlace(
              Optional.empty(), first.instance(), Optional.empty(), "", released::countDown),
          places,
          memory,
          ui,
          Clocks.of(() -> Instant.EPOCH));
  private final StartModel start = console.start().orElseThrow();

  @AfterEach
  void close() {
    console.close();
    first.close();
    second.close();
  }

  @Test
  @DisplayName("shows what was opened, lets go of what was shown, and remembers the folder")
  void turns() throws InterruptedException {
    List<Desk> shown = new ArrayList<>();
    console.listen(shown::add);

    start.openFolder(ONE.toString());
    assertThat(start.state()).isInstanceOf(StartModel.State.Opening.class);
    ui.until(() -> !shown.isEmpty());

    assertThat(console.place().instance()).isSameAs(second.instance());
    assertThat(console.notice()).isEqualTo("the torn end was dropped");
    assertThat(start.folders()).containsExactly(ONE);
    assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("does not wait for what was shown, however long letting go of it takes")
  void doesNotWait() {
    var never = new CountDownLatch(1);
    var dead =
        new OpenPlace(
            Optional.empty(), first.instance(), Optional.empty(), "", () -> awaitForever(never));
    try (var model =
        new ConsoleModel(dead, places, Memory.none(), ui, Clocks.of(() -> Instant.EPOCH))) {
      model.start().orElseThrow().openFolder(ONE.toString());
      ui.until(() -> model.place().instance().equals(second.instance()));
    } finally {
      never.countDown();
    }
  }

  @Test
  @DisplayName("says why a place cannot be opened, and goes on with what was shown")
  void saysWhy() {
    places.answer = new Opening.Unusable(Trouble.CORRUPT, "journal-00000001.log, byte 7: wrong");

    start.openFolder(ONE.toString());
    ui.until(() -> start.state() instanceof StartModel.State.Unusable);

    var unusable = (StartModel.State.Unusable) start.state();
    assertThat(unusable.title()).isEqualTo("The journal in this folder is damaged");
    assertThat(unusable.detail()).contains("byte 7");
    assertThat(console.place().instance()).isSameAs(first.instance());
    assertThat(start.folders()).isEmpty();
    start.confirm();
    assertThat(start.state()).as("nothing to confirm").isSameAs(unusable);
    start.dismiss();
    assertThat(start.state()).isEqualTo(new StartModel.State.Choosing());
  }

  @Test
  @DisplayName("begins a new instance once that is confirmed")
  void confirms() {
    places.answer = new Opening.Unusable(Trouble.MISSING, "not there");
    start.openFolder(ONE.toString());
    ui.until(() -> start.state() instanceof StartModel.State.Unusable);

    places.answer = new Opening.Opened(place());
    start.confirm();
    ui.until(() -> console.place().instance().equals(second.instance()));

    assertThat(places.asked)
        .containsExactly(new Place.Folder(ONE, false), new Place.Folder(ONE, true));
  }

  @Test
  @DisplayName("tells how far it is, and ends when asked")
  void cancels() {
    places.slow = true;
    List<StartModel.State> states = new ArrayList<>();
    start.listen(states::add);

    start.openFolder(ONE.toString());
    ui.until(() -> states.size() == 2);
    assertThat(states.getLast())
        .isInstanceOfSatisfying(
            StartModel.State.Opening.class,
            opening -> {
              assertThat(opening.share()).isEqualTo(0.25);
              assertThat(opening.text()).contains("25 %").contains("1.2k commands");
            });
    start.cancel();
    ui.until(() -> start.state() instanceof StartModel.State.Choosing);
    assertThat(console.place().instance()).isSameAs(first.instance());
  }

  @Test
  @DisplayName("does not open the folder that is shown already")
  void knowsItself() {
    start.openFolder(ONE.toString());
    ui.until(() -> console.place().instance().equals(second.instance()));

    start.openFolder(ONE.toString());

    assertThat(start.state())
        .isInstanceOfSatisfying(
            StartModel.State.Unusable.class,
            unusable -> assertThat(unusable.title()).startsWith("You are looking at this"));
    assertThat(places.asked).hasSize(1);
  }

  @Test
  @DisplayName("forgets a folder")
  void forgets() {
    start.openFolder(ONE.toString());
    ui.until(() -> start.folders().contains(ONE));
    start.forget(ONE);
    assertThat(start.folders()).isEmpty();
  }

  private OpenPlace place() {
    return new OpenPlace(
        Optional.of(new Place.Folder(ONE, false)),
        second.instance(),
        Optional.empty(),
        "the torn end was dropped",
        () -> {});
  }

  private static void awaitForever(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Places that answer as the test wants.
  private final class Wanted implements Places {
    private final List<Place> asked = new ArrayList<>();
    private volatile Opening answer = new Opening.Opened(place());
    private volatile boolean slow;

    @Override
    public List<SandboxControl.Scenario> scenarios() {
      return List.of();
    }

    @Override
    public Opening open(Place place, Progress progress, Cancellation cancellation) {
      asked.add(place);
      if (!slow) {
        return answer;
      }
      progress.at(0.25, 1_200);
      while (!cancellation.isCancelled()) {
        Thread.onSpinWait();
      }
      return new Opening.Cancelled();
    }
  }
}
