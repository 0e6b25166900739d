package dev.headroom.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.replay.Account;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.node.Node;
import dev.headroom.node.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A span replayed under a change set")
final class OtherWorldTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  private Instant now = START;
  private long ids;
  private final Node node = Node.remembering(() -> now);

  private RequestId id() {
    return new RequestId("r" + ++ids);
  }

  private Answer say(Command command) {
    return node.submit(command);
  }

  private void pass(Duration span) {
    now = now.plus(span);
    node.advance();
  }

  private static Change limit(ResourceType type, long amount) {
    return new Change.PutLimits(ADA, List.of(new Limit(ADA, type, Limit.Terms.hard(amount))), 99);
  }

  private void configure(long version, ResourceType type, long amount) {
    Change.PutLimits limits =
        new Change.PutLimits(ADA, List.of(new Limit(ADA, type, Limit.Terms.hard(amount))), version);
    assertThat(say(new Command.ApplyChanges(id(), List.of(limits), "ada", "test")))
        .isInstanceOf(Outcome.ConfigChanged.class);
  }

  private Answer ask(ResourceType type, long amount, Duration maxWait) {
    AllocationRequest request = AllocationRequest.of(ADA, RequestLine.required(type, amount));
    return say(new Command.Allocate(id(), maxWait.isZero() ? request : request.waiting(maxWait)));
  }

  private static AllocationId name(Answer answer) {
    return switch (answer) {
      case Outcome.Granted granted -> granted.allocation();
      case Outcome.Queued queued -> queued.allocation();
      default -> throw new AssertionError(answer);
    };
  }

  private void use(AllocationId allocation, ResourceType type, long amount) {
    say(new Command.RecordUsage(id(), UsageRecord.of(allocation, type, amount)));
  }

  private void release(AllocationId allocation) {
    say(new Command.Release(id(), allocation));
  }

  private Hindsight replay(Change... changes) throws IOException {
    ReplayQuery query = new ReplayQuery(START.plusSeconds(1), now, List.of(changes));
    SpanReplay.Result result = SpanReplay.run(node.past(), query, Watch.NONE);
    assertThat(result).isInstanceOf(SpanReplay.Result.Compared.class);
    return ((SpanReplay.Result.Compared) result).hindsight();
  }

  @BeforeEach
  void limitTokens() {
    configure(0, ResourceType.TOKENS, 100);
    pass(Duration.ofSeconds(1));
  }

  @Test
  @DisplayName("grants what was denied, and says that nobody knows what that would have used")
  void grantsMore() throws IOException {
    pass(Duration.ofSeconds(1));
    use(name(ask(ResourceType.TOKENS, 80, Duration.ZERO)), ResourceType.TOKENS, 80);
    ask(ResourceType.TOKENS, 50, Duration.ZERO);
    pass(Duration.ofSeconds(9));
    Hindsight hindsight = replay(limit(ResourceType.TOKENS, 200));
    assertThat(hindsight.all().before().denied()).isEqualTo(1);
    assertThat(hindsight.all().after().denied()).isZero();
    assertThat(hindsight.all().after().granted()).isEqualTo(2);
    assertThat(hindsight.unknown().newlyGranted()).isEqualTo(1);
    assertThat(hindsight.scopes().first()).extracting(Hindsight.Fate::path).containsExactly(ADA);
  }

  @Test
  @DisplayName("denies what was granted, and leaves out what was done with it")
  void deniesMore() throws IOException {
    pass(Duration.ofSeconds(1));
    AllocationId first = name(ask(ResourceType.TOKENS, 40, Duration.ZERO));
    AllocationId second = name(ask(ResourceType.TOKENS, 40, Duration.ZERO));
    use(first, ResourceType.TOKENS, 30);
    use(second, ResourceType.TOKENS, 20);
    release(second);
    pass(Duration.ofSeconds(9));
    Hindsight hindsight = replay(limit(ResourceType.TOKENS, 50));
    assertThat(hindsight.all().before().types())
        .containsExactly(new Account.OfType(ResourceType.TOKENS, 50, 80));
    assertThat(hindsight.all().after().types())
        .containsExactly(new Account.OfType(ResourceType.TOKENS, 30, 40));
    assertThat(hindsight.unknown()).isEqualTo(new Hindsight.Unknown(0, 1, 2, 0, 0, 0));
  }

  @Test
  @DisplayName("frees earlier what it grants earlier: work takes as long as it took")
  void movesWorkAhead() throws IOException {
    configure(1, ResourceType.MEMORY, 10);
    pass(Duration.ofSeconds(2));
    AllocationId first = name(ask(ResourceType.MEMORY, 10, Duration.ZERO));
    AllocationId second = name(ask(ResourceType.MEMORY, 10, Duration.ofMinutes(5)));
    pass(Duration.ofSeconds(30));
    release(first);
    pass(Duration.ofSeconds(30));
    AllocationId third = name(ask(ResourceType.MEMORY, 10, Duration.ofMinutes(5)));
    pass(Duration.ofSeconds(10));
    release(second);
    pass(Duration.ofSeconds(30));
    release(third);
    pass(Duration.ofSeconds(1));
    Hindsight hindsight = replay(limit(ResourceType.MEMORY, 20));
    Account before = hindsight.all().before();
    Account after = hindsight.all().after();
    assertThat(before.waits()).isEqualTo(2);
    assertThat(before.waitedMillis()).isEqualTo(40_000);
    assertThat(before.longestWaitMillis()).isEqualTo(30_000);
    assertThat(after.waits()).isZero();
    assertThat(after.types()).containsExactly(new Account.OfType(ResourceType.MEMORY, 0, 20));
    assertThat(hindsight.unknown().moved()).isEqualTo(2);
  }

  @Test
  @DisplayName("puts off what is done with what is granted later")
  void putsOffWork() throws IOException {
    configure(1, ResourceType.MEMORY, 20);
    pass(Duration.ofSeconds(2));
    AllocationId first = name(ask(ResourceType.MEMORY, 10, Duration.ofMinutes(5)));
    AllocationId second = name(ask(ResourceType.MEMORY, 10, Duration.ofMinutes(5)));
    pass(Duration.ofSeconds(20));
    release(second);
    pass(Duration.ofSeconds(10));
    release(first);
    pass(Duration.ofMinutes(1));
    Hindsight hindsight = replay(limit(ResourceType.MEMORY, 10));
    assertThat(hindsight.all().after().waits()).isEqualTo(1);
    assertThat(hindsight.all().after().waitedMillis()).isEqualTo(30_000);
    assertThat(hindsight.all().after().stillWaiting()).isZero();
    assertThat(hindsight.unknown().moved()).isEqualTo(1);
  }

  @Test
  @DisplayName("keeps what the change set names, whatever was changed in the span")
  void overrules() throws IOException {
    pass(Duration.ofSeconds(1));
    configure(1, ResourceType.TOKENS, 10);
    pass(Duration.ofSeconds(1));
    ask(ResourceType.TOKENS, 50, Duration.ZERO);
    pass(Duration.ofSeconds(1));
    Hindsight hindsight = replay(limit(ResourceType.TOKENS, 100));
    assertThat(hindsight.all().before().denied()).isEqualTo(1);
    assertThat(hindsight.all().after().denied()).isZero();
    assertThat(hindsight.unknown().overruled()).isEqualTo(1);
  }

  @Test
  @DisplayName("is refused where the change set cannot be made")
  void isRefused() throws IOException {
    pass(Duration.ofSeconds(1));
    Change change = new Change.RemovePool(new PoolId("none"), 0);
    ReplayQuery query = new ReplayQuery(START, now, List.of(change));
    assertThat(SpanReplay.run(node.past(), query, Watch.NONE))
        .isInstanceOf(SpanReplay.Result.Refused.class);
  }

  @Test
  @DisplayName("tells how far it is, and ends where that is cancelled")
  void isCancelled() throws IOException {
    for (int second = 0; second < 3000; second++) {
      pass(Duration.ofSeconds(1));
      ask(ResourceType.TOKENS, 1, Duration.ZERO);
    }
    AtomicBoolean cancelled = new AtomicBoolean();
    Watch watch =
        new Watch() {
          @Override
          public void at(double part) {
            cancelled.set(part > 0.3 && part < 0.5);
          }

          @Override
          public boolean isCancelled() {
            return cancelled.get();
          }
        };
    assertThat(SpanReplay.run(node.past(), new ReplayQuery(START, now, List.of()), watch))
        .isInstanceOf(SpanReplay.Result.Cancelled.class);
  }

  @Test
  @DisplayName("is nothing where nothing is kept")
  void isNothing() throws IOException {
    try (Node forgetful = new Node(() -> now)) {
      ReplayQuery query = new ReplayQuery(START, START.plusSeconds(9), List.of());
      assertThat(SpanReplay.run(forgetful.past(), query, Watch.NONE))
          .isInstanceOf(SpanReplay.Result.NothingKept.class);
    }
  }
}
