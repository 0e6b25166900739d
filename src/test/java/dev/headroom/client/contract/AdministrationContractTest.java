package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.client.Cancellation;
import dev.headroom.client.CheckpointPage;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Distribution;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.ShelfLife;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An administrator of any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class AdministrationContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath BEN = ScopePath.of("/user:ben");
  private static final ScopePath RUN = ScopePath.of("/user:ada/run:r1");

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  AdministrationContractTest(Where where) {
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

  private static RequestId id(String id) {
    return new RequestId(id);
  }

  private static Change limitTo(long amount, long basedOn) {
    Limit limit = new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(amount));
    return new Change.PutLimits(ADA, List.of(limit), basedOn);
  }

  @Test
  @DisplayName("changes limits, pools and settings, based on what holds (L9)")
  void configures() {
    Pool pool =
        new Pool(new PoolId("grid"), ScopePath.ROOT, ResourceType.COMPUTE, Pool.Terms.of(100));
    Settings settings =
        new Settings(
            ZoneId.of("Europe/Berlin"),
            Duration.ofMinutes(2),
            Duration.ofMinutes(7),
            Duration.ofSeconds(1));
    World.decided(world.apply("l", limitTo(10, 0)));
    World.decided(world.apply("p", new Change.PutPool(pool, 0)));
    Reply<Outcome.ConfigChanged> last = world.apply("s", new Change.PutSettings(settings, 0));
    assertThat(last).isEqualTo(new Reply.Decided<>(new Outcome.ConfigChanged(3)));
    assertThat(world.apply("s", new Change.PutSettings(settings, 0))).isEqualTo(last);

    VersionedConfig config = World.decided(instance.config());
    assertThat(config.config().settings()).isEqualTo(settings);
    assertThat(config.config().pools()).containsExactly(pool);
    assertThat(config.version()).isEqualTo(3);
    assertThat(config.settingsVersion()).isEqualTo(3);
    assertThat(instance.info().timeZone()).isEqualTo(settings.timeZone());
    PoolStatus status = World.decided(instance.pool(pool.id()));
    assertThat(World.decided(instance.pools())).containsExactly(status);
    assertThat(world.apply("late", limitTo(9, 0)))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.StaleVersion.class));
    assertThat(instance.pool(new PoolId("none")))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownPool(new PoolId("none"))));
  }

  @Test
  @DisplayName("gives a pool prices with steps and quotas that are lent, and is told both (S5, P4)")
  void pricesAndLends() {
    Price price =
        new Price(new Money(1_000_000), List.of(new Price.Step(50, new Money(2_000_000))));
    QuotaLoan loan = new QuotaLoan(BEN, 20, Instant.parse("2199-01-01T00:00:00Z"));
    List<Pool.Member> members =
        List.of(new Pool.Member(ADA, 60, 1).lending(List.of(loan)), new Pool.Member(BEN, 40, 1));
    Pool.Terms terms =
        Pool.Terms.of(100)
            .withCostPerUnit(price)
            .withSharing(SharingPolicy.QUOTA)
            .withMembers(members);
    Pool pool = new Pool(new PoolId("tokens"), ScopePath.ROOT, ResourceType.TOKENS, terms);
    World.decided(world.apply("p", new Change.PutPool(pool, 0)));
    assertThat(World.decided(instance.config()).config().pools()).containsExactly(pool);
    assertThat(World.decided(instance.pool(pool.id())).price()).isEqualTo(price.base());

    AllocationId allocation =
        ((Outcome.Granted) World.decided(world.allocate("a", RUN, 60))).allocation();
    Outcome.Used used =
        World.decided(
            instance.recordUsage(id("u"), UsageRecord.of(allocation, ResourceType.TOKENS, 60)));
    assertThat(used.cost()).isEqualTo(new Money(70_000_000));
    PoolStatus status = World.decided(instance.pool(pool.id()));
    assertThat(status.price()).isEqualTo(new Money(2_000_000));

    QuotaLoan tooMuch = new QuotaLoan(BEN, 61, loan.until());
    Pool greedy =
        pool.with(
            terms.withMembers(
                List.of(members.getFirst().lending(List.of(tooMuch)), members.getLast())));
    assertThat(world.apply("q", new Change.PutPool(greedy, status.version())))
        .isInstanceOfSatisfying(
            Reply.Refused.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Invalid.class));
  }

  @Test
  @DisplayName("adds stock, and divides a budget by what was achieved")
  void divides() {
    Pool pool =
        new Pool(new PoolId("seats"), ScopePath.ROOT, ResourceType.TOKENS, Pool.Terms.of(10));
    World.decided(world.apply("p", new Change.PutPool(pool, 0)));
    var topUp = new Command.TopUp(id("t"), pool.id(), 5, "op", "more");
    assertThat(instance.topUp(topUp)).isEqualTo(instance.topUp(topUp));
    world.allocate("a", RUN, 1);
    assertThat(instance.reportScore(id("s"), RUN, 7))
        .isEqualTo(new Reply.Decided<>(new Outcome.ScoreReported(7)));
    var wanted =
        new Distribution(
            ADA,
            ResourceType.TOKENS,
            Optional.empty(),
            Optional.of(100L),
            Distribution.Policy.EQUAL,
            50,
            1);
    assertThat(World.decided(instance.propose(wanted)).shares())
        .extracting(Distribution.Share::path, Distribution.Share::amount)
        .containsExactly(tuple(RUN, 100L));
  }

  @Test
  @DisplayName("knows, shelves and brings back alerts (T2)")
  void alerts() {
    Limit limit = world.limit(ADA, Limit.Terms.hard(100));
    world.allocate("a", ADA, 60);
    AlertRef alert = new AlertRef(limit.ref(), 50);
    var what = new Command.Shelvable.Subtree(ScopePath.ROOT);
    assertThat(World.decided(instance.alerts().standing(ScopePath.ROOT, 10)).alerts())
        .extracting(Alert::ref)
        .containsExactly(alert);
    assertThat(instance.alerts().shelvable(ADA))
        .isEqualTo(new Reply.Decided<>(new ScopeStatus.AlertCounts(1, 0, 0)));
    assertThat(
            instance.alerts().acknowledge(new Command.AcknowledgeAlert(id("k"), alert, "eve", "")))
        .isEqualTo(new Reply.Decided<>(new Outcome.AlertAcknowledged()));
    assertThat(
            instance
                .alerts()
                .shelve(
                    new Command.ShelveAlerts(id("s"), what, ShelfLife.ONE_HOUR, "eve", "noise")))
        .isEqualTo(new Reply.Decided<>(new Outcome.AlertsShelved(1)));
    assertThat(instance.alerts().overview(ADA, Set.of(AlertState.SHELVED)))
        .asString()
        .contains("state=SHELVED");
    assertThat(World.decided(instance.alerts().overview(ADA, Set.of())).alerts()).isEmpty();
    assertThat(instance.alerts().unshelve(new Command.UnshelveAlerts(id("u"), what, "eve", "back")))
        .isEqualTo(new Reply.Decided<>(new Outcome.AlertsUnshelved(1)));
    AlertRef none = new AlertRef(limit.ref(), 80);
    assertThat(
            instance.alerts().acknowledge(new Command.AcknowledgeAlert(id("n"), none, "eve", "")))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownAlert(none)));
  }

  @Test
  @DisplayName("keeps a run's state, restores it, and gives it up")
  void keeps() {
    CheckpointId first = new CheckpointId(1);
    var restore =
        new Command.RestoreCheckpoint(id("r"), first, AllocationRequest.LEASE_DEFAULT, false);
    World.decided(world.allocate("a", RUN, 7));
    assertThat(World.decided(instance.checkpoints().take(id("k"), RUN)))
        .isEqualTo(new Outcome.CheckpointTaken(first, 1));
    Checkpoint kept = World.decided(instance.checkpoints().of(first));
    assertThat(kept.at()).isEqualTo(World.BEGIN);
    assertThat(World.decided(instance.checkpoints().below(ScopePath.ROOT, 0, 10)))
        .isEqualTo(new CheckpointPage(List.of(kept), 1));
    assertThat(World.decided(instance.checkpoints().below(ScopePath.ROOT, 1, 10)))
        .isEqualTo(new CheckpointPage(List.of(), 1));
    World.decided(instance.closeScope(id("close"), RUN));
    assertThat(World.decided(instance.checkpoints().restore(restore)))
        .isInstanceOf(Outcome.Restored.class);
    assertThat(instance.scope(RUN)).asString().contains("reserved=7");
    assertThat(World.decided(instance.checkpoints().forget(id("f"), first)))
        .isEqualTo(new Outcome.CheckpointForgotten());
    Refusal gone = new Refusal.UnknownCheckpoint(first);
    assertThat(instance.checkpoints().of(first)).isEqualTo(new Reply.Refused<>(gone));
    assertThat(instance.checkpoints().take(id("n"), ScopePath.of("/user:bob")))
        .isInstanceOf(Reply.Refused.class);
    assertThat(gone.sentence()).contains("no checkpoint k1");
  }

  @Test
  @DisplayName("learns what a change would do, and nothing has happened")
  void asksWhatIf() {
    String before = world.state();
    assertThat(World.decided(instance.whatIf(List.of(limitTo(0, 0)), new Cancellation())))
        .satisfies(whatIf ->
            assertThat(whatIf.levels().first())
                .containsExactly(
                    new WhatIf.LevelChange(
                        ADA, ResourceType.TOKENS, UseLevel.UNBOUNDED, UseLevel.EXHAUSTED)));
    assertThat(instance.whatIf(List.of(limitTo(0, 3)), new Cancellation()))
        .isInstanceOf(Reply.Refused.class);
    assertThat(world.state()).isEqualTo(before);
    assertThat(instance.scope(ADA)).isEqualTo(new Reply.Refused<>(new Refusal.UnknownScope(ADA)));
  }

  @Test
  @DisplayName("cancels what if, or is interrupted in it, hears nothing, and can ask again")
  void cancelsWhatIf() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThat(instance.whatIf(List.of(limitTo(0, 0)), cancellation))
        .isInstanceOf(Reply.Silence.class);
    Thread.currentThread().interrupt();
    assertThat(instance.whatIf(List.of(limitTo(0, 0)), new Cancellation()))
        .isInstanceOf(Reply.Silence.class);
    assertThat(Thread.interrupted()).isTrue();
    for (int again = 0; again < 4; again++) {
      assertThat(instance.whatIf(List.of(limitTo(0, 0)), new Cancellation()))
          .isInstanceOf(Reply.Decided.class);
    }
  }

  @Test
  @DisplayName("learns what a change would have done to a span that is over, and nothing happens")
  void replays() {
    world.limit(ADA, Limit.Terms.hard(10));
    world.pass(Duration.ofSeconds(1));
    Instant from = instance.info().now();
    world.pass(Duration.ofSeconds(1));
    World.decided(world.allocate("a", ADA, 8));
    World.decided(world.allocate("b", ADA, 8));
    world.pass(Duration.ofSeconds(1));
    String before = world.state();
    ReplayQuery query = new ReplayQuery(from, from.plusSeconds(60), List.of(limitTo(20, 1)));
    Hindsight hindsight = World.decided(instance.replay(query, new Cancellation(), _ -> {}));
    assertThat(hindsight.commands()).isEqualTo(2);
    assertThat(hindsight.all().before().denied()).isEqualTo(1);
    assertThat(hindsight.all().after().denied()).isZero();
    assertThat(hindsight.scopes().first()).extracting(Hindsight.Fate::path).containsExactly(ADA);
    assertThat(hindsight.unknown()).isEqualTo(new Hindsight.Unknown(1, 0, 0, 0, 0, 0));
    assertThat(world.state()).isEqualTo(before);
    ReplayQuery future = new ReplayQuery(from.plusSeconds(60), from.plusSeconds(90), List.of());
    assertThat(instance.replay(future, new Cancellation(), _ -> {}))
        .isInstanceOf(Reply.Refused.class);
  }
}
