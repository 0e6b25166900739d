package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.NEGOTIATION;
import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TIME;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Nobody is thrown out: those who can do with less make room for those who come.
final class ElasticTraining {
  private static final Tempo SHOWTIME = new Tempo.Bursts(6, 80, 5, 30, 0.3, 3.5);
  private static final int LEAST_PERCENT = 50;

  private ElasticTraining() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(25);
    return new Script(
        "elastic-training",
        "Elastic training",
        "Training jobs take every idle core, and say with how few they can do. When the show goes"
            + " on air and its captions need cores, the jobs with the largest slack are shrunk, and"
            + " none is revoked (NEGOTIATION).",
        Instant.parse("2026-03-18T19:00:00Z"),
        List.of(
            training(),
            captions(),
            Cast.developer().withTasks(Tasks.CODE.waiting(patience), Tasks.ANSWER),
            Cast.dataTeam(),
            Cast.nightlyJobs(),
            Cast.searchIndex(),
            Cast.writer(),
            Cast.supportBot()),
        List.of(
            Budget.per("PT1M", API_CALLS, 60),
            Budget.held(MEMORY, 55),
            Budget.held(STORAGE, 50),
            Budget.held(NETWORK, 58)),
        List.of(
            new Supply("model-gateway", TOKENS, 55, PRIORITY),
            new Supply("cluster", COMPUTE, 100, NEGOTIATION)));
  }

  private static UserPlan training() {
    Task epoch =
        Task.of("train an epoch", "training", Cast.seconds(10), Cast.seconds(20))
            .taking(COMPUTE, 3_000, 9_000)
            .taking(MEMORY, 1L << 30, 3L << 30)
            .taking(TIME, 10_000, 20_000)
            .at(Priority.LOW)
            .waiting(Duration.ofMinutes(2))
            .shrinkingTo(LEAST_PERCENT);
    return UserPlan.of(
            "model-lab",
            Crew.of("swarm:vision", "model", List.of("warm-up", "fit", "tune"), epoch)
                .withActivity(1.3),
            Crew.of("swarm:speech", "voice", List.of("align", "fit"), epoch))
        .withBudgets(Budget.passing("P1D", TIME, 80, Cast.seconds(40)), Budget.held(MEMORY, 45));
  }

  private static UserPlan captions() {
    Task caption =
        Task.of("caption a minute", "captions", Cast.seconds(2), Cast.seconds(5))
            .taking(COMPUTE, 2_000, 7_000)
            .taking(MEMORY, 256L << 20, 1L << 30)
            .taking(TIME, 2_000, 5_000)
            .at(Priority.HIGH)
            .waiting(Cast.seconds(8));
    return UserPlan.of(
            "live-captions",
            Crew.of("session:channel-one", "show", List.of("hear", "write", "align"), caption)
                .withActivity(1.4)
                .withTempo(SHOWTIME),
            Crew.of("session:archive", "tape", List.of("index", "summarise"), Tasks.ANSWER))
        .withBudgets(Budget.passing("P1D", TIME, 50, Cast.seconds(20)), Budget.held(MEMORY, 16));
  }
}
