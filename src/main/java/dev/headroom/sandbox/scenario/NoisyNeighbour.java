package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TIME;
import static dev.headroom.model.ResourceType.TOKENS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One team's simulations fill the cluster that all share, and the neighbours wait.
final class NoisyNeighbour {
  private static final Tempo WAVES_OF_JOBS = new Tempo.Bursts(3, 100, 6, 40, 0.3, 3);

  private NoisyNeighbour() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(25);
    return new Script(
        "noisy-neighbour",
        "Noisy neighbour",
        "The render farm sends its frames in heaps, and the cluster serves first come, first"
            + " served: small requests of everyone else queue behind them, and some give up.",
        Instant.parse("2026-03-05T10:30:00Z"),
        List.of(
            renderFarm(),
            Cast.developer().withTasks(Tasks.CODE.waiting(patience), Tasks.ANSWER),
            Cast.dataTeam().withTasks(Tasks.QUERY.waiting(patience)),
            Cast.searchIndex(),
            Cast.nightlyJobs(),
            Cast.writer(),
            Cast.paperReview(),
            Cast.supportBot()),
        List.of(
            Budget.per("PT1M", API_CALLS, 60),
            Budget.held(MEMORY, 55),
            Budget.held(STORAGE, 50),
            Budget.held(NETWORK, 62)),
        List.of(
            new Supply("model-gateway", TOKENS, 55, PRIORITY),
            new Supply("cluster", COMPUTE, 82, QUEUING)));
  }

  private static UserPlan renderFarm() {
    Task frame =
        Task.of("render a frame", "batch", Cast.seconds(8), Cast.seconds(16))
            .taking(COMPUTE, 4_000, 12_000)
            .taking(MEMORY, 1L << 30, 3L << 30)
            .taking(TIME, 8_000, 16_000)
            .waiting(Duration.ofMinutes(2));
    return UserPlan.of(
            "render-farm",
            Crew.of("swarm:frames", "scene", List.of("cut-1", "cut-2", "cut-3", "cut-4"), frame)
                .withTempo(WAVES_OF_JOBS),
            Crew.of("swarm:previews", "clip", List.of("scale", "encode"), frame)
                .withActivity(0.3)
                .withTempo(WAVES_OF_JOBS))
        .withBudgets(Budget.passing("P1D", TIME, 80, Cast.seconds(28)), Budget.held(MEMORY, 40));
  }
}
