package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.QuotaLending;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.LoanId;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolLending;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.report.LoanUse;
import dev.headroom.model.report.UsageQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Quota of a pool of any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class LendingContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath BEN = ScopePath.of("/user:ben");
  private static final PoolId GRID = new PoolId("grid");
  private static final Instant END = World.BEGIN.plus(Duration.ofHours(2));

  @TempDir private Path data;
  private final Where where;
  private World world;
  private QuotaLending lending;

  LendingContractTest(Where where) {
    this.where = where;
  }

  /// Of 100 tokens, each of the two is guaranteed half.
  @BeforeEach
  void open() {
    world = new World(where, data);
    lending = world.instance().lending();
    Pool.Terms terms =
        Pool.Terms.of(100)
            .withSharing(SharingPolicy.QUOTA)
            .withMembers(List.of(new Pool.Member(ADA, 50, 1), new Pool.Member(BEN, 50, 1)));
    World.decided(
        world.apply(
            "p",
            new Change.PutPool(new Pool(GRID, ScopePath.ROOT, ResourceType.TOKENS, terms), 0)));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Command.LendQuota toBen(String id, long amount, Instant until) {
    return new Command.LendQuota(
        new RequestId(id), GRID, ADA, BEN, amount, until, "ada", "is away");
  }

  private static Command.RecallQuota back(String id, LoanId loan) {
    return new Command.RecallQuota(new RequestId(id), GRID, loan, "ada", "is here");
  }

  @Test
  @DisplayName("is lent and called back, once under each request id (A5)")
  void lendsAndRecalls() {
    Command.LendQuota lend = toBen("l", 20, END);
    LoanId loan = World.decided(lending.lend(lend)).loan();
    assertThat(lending.lend(lend)).isEqualTo(new Reply.Decided<>(new Outcome.QuotaLent(loan)));
    assertThat(lending.lend(toBen("l", 21, END)))
        .isEqualTo(new Reply.Refused<>(new Refusal.RequestIdConflict(new RequestId("l"))));
    World.granted(world.allocate("b", BEN, 65));
    PoolLending stands = World.decided(lending.of(GRID));
    assertThat(stands.members())
        .containsExactly(
            new PoolLending.Share(ADA, 50, 20, 0, 0, 30),
            new PoolLending.Share(BEN, 50, 0, 20, 65, 0));
    assertThat(stands.loans()).extracting(LoanStatus::used).containsExactly(15L);
    assertThat(lending.below(BEN)).isEqualTo(new Reply.Decided<>(stands.loans()));
    Reply<Outcome.QuotaRecalled> recalled = lending.recall(back("r", loan));
    assertThat(recalled).isEqualTo(new Reply.Decided<>(new Outcome.QuotaRecalled(15)));
    assertThat(lending.recall(back("r", loan))).isEqualTo(recalled);
    assertThat(lending.recall(back("r2", loan)))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownLoan(loan)));
    assertThat(World.decided(lending.below(ScopePath.ROOT))).isEmpty();
  }

  @Test
  @DisplayName("returns at the end of its time")
  void returns() {
    World.decided(lending.lend(toBen("l", 20, END)));
    world.pass(Duration.ofHours(2));
    world.advance();
    assertThat(World.decided(lending.of(GRID)).loans()).isEmpty();
    assertThat(World.decided(lending.of(GRID)).members())
        .extracting(PoolLending.Share::lendable)
        .containsExactly(50L, 50L);
  }

  @Test
  @DisplayName("is reported with the most that was used of it so far")
  void isReported() {
    World.decided(lending.lend(toBen("l", 20, END)));
    AllocationId held = World.granted(world.allocate("b", BEN, 65));
    World.decided(world.instance().release(new RequestId("e"), held));
    world.pass(Duration.ofMinutes(30));
    UsageQuery query = UsageQuery.of(BEN, World.BEGIN, World.BEGIN.plus(Duration.ofHours(1)));
    List<LoanUse> uses = World.decided(world.instance().usage(query)).loans().latest();
    assertThat(uses).extracting(LoanUse::peak).containsExactly(Optional.of(15L));
    assertThat(uses.getFirst().ended()).isEmpty();
  }

  @Test
  @DisplayName("is not lent where it is used, and that is said")
  void refuses() {
    World.granted(world.allocate("a", ADA, 40));
    assertThat(lending.lend(toBen("l", 11, END)))
        .isEqualTo(new Reply.Refused<>(new Refusal.NotLendable(ADA, 11, 10)));
    assertThat(lending.lend(toBen("n", 1, World.BEGIN))).asString().contains("/until");
    assertThat(lending.of(new PoolId("none")))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownPool(new PoolId("none"))));
  }
}
