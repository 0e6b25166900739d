package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.Prospect;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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

@DisplayName("A forecast of any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class ForecastContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  ForecastContractTest(Where where) {
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

  private void minutes(int count, long tokens) {
    var allocation = World.granted(world.allocate("all", ADA, count * tokens));
    for (int minute = 0; minute < count; minute++) {
      var record =
          new UsageRecord(
              allocation, ResourceType.TOKENS, tokens, Optional.of(Money.ZERO), "m", Map.of());
      World.decided(instance.recordUsage(new RequestId("u" + minute), record));
      world.pass(Duration.ofMinutes(1));
    }
  }

  @Test
  @DisplayName("says what will be used and when a limit runs out, and a report up to now says so")
  void saysWhen() {
    world.limit(ADA, Limit.Terms.hard(1000).per(Period.of("PT1H")));
    minutes(20, 30);

    UsageForecast forecast = World.decided(instance.forecast(ADA));
    ConstraintForecast limit = forecast.constraints().getFirst();
    assertThat(limit.prospect()).isEqualTo(Prospect.EXPECTED);
    Instant now = World.BEGIN.plus(Duration.ofMinutes(20));
    assertThat(limit.exhaustion().expected().orElseThrow())
        .isBetween(now.plusSeconds(790), now.plusSeconds(810));
    assertThat(forecast.demands().getFirst().ahead().getFirst().expected()).isEqualTo(30);

    UsageReport upToNow =
        World.decided(instance.usage(UsageQuery.of(ADA, World.BEGIN, now.plusSeconds(1))));
    assertThat(upToNow.forecast().map(UsageForecast::constraints)).contains(forecast.constraints());
    UsageReport before =
        World.decided(
            instance.usage(UsageQuery.of(ADA, World.BEGIN, now.minus(Duration.ofMinutes(5)))));
    assertThat(before.forecast()).isEmpty();
  }

  @Test
  @DisplayName("of a scope of which nothing is known says nothing")
  void saysNothing() {
    UsageForecast forecast = World.decided(instance.forecast(ScopePath.of("/user:bob")));
    assertThat(forecast.demands()).isEmpty();
    assertThat(forecast.constraints()).isEmpty();
  }
}
