package dev.headroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A sandbox")
final class SandboxTest {
  private final Heartbeat heart = new Heartbeat("heart");
  private final Heartbeat other = new Heartbeat("other");
  private final AtomicLong stopwatch = new AtomicLong(77);
  private final Sandbox sandbox = sandbox();

  private Sandbox sandbox() {
    return new Sandbox(List.of(heart, other), "heart", 1, 0, stopwatch::get);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  /// Lets real time pass, in turns of 100 ms.
  private void passMillis(long millis) {
    for (long passed = 0; passed < millis; passed += 100) {
      stopwatch.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
      sandbox.turn();
    }
  }

  private long simulatedMillis() {
    return Duration.between(Heartbeat.START, sandbox.state().now()).toMillis();
  }

  @Nested
  @DisplayName("while it is paused")
  class Paused {
    @Test
    @DisplayName("stands still, as it does at first")
    void standsStill() {
      passMillis(1000);

      assertThat(sandbox.state().paused()).isTrue();
      assertThat(sandbox.state().now()).isEqualTo(Heartbeat.START);
      assertThat(heart.beats).isEmpty();
    }

    @Test
    @DisplayName("does not catch up on the pause when it goes on")
    void doesNotCatchUp() {
      passMillis(5000);
      sandbox.resume();
      passMillis(300);

      assertThat(heart.beats).containsExactly(300L);
    }

    @Test
    @DisplayName("can be stepped by one action")
    void stepsByAction() {
      sandbox.stepAction();
      sandbox.turn();

      assertThat(heart.beats).containsExactly(300L);
      assertThat(simulatedMillis()).isEqualTo(300);

      sandbox.stepAction();
      sandbox.stepAction();
      sandbox.turn();

      assertThat(heart.beats).containsExactly(300L, 600L, 900L);
    }

    @Test
    @DisplayName("can be stepped by a simulated second")
    void stepsBySecond() {
      sandbox.stepSecond();
      sandbox.turn();

      assertThat(heart.beats).containsExactly(300L, 600L, 900L);
      assertThat(simulatedMillis()).isEqualTo(1000);
    }

    @Test
    @DisplayName("is paused by a step")
    void isPausedByStep() {
      sandbox.resume();
      passMillis(100);
      sandbox.stepSecond();
      passMillis(1000);

      assertThat(sandbox.state().paused()).isTrue();
      assertThat(simulatedMillis()).isEqualTo(1100);
    }

    @Test
    @DisplayName("can be run ahead at once")
    void runsAhead() {
      sandbox.runFor(Duration.ofSeconds(30));

      assertThat(heart.beats).hasSize(100);
      assertThat(sandbox.state().now()).isEqualTo(Heartbeat.START.plusSeconds(30));
      assertThat(sandbox.state().commands()).isEqualTo(200);
      assertThat(sandbox.state().paused()).isTrue();
    }
  }

  @Nested
  @DisplayName("while it plays")
  class Playing {
    @ParameterizedTest(name = "×{0}: {1} real ms are {2} simulated ms")
    @CsvSource(
        textBlock =
            """
            1,    1000, 1000
            0.1,  9000, 900
            10,   300,  3000
            1000, 200,  200000
            """)
    @DisplayName("keeps its speed")
    void keepsSpeed(double speed, long real, long simulated) {
      sandbox.setSpeed(speed);
      sandbox.resume();
      passMillis(real);

      assertThat(simulatedMillis()).isEqualTo(simulated);
      assertThat(heart.beats).hasSize((int) (simulated / Heartbeat.EVERY_MILLIS));
    }

    @Test
    @DisplayName("changes speed without a jump")
    void changesSpeed() {
      sandbox.resume();
      passMillis(1000);
      sandbox.setSpeed(100);
      passMillis(1000);

      assertThat(simulatedMillis()).isEqualTo(101_000);
      assertThat(sandbox.state().reachedSpeed()).isCloseTo(100, within(0.01));
    }

    @Test
    @DisplayName("counts a long absence of the machine as a short one")
    void boundsAbsence() {
      sandbox.resume();
      stopwatch.addAndGet(TimeUnit.HOURS.toNanos(8));
      sandbox.turn();

      assertThat(simulatedMillis()).as("250 ms, to the last beat").isEqualTo(200);
    }

    @Test
    @DisplayName("falls behind rather than jumping where the machine cannot keep up")
    void lags() {
      // given a machine that needs a real millisecond between two looks at the stopwatch
      try (var slow =
          new Sandbox(List.of(heart), "heart", 1, 0, () -> stopwatch.addAndGet(1_000_000))) {
        slow.setSpeed(1000);
        slow.resume();

        // when 40 turns are taken
        long rest = 0;
        for (int turn = 0; turn < 40; turn++) {
          stopwatch.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
          rest = slow.turn();
        }

        // then nothing was left out, it is far behind, and it says so
        long now = Duration.between(Heartbeat.START, slow.state().now()).toMillis();
        assertThat(now).isBetween(40_000L, 4_000_000L);
        assertThat(heart.beats).hasSize((int) (now / Heartbeat.EVERY_MILLIS));
        assertThat(slow.state().reachedSpeed()).isBetween(1.0, 999.0);
        assertThat(rest).isLessThan(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, 1001, -1, Double.NaN})
    @DisplayName("has no other speeds than ×0.1 to ×1000")
    void boundsSpeed(double speed) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sandbox.setSpeed(speed))
          .withMessageContaining("0.1");
    }
  }

  @Nested
  @DisplayName("when it is restarted")
  class Restarted {
    @Test
    @DisplayName("plays what was asked for from its beginning, on another engine")
    void beginsAnew() {
      List<Node> engines = new ArrayList<>();
      sandbox.onRestart(
          new Sandbox.RestartListener() {
            @Override
            public void onBegun(Node engine) {
              engines.add(engine);
            }
          });
      Node before = sandbox.node();
      sandbox.setSpeed(10);
      sandbox.resume();
      passMillis(500);

      sandbox.restart("other", 5, 40);
      sandbox.turn();

      SandboxState state = sandbox.state();
      assertThat(state.scenario()).isEqualTo("other");
      assertThat(state.seed()).isEqualTo(5);
      assertThat(state.scopes()).isEqualTo(40);
      assertThat(state.world()).isEqualTo(1);
      assertThat(state.now()).isEqualTo(Heartbeat.START);
      assertThat(state.paused()).isFalse();
      assertThat(state.speed()).isEqualTo(10);
      assertThat(engines).containsExactly(sandbox.node()).doesNotContain(before);
    }

    @Test
    @DisplayName("refuses at once what it does not have")
    void refusesUnknown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> sandbox.restart("nothing", 1, 0))
          .withMessage("there is no scenario nothing; there are heart, other");
      assertThatIllegalArgumentException().isThrownBy(() -> sandbox.restart("heart", 1, -1));
    }
  }

  @Test
  @DisplayName("comes to the same state however it is played")
  void isDeterministic() {
    sandbox.runFor(Duration.ofSeconds(6));
    String atOnce = sandbox.node().stateHash();

    List<String> hashes = new ArrayList<>();
    try (Sandbox stepped = sandbox()) {
      for (int second = 0; second < 6; second++) {
        stepped.stepSecond();
        stepped.turn();
      }
      hashes.add(stepped.node().stateHash());
    }
    try (Sandbox played = sandbox()) {
      played.resume();
      played.turn();
      for (int turn = 0; turn < 240; turn++) {
        stopwatch.addAndGet(TimeUnit.MILLISECONDS.toNanos(25));
        played.turn();
      }
      hashes.add(played.node().stateHash());
    }

    assertThat(hashes).containsOnly(atOnce);
  }

  @Test
  @DisplayName("lets its workload hear of what an administrator does")
  void hearsAdministrators() {
    sandbox.runFor(Duration.ofSeconds(1));
    heart.heard.clear();
    ScopePath path = ScopePath.of("/user:heart");

    sandbox.node().submit(new Command.CloseScope(new RequestId("by-hand"), path));
    sandbox.turn();

    assertThat(heart.heard).containsExactly(new Event.ScopeClosed(path));
  }

  @Test
  @DisplayName("plays in a thread of its own once started, and ends it when closed")
  void hasThread() throws InterruptedException {
    var restarted = new CountDownLatch(1);
    try (var own = new Sandbox(List.of(heart, other), 1)) {
      own.onRestart(
          new Sandbox.RestartListener() {
            @Override
            public void onBegun(Node engine) {
              restarted.countDown();
            }
          });
      own.start();
      own.restart("other", 2, 0);

      assertThat(restarted.await(1, TimeUnit.MINUTES)).isTrue();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("headroom-sandbox");
  }
}
