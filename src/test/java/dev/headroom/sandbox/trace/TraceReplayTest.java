package dev.headroom.sandbox.trace;

import static dev.headroom.sandbox.trace.Traces.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headroom.model.Config;
import dev.headroom.model.Denial.Reason;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.ResourceType;
import dev.headroom.sandbox.trace.ReplayReport.TypeUse;
import dev.headroom.sandbox.trace.ReplayReport.WaitSeconds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A trace replay")
final class TraceReplayTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final WaitSeconds NO_WAITS = new WaitSeconds(0, 0, 0, 0);

  @TempDir private Path folder;
  private Traces traces;
  private final List<SkippedRow> skipped = new ArrayList<>();

  @BeforeEach
  void inFolder() {
    traces = new Traces(folder);
  }

  private ReplayReport replay(Config config, Duration maxWait, String... lines)
      throws TraceException {
    Path file = traces.file("trace", lines);
    ReplayReport report = TraceReplay.run(file, Replays.options(config, maxWait), skipped::add);
    assertThat(report.granted() + report.partial() + report.deniedInAll() + report.skipped())
        .as("no row is lost")
        .isEqualTo(report.rows());
    return report;
  }

  @Nested
  @DisplayName("of an SWF log")
  class OfSwfLog {
    @Test
    @DisplayName("holds processors and spends run time out of the time that was requested")
    void holdsAndSpends() throws TraceException {
      ReplayReport report =
          replay(Config.EMPTY, Duration.ZERO, job(1, 0, 100, 2, 300), job(2, 40, 100, 3, 200));

      assertThat(report.granted()).isEqualTo(2);
      assertThat(report.types())
          .isEqualTo(
              Map.of(
                  ResourceType.COMPUTE, new TypeUse(0, 5000),
                  ResourceType.TIME, new TypeUse(200_000, 500_000)));
      assertThat(report.expired()).isZero();
      assertThat(report.commands()).as("allocate, use and release, twice").isEqualTo(6);
      assertThat(report.waitSeconds()).isEqualTo(NO_WAITS);
    }

    @Test
    @DisplayName("lets what ends at an instant make room for what starts there")
    void endsBeforeItStarts() throws TraceException {
      ReplayReport report =
          replay(
              Replays.processors(1),
              Duration.ZERO,
              job(1, 0, 10, 20),
              job(2, 10, 10, 10),
              job(3, 20, 10, 10));

      assertThat(report.granted()).isEqualTo(3);
      assertThat(report.types().get(ResourceType.COMPUTE)).isEqualTo(new TypeUse(0, 1000));
    }

    @Test
    @DisplayName("counts all the time of a job that is ended by its lease")
    void countsExpiredJobs() throws TraceException {
      ReplayReport report =
          replay(
              Config.EMPTY, Duration.ZERO, job(1, 0, 60, 60), job(2, 0, 60, -1), job(3, 0, 60, 61));

      assertThat(report.expired()).isEqualTo(2);
      assertThat(report.types().get(ResourceType.TIME)).isEqualTo(new TypeUse(180_000, 181_000));
    }

    @Test
    @DisplayName("records time beyond what was requested, under a lease as long as the run")
    void recordsTimeBeyondRequest() throws TraceException {
      ReplayReport report = replay(Config.EMPTY, Duration.ZERO, job(1, 0, 60, 45));

      assertThat(report.types().get(ResourceType.TIME)).isEqualTo(new TypeUse(60_000, 45_000));
      assertThat(report.expired()).isEqualTo(1);
    }

    @Test
    @DisplayName("lets jobs of no length come and go one after the other at one instant")
    void passesJobsOfNoLength() throws TraceException {
      ReplayReport report =
          replay(
              Replays.processors(1),
              Duration.ZERO,
              job(1, 5, 0, 0),
              job(2, 5, 0, -1),
              job(3, 5, 0, 60));

      assertThat(report.granted()).isEqualTo(3);
      assertThat(report.types().get(ResourceType.TIME)).isEqualTo(new TypeUse(0, 60_000));
      assertThat(report.types().get(ResourceType.COMPUTE)).isEqualTo(new TypeUse(0, 1000));
    }

    @Test
    @DisplayName("lets jobs wait their turn, and run from when they are granted")
    void waits() throws TraceException {
      ReplayReport report =
          replay(
              Replays.processors(1),
              AN_HOUR,
              job(1, 0, 100, 200),
              job(2, 0, 100, 200),
              job(3, 0, 100, 200));

      assertThat(report.granted()).isEqualTo(3);
      assertThat(report.queued()).isEqualTo(2);
      assertThat(report.waitSeconds()).isEqualTo(new WaitSeconds(100, 200, 200, 200));
      assertThat(report.types())
          .isEqualTo(
              Map.of(
                  ResourceType.COMPUTE, new TypeUse(0, 1000),
                  ResourceType.TIME, new TypeUse(300_000, 200_000)));
    }

    @Test
    @DisplayName("has a waiting job granted by an expiry run from that instant")
    void waitsForExpiry() throws TraceException {
      ReplayReport report =
          replay(
              Replays.processors(1),
              AN_HOUR,
              job(1, 0, 100, 100),
              job(2, 0, 50, 50),
              job(3, 150, 1, 1));

      assertThat(report.granted()).isEqualTo(3);
      assertThat(report.queued()).as("job 2 only").isEqualTo(1);
      assertThat(report.waitSeconds().max()).isEqualTo(100);
    }

    @Test
    @DisplayName("denies jobs that have waited for as long as they may")
    void deniesAfterWait() throws TraceException {
      ReplayReport report =
          replay(
              Replays.processors(1),
              Duration.ofSeconds(30),
              job(1, 0, 100, 200),
              job(2, 0, 100, 200),
              job(3, 80, 100, 200));

      assertThat(report.granted()).isEqualTo(2);
      assertThat(report.queued()).isEqualTo(2);
      assertThat(report.denied()).isEqualTo(Map.of(Reason.WAIT_TIMEOUT, 1L));
      assertThat(report.waitSeconds()).isEqualTo(new WaitSeconds(20, 30, 30, 30));
    }

    @Test
    @DisplayName("counts a denied job once, under the gravest of its reasons")
    void countsDenials() throws TraceException {
      ReplayReport report =
          replay(
              Replays.processors(1),
              Duration.ZERO,
              job(1, 0, 100, 200),
              job(2, 0, 100, 200),
              job(3, 0, 100, 2, 200));

      assertThat(report.denied())
          .isEqualTo(Map.of(Reason.CONTENTION, 1L, Reason.EXCEEDS_CAPACITY, 1L));
    }

    @Test
    @DisplayName("reports the rows that it skips and counts them")
    void countsSkipped() throws TraceException {
      ReplayReport report =
          replay(
              Config.EMPTY,
              Duration.ZERO,
              "; UnixStartTime: 1132444805",
              job(1, 0, -1, 60),
              job(2, 0, 60, -1, 60),
              "rubbish",
              job(3, 0, 60, 60));

      assertThat(report.rows()).isEqualTo(4);
      assertThat(report.skipped()).isEqualTo(3);
      assertThat(report.granted()).isEqualTo(1);
      assertThat(skipped).extracting(SkippedRow::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    @DisplayName("has a job that is dated before the one above it happen right after that one")
    void neverGoesBack() throws TraceException {
      ReplayReport report =
          replay(Replays.processors(1), Duration.ZERO, job(1, 100, 50, 60), job(2, 0, 50, 60));

      assertThat(report.granted()).isEqualTo(1);
      assertThat(report.denied()).containsOnlyKeys(Reason.CONTENTION);
    }

    @Test
    @DisplayName("places jobs by group, user and number")
    void placesJobs() throws TraceException {
      ReplayReport group =
          replay(
              Replays.limit("/user:g3", ResourceType.COMPUTE, Limit.Terms.hard(500)),
              Duration.ZERO,
              job(1, 0, 10, 60));
      ReplayReport user =
          replay(
              Replays.limit("/user:g3/swarm:u7", ResourceType.COMPUTE, Limit.Terms.hard(500)),
              Duration.ZERO,
              job(1, 0, 10, 60));
      ReplayReport run =
          replay(
              Replays.limit(
                  "/user:g3/swarm:u7/run:j9", ResourceType.COMPUTE, Limit.Terms.hard(500)),
              Duration.ZERO,
              job(1, 0, 10, 60),
              job(9, 0, 10, 60));

      assertThat(List.of(group, user, run))
          .allSatisfy(
              report -> assertThat(report.denied()).isEqualTo(Map.of(Reason.EXCEEDS_LIMIT, 1L)));
      assertThat(run.granted()).isEqualTo(1);
    }

    @Test
    @DisplayName("counts alerts as they are raised")
    void countsAlerts() throws TraceException {
      ReplayReport report =
          replay(
              Replays.limit("/user:g3", ResourceType.COMPUTE, Limit.Terms.hard(2000)),
              Duration.ZERO,
              job(1, 0, 10, 60),
              job(2, 5, 10, 60));

      assertThat(report.alerts()).as("at 50, 80 and 100 percent").isEqualTo(3);
    }
  }

  @Nested
  @DisplayName("of an LLM trace")
  class OfLlmTrace {
    @Test
    @DisplayName("reserves the tokens and a call of each row, and spends them")
    void reservesAndSpends() throws TraceException {
      ReplayReport report =
          replay(
              Config.EMPTY,
              Duration.ZERO,
              Traces.HEADING,
              "2023-11-16 18:00:00.000,60,40",
              "2023-11-16 18:00:00.999,10,20",
              "2023-11-16 18:00:01.000,0,0");

      assertThat(report.granted()).isEqualTo(3);
      assertThat(report.types())
          .as("40 tokens take 1000 ms, so that the third row finds the first one gone")
          .isEqualTo(
              Map.of(
                  ResourceType.TOKENS, new TypeUse(130, 130),
                  ResourceType.API_CALLS, new TypeUse(3, 2)));
      assertThat(report.commands()).as("4, 4, and 3 without tokens").isEqualTo(11);
    }

    @Test
    @DisplayName("grants what waits for replenishment as soon as there is enough")
    void waitsForReplenishment() throws TraceException {
      Config config =
          Replays.pool(
              ResourceType.TOKENS, Pool.Terms.of(100).replenished(10, Duration.ofSeconds(1)));

      ReplayReport report =
          replay(config, AN_HOUR, "2023-11-16 18:00:00,60,40", "2023-11-16 18:00:02,40,15");

      assertThat(report.granted()).isEqualTo(2);
      assertThat(report.waitSeconds().max())
          .as("its first has spent all 100 after 1 s; 55 are there again 5.5 s later")
          .isEqualTo(4.5);
    }

    @Test
    @DisplayName("grants what began to wait while all stock was reserved")
    void waitsBehindReservation() throws TraceException {
      Config config =
          Replays.pool(
              ResourceType.TOKENS, Pool.Terms.of(100).replenished(10, Duration.ofSeconds(1)));

      ReplayReport report =
          replay(config, AN_HOUR, "2023-11-16 18:00:00,60,40", "2023-11-16 18:00:00,40,15");

      assertThat(report.granted()).isEqualTo(2);
      assertThat(report.waitSeconds().max())
          .as("1 s until the first has spent its 100, then 5.5 s until there are 55 again")
          .isEqualTo(6.5);
    }

    @Test
    @DisplayName("grants what waits for a window as soon as it begins")
    void waitsForWindow() throws TraceException {
      Config config =
          Replays.limit("/", ResourceType.TOKENS, Limit.Terms.hard(100).per(Period.of("PT1M")));

      ReplayReport report =
          replay(config, AN_HOUR, "2023-11-16 18:00:20,60,40", "2023-11-16 18:00:30,40,15");

      assertThat(report.granted()).isEqualTo(2);
      assertThat(report.waitSeconds().max()).isEqualTo(30);
    }

    @Test
    @DisplayName("has the same users for the same seed and others for another")
    void followsItsSeed() throws TraceException {
      Path file =
          traces.file(
              "trace.csv",
              "2023-11-16 18:00:00,60,40",
              "2023-11-16 18:00:01,60,40",
              "2023-11-16 18:00:02,60,40");

      List<String> hashes = new ArrayList<>();
      for (long seed : List.of(1L, 1L, 2L)) {
        var options =
            new ReplayOptions(Optional.empty(), Config.EMPTY, seed, Duration.ZERO, 100, false);
        hashes.add(TraceReplay.run(file, options, skipped::add).stateHash());
      }

      assertThat(hashes.get(1)).isEqualTo(hashes.get(0));
      assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
    }

    @Test
    @DisplayName("comes to the same after a warm-up, and reports no row twice")
    void isUnmovedByWarmUp() throws TraceException {
      Path file = traces.file("trace.csv", Traces.HEADING, "2023-11-16 18:00:00,60,40", "rubbish");
      var cold = new ReplayOptions(Optional.empty(), Config.EMPTY, 1, Duration.ZERO, 100, false);
      var warm = new ReplayOptions(Optional.empty(), Config.EMPTY, 1, Duration.ZERO, 100, true);

      ReplayReport first = TraceReplay.run(file, cold, _ -> {});
      ReplayReport second = TraceReplay.run(file, warm, skipped::add);

      assertThat(second.stateHash()).isEqualTo(first.stateHash());
      assertThat(second.commands()).isEqualTo(first.commands());
      assertThat(skipped).hasSize(1);
    }
  }

  @Test
  @DisplayName("says when the configuration is refused")
  void saysWhenConfigIsRefused() {
    Path file = traces.file("trace", job(1, 0, 10, 20));
    Config once = Replays.pool(ResourceType.COMPUTE, Pool.Terms.of(1));
    Pool pool = once.pools().getFirst();
    Pool another =
        new Pool(
            new dev.headroom.model.PoolId("another"), pool.path(), pool.type(), Pool.Terms.of(1));
    Config twice = new Config(once.settings(), List.of(), List.of(pool, another));
    var options = Replays.options(twice, Duration.ZERO);

    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(() -> TraceReplay.run(file, options, _ -> {}))
        .withMessageStartingWith("the configuration was refused: ")
        .satisfies(
            refused -> assertThat(refused.kind()).isEqualTo(TraceException.Kind.CONFIG_REFUSED));
  }
}
