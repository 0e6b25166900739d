package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.AllocationPage;
import dev.headroom.client.AllocationQuery;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopeQuery;
import dev.headroom.client.WaitPage;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.Resolution;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.WaitStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A program that works with any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class WorkContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath RUN = ScopePath.of("/user:ada/run:r1");

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  WorkContractTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    world = new World(where, data);
    instance = world.instance();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static final Limit.Terms QUEUED =
      new Limit.Terms(
          10,
          Optional.empty(),
          false,
          Limit.Terms.hard(10).enforcement(),
          Limit.Terms.hard(10).thresholds(),
          Optional.of(ConflictStrategy.QUEUING));

  private static RequestId id(String id) {
    return new RequestId(id);
  }

  @Test
  @DisplayName("reserves, records, renews, resizes and returns, each again without doing it again")
  void works() {
    AllocationId mine = World.granted(world.allocate("a", RUN, 100));
    assertThat(World.granted(world.allocate("a", RUN, 100))).isEqualTo(mine);
    UsageRecord usage = UsageRecord.of(mine, ResourceType.TOKENS, 30);
    Reply<Outcome.Used> used = instance.recordUsage(id("u"), usage);
    assertThat(World.decided(used).remaining()).isEqualTo(70);
    assertThat(instance.recordUsage(id("u"), usage)).isEqualTo(used);
    assertThat(World.decided(instance.renew(id("n"), mine, Duration.ofHours(2))).expiresAt())
        .isEqualTo(World.BEGIN.plus(Duration.ofHours(2)));
    assertThat(World.decided(instance.resize(id("s"), mine, ResourceType.TOKENS, 50)))
        .isEqualTo(new Outcome.ResizedTo(20));
    assertThat(instance.placeOf(mine)).isEqualTo(new Reply.Decided<>(RUN));
    Reply<Outcome.Released> released = instance.release(id("r"), mine);
    assertThat(World.decided(released).returned()).hasSize(1);
    assertThat(instance.release(id("r"), mine)).isEqualTo(released);
    assertThat(World.decided(instance.scope(ADA)).types().getFirst().consumed()).isEqualTo(30);
  }

  @Test
  @DisplayName("hears why something cannot be, and nothing has changed")
  void isRefused() {
    AllocationId mine = World.granted(world.allocate("a", RUN, 100));
    AllocationId none = AllocationId.of("a7f00000009");
    String before = world.state();
    assertThat(world.allocate("a", RUN, 99))
        .isEqualTo(new Reply.Refused<>(new Refusal.RequestIdConflict(id("a"))));
    assertThat(instance.release(id("r"), none))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownAllocation(none)));
    assertThat(instance.resize(id("s"), mine, ResourceType.MEMORY, 1))
        .isEqualTo(new Reply.Refused<>(new Refusal.NoSuchLine(mine, ResourceType.MEMORY)));
    assertThat(instance.closeScope(id("c"), ScopePath.of("/user:bob")))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownScope(ScopePath.of("/user:bob"))));
    assertThat(world.state()).isEqualTo(before);
  }

  @Test
  @DisplayName("is denied with the constraint that binds, which is an outcome (A4)")
  void isDenied() {
    Limit limit = world.limit(ADA, Limit.Terms.hard(10));
    assertThat(World.decided(world.allocate("a", RUN, 11)))
        .isInstanceOfSatisfying(
            Outcome.Denied.class,
            denied -> assertThat(denied.denials().getFirst().binding()).isEqualTo(limit.ref()));
  }

  @Test
  @DisplayName("has several things decided at once, all or none (A6)")
  void asksAtOnce() {
    world.limit(ADA, Limit.Terms.hard(10));
    var six = new Command.Allocate(id("six"), World.tokens(ADA, 6));
    var five = new Command.Allocate(id("five"), World.tokens(ADA, 5));
    var four = new Command.Allocate(id("four"), World.tokens(ADA, 4));
    assertThat(
            World.decided(
                instance.allocateAll(new Command.AllocateBatch(id("x"), true, List.of(six, five)))))
        .isInstanceOf(Outcome.BatchDenied.class);
    Outcome.OfBatch granted =
        World.decided(
            instance.allocateAll(new Command.AllocateBatch(id("y"), true, List.of(six, four))));
    Outcome.Granted first = (Outcome.Granted) ((Outcome.Batched) granted).answers().getFirst();
    assertThat(instance.allocateAll(new Command.AllocateBatch(id("z"), true, List.of(six))))
        .isEqualTo(new Reply.Refused<>(new Refusal.RequestIdConflict(id("six"))));
    UsageRecord usage = UsageRecord.of(first.allocation(), ResourceType.TOKENS, 6);
    World.decided(
        instance.recordAll(
            new Command.RecordUsageBatch(
                id("u"), List.of(new Command.RecordUsage(id("u1"), usage)))));
    assertThat(instance.scope(ADA)).asString().contains("consumed=6");
  }

  @Test
  @DisplayName("waits, sees behind whom, and is let in by whoever may decide (Q7)")
  void waits() {
    world.limit(ADA, QUEUED);
    AllocationId holder = World.granted(world.allocate("a", RUN, 8));
    Outcome.Queued queued =
        (Outcome.Queued)
            World.decided(
                instance.allocate(id("b"), World.tokens(ADA, 6).waiting(Duration.ofHours(1))));
    WaitStatus wait = World.decided(instance.waiting(queued.allocation()));
    assertThat(wait.blockers()).extracting(WaitStatus.Blocker::id).contains(holder);
    assertThat(World.decided(instance.waits(ScopePath.ROOT, 0, 10)))
        .isEqualTo(new WaitPage(List.of(wait), 1));
    assertThat(World.decided(instance.conflicts(new ConflictQuery(true, 0, 10))).total())
        .isEqualTo(1);
    assertThat(World.decided(instance.conflict(queued.conflict(), 10)).waiting())
        .containsExactly(wait);
    World.decided(
        instance.resolve(
            new Command.ResolveConflict(
                id("d"),
                queued.conflict(),
                queued.allocation(),
                new Resolution.Deny(),
                "eve",
                "no")));
    assertThat(instance.waiting(queued.allocation()))
        .isEqualTo(new Reply.Refused<>(new Refusal.NotWaiting(queued.allocation())));
    assertThat(World.decided(instance.decisions(queued.allocation()))).hasSize(1);
  }

  @Test
  @DisplayName("lists everything in pages of any size")
  void lists() {
    List<Command.Allocate> requests =
        IntStream.rangeClosed(1, 1_234)
            .mapToObj(user ->
                new Command.Allocate(
                    id("a" + user), World.tokens(ScopePath.of("/user:u" + user), 1)))
            .toList();
    for (int from = 0; from < requests.size(); from += Command.BATCH_MAX) {
      int to = Math.min(from + Command.BATCH_MAX, requests.size());
      World.decided(
          instance.allocateAll(
              new Command.AllocateBatch(id("b" + from), false, requests.subList(from, to))));
    }
    var all = new AllocationQuery(ScopePath.ROOT, false, 0, 2_000);
    AllocationPage page = World.decided(instance.allocations(all));
    assertThat(page.allocations()).hasSize(1_234).doesNotHaveDuplicates();
    assertThat(World.decided(instance.allocations(new AllocationQuery(ADA, false, 0, 0))))
        .isEqualTo(new AllocationPage(List.of(), 0));
    var part = new AllocationQuery(ScopePath.ROOT, false, 1_000, 7);
    assertThat(World.decided(instance.allocations(part)).allocations())
        .isEqualTo(page.allocations().subList(1_000, 1_007));
    assertThat(World.decided(instance.scopes(ScopeQuery.children(ScopePath.ROOT, 3, 1_100))))
        .satisfies(scopes -> {
          assertThat(scopes.scopes()).hasSize(1_100).doesNotHaveDuplicates();
          assertThat(scopes.total()).isEqualTo(1_234);
        });
  }
}
