package dev.headroom.sandbox.trace;

import static dev.headroom.sandbox.trace.Traces.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.model.Config;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Denial.Reason;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import dev.headroom.sandbox.trace.ReplayReport.Preemptions;
import dev.headroom.sandbox.trace.ReplayReport.TypeUse;
import dev.headroom.sandbox.trace.ReplayReport.WaitSeconds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A replay at a pool that is too small")
final class ContendedReplayTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  /// Processors where whoever waits gains a level of priority every ten seconds.
  private static Config processors(int count, ConflictStrategy strategy) {
    var terms = Pool.Terms.of(count * 1000L).withOnConflict(Optional.of(strategy));
    var settings = new Settings(ZoneOffset.UTC, Duration.ofSeconds(10), Duration.ofMinutes(5));
    var pool = new Pool(new PoolId("grid"), ScopePath.ROOT, ResourceType.COMPUTE, terms);
    return new Config(settings, List.of(), List.of(pool));
  }

  private ReplayReport replay(Config config, Duration maxWait, int least, String... lines)
      throws TraceException {
    Path file = new Traces(folder).file("trace", lines);
    var options = new ReplayOptions(Optional.empty(), config, 1, maxWait, least, false);
    ReplayReport report = TraceReplay.run(file, options, _ -> {});
    assertThat(report.granted() + report.partial() + report.deniedInAll() + report.skipped())
        .as("no row is lost")
        .isEqualTo(report.rows());
    return report;
  }

  @Test
  @DisplayName("has a preempted job wait again and begin anew, and counts what it did in vain")
  void beginsAnew() throws TraceException {
    ReplayReport report =
        replay(
            processors(2, ConflictStrategy.PREEMPTION),
            AN_HOUR,
            100,
            job(1, 0, 20, 30),
            job(2, 0, 100, 200),
            job(3, 0, 50, 2, 60));

    assertThat(report.granted()).isEqualTo(3);
    assertThat(report.contention().preemptions())
        .as("the third has aged by the time the first ends, and takes the second's processor")
        .isEqualTo(new Preemptions(1, 1, 20));
    assertThat(report.queued()).as("the second and the third").isEqualTo(2);
    assertThat(report.waitSeconds()).isEqualTo(new WaitSeconds(20, 50, 50, 50));
    assertThat(report.types().get(ResourceType.TIME))
        .as("20 s, 20 s in vain, 50 s, 100 s")
        .isEqualTo(new TypeUse(190_000, 230_000));
    assertThat(report.contention().utilisation().get("grid"))
        .as("both processors for 70 s, then one for 100 s")
        .isCloseTo(240.0 / 340, within(1e-9));
  }

  @Test
  @DisplayName("counts a job by what comes of it after its preemption")
  void isDeniedAfterPreemption() throws TraceException {
    ReplayReport report =
        replay(
            processors(2, ConflictStrategy.PREEMPTION),
            Duration.ofSeconds(40),
            100,
            job(1, 0, 20, 30),
            job(2, 0, 100, 200),
            job(3, 0, 50, 2, 60));

    assertThat(report.granted()).isEqualTo(2);
    assertThat(report.denied()).isEqualTo(Map.of(Reason.WAIT_TIMEOUT, 1L));
    assertThat(report.waitSeconds().max()).isEqualTo(40);
  }

  @Test
  @DisplayName("splits processors among jobs that are content with less, which take longer")
  void splits() throws TraceException {
    ReplayReport report =
        replay(
            processors(1, ConflictStrategy.SHARING),
            AN_HOUR,
            50,
            job(1, 0, 10, 20),
            job(2, 5, 10, 20),
            job(3, 5, 10, 20));

    assertThat(report.granted()).isEqualTo(1);
    assertThat(report.partial()).isEqualTo(2);
    assertThat(report.types().get(ResourceType.TIME))
        .as("10 s and twice 20 s, out of 40 s each")
        .isEqualTo(new TypeUse(50_000, 80_000));
    assertThat(report.contention().utilisation().get("grid")).isCloseTo(1, within(1e-9));
    assertThat(report.expired()).isZero();
  }

  @Test
  @DisplayName("shrinks a job that runs for one that comes, and has it take as much longer")
  void shrinks() throws TraceException {
    ReplayReport report =
        replay(
            processors(2, ConflictStrategy.NEGOTIATION),
            AN_HOUR,
            50,
            job(1, 0, 20, 2, 20),
            job(2, 10, 10, 10));

    assertThat(report.granted()).isEqualTo(2);
    assertThat(report.queued()).as("room is made at once").isZero();
    assertThat(report.types().get(ResourceType.TIME))
        .as("10 s with both processors and 20 s with one, and 10 s; out of 40 s and 20 s")
        .isEqualTo(new TypeUse(40_000, 60_000));
    assertThat(report.contention().utilisation().get("grid"))
        .as("both processors for 20 s, then one for 10 s")
        .isCloseTo(50.0 / 60, within(1e-9));
  }

  @Test
  @DisplayName("lets a job that was shrunk as it began expire with its lease, and loses nothing")
  void shrinksToTheLease() throws TraceException {
    ReplayReport report =
        replay(
            processors(2, ConflictStrategy.NEGOTIATION),
            AN_HOUR,
            50,
            job(1, 0, 20, 2, 20),
            job(2, 0, 10, 10),
            job(3, 50, 10, 10));

    assertThat(report.granted()).isEqualTo(3);
    assertThat(report.expired()).as("the first, after 40 s").isEqualTo(1);
    assertThat(report.types().get(ResourceType.TIME))
        .as("40 s and twice 10 s")
        .isEqualTo(new TypeUse(60_000, 60_000));
  }

  @Test
  @DisplayName("says that nobody was passed after they had starved")
  void isGuarded() throws TraceException {
    String[] jobs = new String[400];
    jobs[0] = job(1, 0, 100, 1, 100);
    for (int at = 1; at < jobs.length; at++) {
      jobs[at] = job(at + 1, at * 10L, 30, at % 7 == 0 ? 2 : 1, 40);
    }

    ReplayReport report = replay(processors(2, ConflictStrategy.PRIORITY), AN_HOUR, 100, jobs);

    assertThat(report.waitSeconds().max()).as("starvation begins after 300 s").isGreaterThan(400);
    assertThat(report.contention().passedSeconds()).isZero();
  }
}
