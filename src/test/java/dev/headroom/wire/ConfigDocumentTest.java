package dev.headroom.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Config;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A config document")
final class ConfigDocumentTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  /// Everything that can be said, as the project's documentation shows it.
  static final String EXAMPLE =
      """
      settings: {timeZone: UTC, agingInterval: PT1M, starvationInterval: PT5M}
      limits:
        - {path: /user:ada, type: TOKENS, amount: 10000, period: P1D, rollover: false,
           enforcement: {mode: SOFT, grace: PT5M, overage: CHARGED, multiplier: 1.5, cap: 2000}, \
      thresholds: [50, 80, 100], onConflict: QUEUING}
      pools:
        - {id: grid, path: /, type: COMPUTE, capacity: 24515000, \
      replenish: {amount: 1000, every: PT1M}, costPerUnit: 0.0001,
           sharing: FAIR, members: [{path: /user:g1, quota: 100000, weight: 2}], borrowing: 0, \
      onConflict: PRIORITY}
      """;

  private static final Config EXAMPLE_MEANS =
      new Config(
          Settings.DEFAULT,
          List.of(
              new Limit(
                  ADA,
                  ResourceType.TOKENS,
                  new Limit.Terms(
                      10_000,
                      Optional.of(Period.of("P1D")),
                      false,
                      new Enforcement.Soft(
                          Duration.ofMinutes(5), new Overage.Charged(1500, Optional.of(2000L))),
                      Thresholds.DEFAULT,
                      Optional.of(ConflictStrategy.QUEUING)))),
          List.of(
              new Pool(
                  new PoolId("grid"),
                  ScopePath.ROOT,
                  ResourceType.COMPUTE,
                  new Pool.Terms(
                      24_515_000,
                      Optional.of(new Pool.Replenishment(1000, Duration.ofMinutes(1))),
                      Price.flat(Money.of(new BigDecimal("0.0001"))),
                      SharingPolicy.FAIR,
                      List.of(new Pool.Member(ScopePath.of("/user:g1"), 100_000, 2)),
                      0,
                      Thresholds.DEFAULT,
                      Optional.of(ConflictStrategy.PRIORITY)))));

  @Test
  @DisplayName("says everything that the documentation shows")
  void example() {
    assertThat(read(EXAMPLE)).isEqualTo(EXAMPLE_MEANS);
  }

  @Test
  @DisplayName("needs a path, type and amount of a limit; the rest is as by default")
  void limitDefaults() {
    assertThat(read("limits: [{path: /user:ada, type: TOKENS, amount: 10}]").limits())
        .containsExactly(new Limit(ADA, ResourceType.TOKENS, Limit.Terms.hard(10)));
  }

  @Test
  @DisplayName("needs an id, path, type and capacity of a pool; the rest is as by default")
  void poolDefaults() {
    assertThat(read("pools: [{id: a, path: /, type: MEMORY, capacity: 8}]").pools())
        .containsExactly(
            new Pool(new PoolId("a"), ScopePath.ROOT, ResourceType.MEMORY, Pool.Terms.of(8)));
  }

  @Test
  @DisplayName("takes a soft limit without more as one without grace that refuses overage")
  void softDefaults() {
    String soft = "limits: [{path: /, type: TIME, amount: 1, enforcement: {mode: SOFT}}]";
    assertThat(read(soft).limits().getFirst().terms().enforcement())
        .isEqualTo(new Enforcement.Soft(Duration.ZERO, new Overage.Refused()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "limits: []",
        "limits: []\npools: []\n",
        "settings: {}",
        "---\nlimits: []\n...\n",
        "\uFEFFlimits: []\r\npools: []\r\n",
        "{\n\t\"limits\": []\n}"
      })
  @DisplayName("may say nothing")
  void nothing(String document) {
    assertThat(read(document)).isEqualTo(Config.EMPTY);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      textBlock =
          """
          UTC,           Z
          Z,             Z
          GMT,           Z
          +02:00,        +02:00
          Europe/Berlin, Europe/Berlin
          Etc/GMT+5,     -05:00
          """)
  @DisplayName("names the time zone in any way that Java knows")
  void timeZones(String written, String zone) {
    assertThat(read("settings: {timeZone: \"" + written + "\"}").settings().timeZone())
        .isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest(name = "{0} credits are {1} millionths")
  @CsvSource(
      textBlock =
          """
          0,              0
          1,              1000000
          0.0001,         100
          0.000001,       1
          0.1000000,      100000
          9223372036854,  9223372036854000000
          """)
  @DisplayName("S5: gives costs exactly")
  void costs(String written, long micros) {
    String pool =
        "pools: [{id: a, path: /, type: TIME, capacity: 1, costPerUnit: " + written + "}]";
    assertThat(read(pool).pools().getFirst().terms().costPerUnit())
        .isEqualTo(Price.flat(new Money(micros)));
  }

  @ParameterizedTest(name = "{0} is {1} thousandths")
  @CsvSource({"1, 1000", "1.0, 1000", "1.5, 1500", "1.001, 1001", "1000, 1000000"})
  @DisplayName("gives multipliers to the third decimal")
  void multipliers(String written, long thousandths) {
    String limit =
        "limits: [{path: /, type: TIME, amount: 1, enforcement: {mode: SOFT, overage: CHARGED,"
            + " multiplier: "
            + written
            + "}}]";
    assertThat(read(limit).limits().getFirst().terms().enforcement())
        .isEqualTo(
            new Enforcement.Soft(
                Duration.ZERO, new Overage.Charged(thousandths, Optional.empty())));
  }

  @Test
  @DisplayName("is written sorted, one limit or pool per line, without what is as by default")
  void written() {
    Config config =
        read(
            """
            pools: [{id: z, path: /, type: TIME, capacity: 1}, {id: "on", path: /, type: TOKENS,
              capacity: 2, thresholds: []}]
            settings: {timeZone: Asia/Tokyo}
            limits:
              - {path: /user:b, type: TOKENS, amount: 1, period: P1W, rollover: true}
              - {path: /user:b, type: TOKENS, amount: 1, period: PT5M, rollover: false}
              - {path: /user:a, type: TOKENS, amount: 1}
            """);
    assertThat(ConfigDocument.yaml(config))
        .isEqualTo(
            """
            settings: {timeZone: Asia/Tokyo, agingInterval: PT1M, starvationInterval: PT5M}
            limits:
              - {path: /user:a, type: TOKENS, amount: 1}
              - {path: /user:b, type: TOKENS, amount: 1, period: PT5M}
              - {path: /user:b, type: TOKENS, amount: 1, period: P1W, rollover: true}
            pools:
              - {id: "on", path: /, type: TOKENS, capacity: 2, thresholds: []}
              - {id: z, path: /, type: TIME, capacity: 1}
            """);
    assertThat(ConfigDocument.json(config))
        .startsWith(
            """
            {
              "settings": {"timeZone": "Asia/Tokyo", "agingInterval": "PT1M", \
            "starvationInterval": "PT5M"},
              "limits": [
                {"path": "/user:a", "type": "TOKENS", "amount": 1},
            """);
  }

  @Test
  @DisplayName("without anything in it is still a document, and names UTC as people do")
  void emptyWritten() {
    Config config =
        new Config(
            new Settings(ZoneOffset.UTC, Duration.ofSeconds(1), Duration.ofDays(1)),
            List.of(),
            List.of());
    assertThat(ConfigDocument.yaml(config))
        .isEqualTo(
            """
            settings: {timeZone: UTC, agingInterval: PT1S, starvationInterval: PT24H}
            limits: []
            pools: []
            """);
    assertThat(read(ConfigDocument.yaml(config))).isEqualTo(config);
    assertThat(read(ConfigDocument.json(config))).isEqualTo(config);
  }

  @Test
  @DisplayName("names the delay of alerts where there is one (T2)")
  void alertDelay() {
    Settings settings =
        new Settings(
            ZoneOffset.UTC, Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofSeconds(30));
    Config config = new Config(settings, List.of(), List.of());
    assertThat(ConfigDocument.yaml(config)).contains(", alertDelay: PT30S}");
    assertThat(read(ConfigDocument.yaml(config))).isEqualTo(config);
    assertThat(read("settings: {alertDelay: PT0S}")).isEqualTo(Config.EMPTY);
  }

  @Test
  @DisplayName("holds twenty thousand limits")
  void large() {
    List<Limit> limits =
        IntStream.range(0, 20_000)
            .mapToObj(user ->
                new Limit(
                    ScopePath.of("/user:u" + user), ResourceType.TOKENS, Limit.Terms.hard(user)))
            .toList();
    Config config = new Config(Settings.DEFAULT, limits, List.of());
    assertThat(read(ConfigDocument.yaml(config)).equals(config)).isTrue();
  }

  private static Config read(String document) {
    return switch (ConfigDocument.read(document.getBytes(StandardCharsets.UTF_8))) {
      case ConfigReading.Accepted(var config) -> config;
      case ConfigReading.Refused(var problems) ->
          throw new AssertionError(problems + " in " + document);
    };
  }
}
