package dev.headroom.console.viewmodel.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Dispatch;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Calls;
import dev.headroom.console.viewmodel.Errands;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was sent")
final class AttemptTest {
  private final Errands ui = new Errands();
  private final Calls calls = new Calls(ui);
  private final Attempt attempt = new Attempt(calls, () -> {});
  private final Dispatch way = new Dispatch();
  private final CountDownLatch arrives = new CountDownLatch(1);

  @AfterEach
  void close() {
    calls.close();
  }

  /// It waits on its way.
  private void send(CountDownLatch may) {
    attempt.send(
        way,
        () -> {
          try {
            may.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          arrives.countDown();
          return way.handOver()
              ? new Reply.Decided<>(7)
              : new Reply.Silence<>(Duration.ZERO, "taken back");
        },
        number -> "done: " + number);
  }

  @Test
  @DisplayName("tells how much of it is on its way, and is taken back before it is there")
  void isTakenBack() throws InterruptedException {
    var may = new CountDownLatch(1);
    send(may);
    way.sent(0.42);
    assertThat(attempt.text()).isEqualTo("On its way: 42 % sent");
    assertThat(attempt.canBeTakenBack()).isTrue();

    attempt.takeBack();
    assertThat(attempt.state()).isEqualTo(Attempt.State.REFUSED);
    assertThat(attempt.text()).contains("nothing was changed");

    may.countDown();
    arrives.await();
    ui.until(calls::isQuiet);
    assertThat(attempt.state()).isEqualTo(Attempt.State.REFUSED);
    assertThat(attempt.canBeTakenBack()).isFalse();
  }

  @Test
  @DisplayName("cannot be taken back once it is there, which is said, and what came of it too")
  void isHandedOver() {
    var may = new CountDownLatch(1);
    send(may);
    assertThat(way.handOver()).isTrue();
    assertThat(attempt.text()).contains("cannot be taken back");
    assertThat(attempt.canBeTakenBack()).isFalse();
    attempt.takeBack();
    assertThat(attempt.state()).isEqualTo(Attempt.State.UNDERWAY);

    may.countDown();
    ui.until(() -> attempt.state() == Attempt.State.DONE);
    assertThat(attempt.text()).isEqualTo("done: 7");
  }

  @Test
  @DisplayName("is sent again as the same where nobody answered")
  void isSentAgain() {
    assertThat(way.handOver()).isTrue();
    var first = new CountDownLatch(1);
    attempt.send(
        way,
        () -> {
          Reply<Integer> reply =
              first.getCount() == 1
                  ? new Reply.Silence<>(Duration.ofSeconds(20), "the line broke")
                  : new Reply.Decided<>(7);
          first.countDown();
          return reply;
        },
        number -> "done: " + number);
    ui.until(() -> attempt.state() == Attempt.State.UNANSWERED);
    attempt.again();
    ui.until(() -> attempt.state() == Attempt.State.DONE);
  }
}
