package dev.headroom.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Denial.Reason;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.WorkloadSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A scenario")
final class ScenarioTest {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  static Stream<String> names() {
    return Scenarios.all().stream().map(WorkloadSource::name);
  }

  private static Sandbox sandbox(String name, long seed, int scopes) {
    return new Sandbox(Scenarios.all(), name, seed, scopes, () -> 0);
  }

  /// What a stretch of a scenario consists of.
  private static final class Story {
    private int alerts;
    private int waits;
    private final List<Reason> denials = new ArrayList<>();
    private int grants;
    private final Set<ResourceType> types = EnumSet.noneOf(ResourceType.class);

    private void hear(Event event) {
      switch (event.body()) {
        case Event.Granted granted -> {
          grants++;
          granted.lines().stream().map(GrantedLine::type).forEach(types::add);
        }
        case Event.AlertRaised _ -> alerts++;
        case Event.Queued _ -> waits++;
        case Event.Denied denied -> denied.denials().forEach(one -> denials.add(one.reason()));
        default -> {}
      }
    }
  }

  private static Story listenTo(Sandbox sandbox) {
    var story = new Story();
    sandbox.node().observe(story::hear);
    return story;
  }

  @Test
  @DisplayName("has its place in the list, by name")
  void isListed() {
    assertThat(names())
        .containsExactly(
            "calm-day",
            "budget-review",
            "launch-rush",
            "runaway-run",
            "noisy-neighbour",
            "equal-share",
            "guaranteed-quota",
            "fair-share",
            "priority-storm",
            "spot-market",
            "short-rations",
            "borrowed-cores",
            "elastic-training",
            "deadly-embrace",
            "election-night",
            "grant-round",
            "crash-recovery");
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("is the same for the same seed, and another for another")
  void isRepeatable(String name) {
    List<String> hashes = new ArrayList<>();
    for (long seed : List.of(11L, 11L, 12L)) {
      try (Sandbox sandbox = sandbox(name, seed, 80)) {
        sandbox.runFor(HALF_A_MINUTE);
        hashes.add(sandbox.node().stateHash());
      }
    }

    assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
    assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("takes the same course in whatever portions it is played")
  void isIndependentOfPortions(String name) {
    try (Sandbox atOnce = sandbox(name, 11, 80);
        Sandbox inPortions = sandbox(name, 11, 80)) {
      atOnce.runFor(HALF_A_MINUTE);
      for (int portion = 0; portion < 240; portion++) {
        inPortions.runFor(Duration.ofMillis(125));
      }

      assertThat(inPortions.node().stateHash()).isEqualTo(atOnce.node().stateHash());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("has something to show within half a minute, and goes on having it")
  void isInteresting(String name) {
    try (Sandbox sandbox = sandbox(name, 1, 0)) {
      Story first = listenTo(sandbox);
      sandbox.runFor(HALF_A_MINUTE);
      assertThat(first.alerts).as("alerts").isGreaterThan(5);
      assertThat(first.denials.size() + first.waits).as("denials and waits").isGreaterThan(5);
      assertThat(first.types).as("types in use").containsExactlyElementsOf(ResourceType.ALL);

      sandbox.runFor(Duration.ofMinutes(4));
      Story later = listenTo(sandbox);
      sandbox.runFor(Duration.ofMinutes(2));
      assertThat(later.alerts).as("alerts later").isGreaterThan(10);
      assertThat(later.denials.size() + later.waits)
          .as("denials and waits later")
          .isGreaterThan(10);
      assertThat(later.grants).as("most are fine").isGreaterThan(2 * later.denials.size());
      assertThat(sandbox.state().refusals()).as("mistakes").isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("asks for nothing that it could never get, runaways aside")
  void isWellSized(String name) {
    try (Sandbox sandbox = sandbox(name, 3, 0)) {
      Story story = listenTo(sandbox);
      sandbox.runFor(Duration.ofMinutes(2));

      if (!name.equals("runaway-run")) {
        assertThat(story.denials).doesNotContain(Reason.EXCEEDS_LIMIT, Reason.EXCEEDS_CAPACITY);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fair-share", "equal-share", "guaranteed-quota"})
  @DisplayName("that shares the cluster spares the neighbours most of their waits (P4)")
  void sharesTheCluster(String name) {
    long noisy = neighboursWait("noisy-neighbour");

    assertThat(noisy).isPositive();
    assertThat(neighboursWait(name)).isLessThan(noisy / 4);
  }

  /// How long in all, in milliseconds, everyone waited in five minutes but the render farm and the
  /// nightly jobs, of which some are larger than any fair part of the cluster.
  private static long neighboursWait(String name) {
    var waited = new AtomicLong();
    try (Sandbox sandbox = sandbox(name, 5, 0)) {
      sandbox
          .node()
          .observe(event -> {
            String path = event.body().path().text();
            boolean large =
                path.startsWith("/user:render-farm") || path.startsWith("/user:nightly-jobs");
            switch (event.body()) {
              case Event.Granted granted when !large -> waited.addAndGet(granted.waitedMillis());
              case Event.Denied denied when !large -> waited.addAndGet(denied.waitedMillis());
              default -> {}
            }
          });
      sandbox.runFor(Duration.ofMinutes(5));
    }
    return waited.get();
  }

  @ParameterizedTest
  @MethodSource("names")
  @DisplayName("is as large as asked for after a second, with as many commands a second")
  void scales(String name) {
    try (Sandbox sandbox = sandbox(name, 1, 2500)) {
      sandbox.runFor(Duration.ofSeconds(2));
      int scopes = sandbox.node().inspect((engine, _) -> engine.scopeCount());
      assertThat(scopes).isCloseTo(2500, Percentage.withPercentage(5));

      long before = sandbox.state().commands();
      Story story = listenTo(sandbox);
      sandbox.runFor(Duration.ofSeconds(10));
      long perSecond = (sandbox.state().commands() - before) / 10;
      assertThat(perSecond).isCloseTo(2500, Percentage.withPercentage(40));
      assertThat(story.alerts).isPositive();
    }
  }
}
