package dev.headroom.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Explanation;
import dev.headroom.model.Limit;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.node.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The guard of a step, where its run may use 100 tokens")
final class StepGuardTest {
  private static final ScopePath RUN = ScopePath.of("/user:ada/run:r7");
  private static final ScopePath STEP = ScopePath.of("/user:ada/run:r7/step:2");
  private static final RequestId NAME = new RequestId("r7-step-2");
  private static final ResourceType TOKENS = ResourceType.TOKENS;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  private final Instance instance =
      new EmbeddedInstance("test", InstanceInfo.Kind.LOCAL, new Node(now::get));

  @BeforeEach
  void runMayUse100() {
    Limit limit = new Limit(RUN, TOKENS, Limit.Terms.hard(100));
    instance.apply(
        new Command.ApplyChanges(
            new RequestId("limit"),
            List.of(new Change.PutLimits(RUN, List.of(limit), 0)),
            "ada",
            "a small run"));
  }

  private static AllocationRequest tokens(long amount) {
    return AllocationRequest.of(STEP, RequestLine.required(TOKENS, amount));
  }

  private long headroom() {
    return switch (instance.explain(STEP, TOKENS)) {
      case Reply.Decided<Explanation>(var explained) ->
          explained.links().get(explained.binding().orElseThrow()).headroom();
      case Reply<Explanation> other -> throw new AssertionError(other);
    };
  }

  @Test
  @DisplayName("reserves, records as it goes, and returns what is left")
  void reservesRecordsReturns() throws InterruptedException {
    try (StepGuard guard = StepGuard.open(instance, NAME, tokens(60))) {
      assertThat(headroom()).isEqualTo(40);
      assertThat(guard.track(TOKENS, 10).remaining()).isEqualTo(50);
      assertThat(guard.track(TOKENS, 15).remaining()).isEqualTo(35);
    }
    assertThat(headroom()).isEqualTo(75);
  }

  @Test
  @DisplayName(
      "stops the step once it has consumed more than it reserved, all of which is recorded")
  void stopsWhenExhausted() throws InterruptedException {
    StepGuard guard = StepGuard.open(instance, NAME, tokens(60));
    guard.track(TOKENS, 60);
    assertThatThrownBy(() -> guard.track(TOKENS, 5))
        .isInstanceOf(StepStoppedException.class)
        .hasMessage("the step has consumed 65 TOKENS, more than it has reserved")
        .extracting(stopped -> ((StepStoppedException) stopped).reason())
        .isInstanceOf(StepStoppedException.Reason.Exhausted.class);
    guard.close();
    assertThat(headroom()).isEqualTo(35);
  }

  @Test
  @DisplayName("returns the rest when the step fails, once")
  void returnsWhenTheStepFails() throws InterruptedException {
    StepGuard guard = StepGuard.open(instance, NAME, tokens(60));
    assertThatThrownBy(
            () -> {
              try (guard) {
                guard.track(TOKENS, 1);
                throw new IllegalStateException("the model is gone");
              }
            })
        .hasMessage("the model is gone")
        .hasNoSuppressedExceptions();
    guard.close();
    assertThat(headroom()).isEqualTo(99);
  }

  @Test
  @DisplayName("is not opened where the reservation is denied, and says why")
  void denied() {
    assertThatThrownBy(() -> StepGuard.open(instance, NAME, tokens(101)))
        .hasMessage(
            "the step's reservation was denied: 101 TOKENS of 100 left at "
                + RUN
                + " LIMIT TOKENS (EXCEEDS_LIMIT)");
    assertThat(headroom()).isEqualTo(100);
  }

  @Test
  @DisplayName("stops the step whose reservation has expired, and has nothing to return")
  void expired() throws InterruptedException {
    StepGuard guard = StepGuard.open(instance, NAME, tokens(60).withLease(Duration.ofSeconds(10)));
    now.set(now.get().plusSeconds(10));
    assertThatThrownBy(() -> guard.track(TOKENS, 1))
        .extracting(stopped -> ((StepStoppedException) stopped).reason())
        .isInstanceOf(StepStoppedException.Reason.Exhausted.class);
    guard.close();
    assertThat(headroom()).isEqualTo(99);
  }

  @Test
  @DisplayName("keeps its lease by tracking, once half of it is over")
  void keepsItsLease() throws InterruptedException {
    AtomicLong nanos = new AtomicLong();
    AllocationRequest tenSeconds = tokens(60).withLease(Duration.ofSeconds(10));
    try (StepGuard guard = StepGuard.open(instance, NAME, tenSeconds, nanos::get)) {
      for (int seconds = 6; seconds <= 30; seconds += 6) {
        now.set(now.get().plusSeconds(6));
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(guard.track(TOKENS, 1).exhausted()).isFalse();
      }
    }
    assertThat(headroom()).isEqualTo(95);
  }

  @Test
  @DisplayName("opens the same reservation again by its name, and records anew, after a crash")
  void sameNameAgain() throws InterruptedException {
    StepGuard crashed = StepGuard.open(instance, NAME, tokens(60));
    crashed.track(TOKENS, 10);
    try (StepGuard again = StepGuard.open(instance, NAME, tokens(60))) {
      assertThat(again.allocation()).isEqualTo(crashed.allocation());
      assertThat(again.track(TOKENS, 10).remaining()).isEqualTo(40);
    }
    assertThat(headroom()).isEqualTo(80);
  }

  @Test
  @DisplayName("takes usage of its own allocation only")
  void foreignUsage() throws InterruptedException {
    try (StepGuard guard = StepGuard.open(instance, NAME, tokens(10));
        StepGuard other = StepGuard.open(instance, new RequestId("other"), tokens(10))) {
      assertThatThrownBy(() -> guard.track(UsageRecord.of(other.allocation(), TOKENS, 1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(headroom()).isEqualTo(100);
  }

  @Test
  @DisplayName("stops the step that consumes what it never reserved")
  void neverReserved() throws InterruptedException {
    try (StepGuard guard = StepGuard.open(instance, NAME, tokens(10))) {
      assertThatThrownBy(() -> guard.track(ResourceType.MEMORY, 1))
          .hasMessage("the step has consumed 1 MEMORY, more than it has reserved");
    }
  }

  @Test
  @DisplayName("hands on what the instance refuses")
  void refused() throws InterruptedException {
    StepGuard guard = StepGuard.open(instance, NAME, tokens(10).withLease(Duration.ofSeconds(10)));
    now.set(now.get().plus(Duration.ofMinutes(11)));
    assertThatThrownBy(() -> guard.track(TOKENS, 1))
        .extracting(stopped -> ((StepStoppedException) stopped).reason())
        .asInstanceOf(type(StepStoppedException.Reason.Refused.class))
        .extracting(StepStoppedException.Reason.Refused::refusal)
        .isInstanceOf(Refusal.TooLate.class);
    guard.close();
    assertThat(headroom()).isEqualTo(100);
  }

  @Test
  @DisplayName("waits for its turn as long as the request says")
  void waits() throws Exception {
    StepGuard first = StepGuard.open(instance, NAME, tokens(100));
    FutureTask<StepGuard> second = openWaiting();
    first.close();
    try (StepGuard guard = second.get(30, TimeUnit.SECONDS)) {
      assertThat(guard.track(TOKENS, 1).remaining()).isEqualTo(49);
    }
    assertThat(headroom()).isEqualTo(99);
  }

  @Test
  @DisplayName("is denied when the wait ends in vain")
  void waitsInVain() throws Exception {
    try (StepGuard first = StepGuard.open(instance, NAME, tokens(100))) {
      FutureTask<StepGuard> second = openWaiting();
      now.set(now.get().plusSeconds(60));
      first.track(TOKENS, 1);
      assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .extracting(stopped -> ((StepStoppedException) stopped).reason())
          .asInstanceOf(type(StepStoppedException.Reason.Denied.class))
          .satisfies(denied ->
              assertThat(denied.denials())
                  .extracting(Denial::reason)
                  .containsExactly(Denial.Reason.WAIT_TIMEOUT));
    }
  }

  @Test
  @DisplayName("waits no more when its thread is interrupted, and leaves the line")
  void interrupted() throws Exception {
    try (StepGuard first = StepGuard.open(instance, NAME, tokens(100))) {
      CompletableFuture<Thread> waiting = new CompletableFuture<>();
      FutureTask<StepGuard> second =
          new FutureTask<>(() -> {
            waiting.complete(Thread.currentThread());
            return StepGuard.open(instance, new RequestId("second"), patient(50));
          });
      CountDownLatch queued = whenQueued();
      Thread.ofVirtual().start(second);
      assertThat(queued.await(30, TimeUnit.SECONDS)).isTrue();
      waiting.get().interrupt();
      assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(first.track(TOKENS, 1).remaining()).isEqualTo(99);
    }
    assertThat(headroom()).isEqualTo(99);
  }

  private static AllocationRequest patient(long amount) {
    return tokens(amount).waiting(Duration.ofSeconds(60));
  }

  private FutureTask<StepGuard> openWaiting() throws InterruptedException {
    FutureTask<StepGuard> opening =
        new FutureTask<>(() -> StepGuard.open(instance, new RequestId("second"), patient(50)));
    CountDownLatch queued = whenQueued();
    Thread.ofVirtual().start(opening);
    assertThat(queued.await(30, TimeUnit.SECONDS)).isTrue();
    return opening;
  }

  /// Opens when the next request begins to wait.
  private CountDownLatch whenQueued() {
    CountDownLatch queued = new CountDownLatch(1);
    instance.events(
        instance.info().sequence(),
        new EventSubscriber() {
          @Override
          public void onEvents(List<Event> events) {
            if (events.stream().anyMatch(event -> event.body() instanceof Event.Queued)) {
              queued.countDown();
            }
          }

          @Override
          public void onGap(long oldestKept) {
            throw new IllegalStateException("missed events before " + oldestKept);
          }
        });
    return queued;
  }
}
