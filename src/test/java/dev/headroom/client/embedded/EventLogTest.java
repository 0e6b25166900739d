package dev.headroom.client.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.InstanceInfo;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Event;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The events of an engine in this process")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Home.class)
final class EventLogTest {
  private static final int MANY = 3 * EventLog.KEPT_MAX;

  private final Home home;
  private final Node node;
  private final EmbeddedInstance instance;
  private final List<Slow> made = new ArrayList<>();
  private int requests;

  EventLogTest(Home home) {
    this.home = home;
    node = home.node(() -> Instant.EPOCH);
    instance = new EmbeddedInstance("test", InstanceInfo.Kind.SANDBOX, node);
  }

  @AfterEach
  void close() {
    made.forEach(Slow::goOn);
    instance.close();
    node.close();
  }

  @Test
  @DisplayName("reach a subscriber that falls behind, in order, each once")
  void waitForTheSlow() throws InterruptedException {
    var slow = slow();
    happen(1);
    instance.events(0, slow);
    assertThat(slow.next()).isEqualTo(1);
    happen(MANY);
    slow.goOn();

    for (long expected = 2; expected <= MANY + 1; expected++) {
      assertThat(slow.next()).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName(
      "are told again, or said to be missing, where all happened before the instance was made")
  void areNotPassedOver() throws InterruptedException {
    happen(3);
    try (var later = new EmbeddedInstance("later", InstanceInfo.Kind.SANDBOX, node)) {
      var subscriber = slow();
      subscriber.goOn();
      later.events(0, subscriber);
      assertThat(subscriber.next()).isIn(1L, -4L);
    }
  }

  @Test
  @DisplayName("are kept for subscribers that come later")
  void areKeptForTheLate() throws InterruptedException {
    happen(MANY);
    long oldest = MANY - EventLog.KEPT_MAX + 1;
    var justInTime = slow();
    justInTime.goOn();
    instance.events(oldest - 1, justInTime);
    assertThat(justInTime.next()).isEqualTo(oldest);
  }

  @Test
  @DisplayName("that are no longer kept are told again from the journal, if there is one")
  void areToldAgain() throws InterruptedException {
    happen(MANY);
    var late = slow();
    late.goOn();
    instance.events(1, late);
    happen(MANY);
    switch (home) {
      case MEMORY -> assertThat(late.next()).isNegative();
      case DISK -> {
        for (long expected = 2; expected <= 2 * MANY; expected++) {
          assertThat(late.next()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  @DisplayName("are no longer kept for a subscriber that has ended")
  void areForgotten() throws InterruptedException {
    var gone = slow();
    happen(1);
    instance.events(0, gone).close();
    happen(MANY);

    var late = slow();
    instance.events(1, late);
    long oldest = MANY + 1 - EventLog.KEPT_MAX + 1;
    assertThat(late.next()).isEqualTo(home == Home.MEMORY ? -oldest : 2);
  }

  private Slow slow() {
    var slow = new Slow();
    made.add(slow);
    return slow;
  }

  private void happen(int events) {
    for (int count = 0; count < events; count++) {
      requests++;
      AllocationRequest request =
          AllocationRequest.of(
              ScopePath.of("/user:ada"), RequestLine.required(ResourceType.TOKENS, 1));
      instance.allocate(new RequestId("r" + requests), request);
    }
    assertThat(node.sequence()).isEqualTo(requests);
  }

  /// Takes one batch and no other before it may go on. Gaps are negative numbers to it.
  private static final class Slow implements EventSubscriber {
    private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
    private final CountDownLatch going = new CountDownLatch(1);

    @Override
    public void onEvents(List<Event> events) {
      events.forEach(event -> seen.add(event.sequence()));
      try {
        going.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void onGap(long oldestKept) {
      seen.add(-oldestKept);
    }

    long next() throws InterruptedException {
      Long next = seen.poll(30, TimeUnit.SECONDS);
      return next == null ? Long.MIN_VALUE : next;
    }

    void goOn() {
      going.countDown();
    }
  }
}
