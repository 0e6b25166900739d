package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.report.AllowanceUse;
import dev.headroom.model.report.ChildUsage;
import dev.headroom.model.report.Costs;
import dev.headroom.model.report.TypeUsage;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A report of any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class ReportContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath BOB = ScopePath.of("/user:bob");

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  ReportContractTest(Where where) {
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

  private AllocationId granted(String id, ScopePath path, long amount) {
    return World.decided(world.allocate(id, path, amount)) instanceof Outcome.Granted granted
        ? granted.allocation()
        : new AllocationId(Long.MAX_VALUE);
  }

  private void use(String id, AllocationId allocation, long tokens, String category, String cost) {
    Money price = Money.of(new BigDecimal(cost));
    var record =
        new UsageRecord(
            allocation, ResourceType.TOKENS, tokens, Optional.of(price), category, Map.of());
    World.decided(instance.recordUsage(new RequestId(id), record));
  }

  private UsageReport report(ScopePath path) {
    UsageQuery query =
        UsageQuery.of(
            path, World.BEGIN.minus(Duration.ofHours(1)), World.BEGIN.plus(Duration.ofHours(1)));
    return World.decided(instance.usage(query));
  }

  @Test
  @DisplayName("says what was used, what it cost by category, what was denied, and of whom")
  void sums() {
    world.limit(ADA, Limit.Terms.hard(1000).per(Period.of("PT1H")));
    AllocationId one = granted("r1", ADA.child(ScopeKind.RUN, "r1"), 400);
    use("u1", one, 100, "large", "0.300001");
    use("u2", one, 50, "small", "0.1");
    AllocationId other = granted("r2", BOB, 200);
    use("u3", other, 200, "large", "0.6");
    World.decided(instance.release(new RequestId("e1"), one));
    World.decided(world.allocate("r3", ADA, 5000));
    world.pass(Duration.ofMinutes(30));

    UsageReport all = report(ScopePath.ROOT);
    TypeUsage tokens = all.types().getFirst();
    assertThat(tokens.total()).isEqualByComparingTo("350");
    assertThat(tokens.wasted()).isEqualByComparingTo("250");
    assertThat(tokens.efficiency().orElseThrow()).isEqualByComparingTo("58.333333");
    assertThat(tokens.average()).isEqualByComparingTo("233.333333");
    assertThat(tokens.peak()).isEqualTo(350);
    assertThat(tokens.peakAt()).contains(World.BEGIN);
    assertThat(all.costs().total()).hasToString("1.000001");
    assertThat(all.costs().categories())
        .extracting(Costs.OfCategory::category, each -> each.percent().toPlainString())
        .containsExactly(tuple("large", "90.00001"), tuple("small", "9.99999"));
    assertThat(all.requests().granted()).isEqualTo(2);
    assertThat(all.requests().denied()).isEqualTo(1);
    assertThat(all.children()).extracting(ChildUsage::path).containsExactly(BOB, ADA);

    UsageReport ada = report(ADA);
    assertThat(ada.types().getFirst().total()).isEqualByComparingTo("150");
    assertThat(ada.costs().total()).hasToString("0.400001");
    AllowanceUse limit = ada.allowances().getFirst();
    assertThat(limit.used()).isEqualByComparingTo("150");
    assertThat(limit.allowed()).isEqualByComparingTo("1000");
    assertThat(limit.utilisation().orElseThrow()).isEqualByComparingTo("15");
  }

  @Test
  @DisplayName("is empty of scopes where nothing happened, and refused where it would never end")
  void isEmpty() {
    UsageReport report = report(BOB);
    assertThat(report.types()).isEmpty();
    assertThat(report.costs().total()).isEqualTo(Money.ZERO);
    assertThat(report.efficiency()).isEmpty();
    Reply<UsageReport> again =
        instance.usage(UsageQuery.of(BOB, World.BEGIN, World.BEGIN.plusSeconds(1)));
    assertThat(again).isInstanceOf(Reply.Decided.class);
  }
}
