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
import static dev.headroom.model.SharingPolicy.EQUAL;
import static dev.headroom.model.SharingPolicy.FAIR;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One team's frames fill the cluster that all share, and the neighbours wait, or do not where the
/// cluster is shared fairly.
final class NoisyNeighbour {
  private static final Tempo WAVES_OF_JOBS = new Tempo.Bursts(3, 100, 6, 40, 0.3, 3);

  private static final Supply CLUSTER = new Supply("cluster", COMPUTE, 82, QUEUING);

  private NoisyNeighbour() {}

  static Script script() {
    return script(
        "noisy-neighbour",
        "Noisy neighbour",
        "The render farm sends its frames in heaps, and the cluster serves first come, first"
            + " served: small requests of everyone else queue behind them, and some give up.",
        CLUSTER);
  }

  static Script equalShare() {
    return script(
        "equal-share",
        "Equal share",
        "The render farm sends its frames in heaps, but while anyone waits for their part of the"
            + " cluster, nobody may hold more than an equal one: the farm is cut off there, and its"
            + " own frames wait.",
        CLUSTER.sharedBy(EQUAL));
  }

  static Script guaranteedQuota() {
    return script(
        "guaranteed-quota",
        "Guaranteed quota",
        "The render farm sends its frames in heaps, but two thirds of the cluster are guaranteed,"
            + " to each user the same: the farm's frames wait for what the others at work do not"
            + " claim, and the longest waits are its own.",
        CLUSTER.guaranteeing(66));
  }

  static Script fairShare() {
    return script(
        "fair-share",
        "Fair share",
        "The render farm sends its frames in heaps, but the cluster is shared fairly: whoever holds"
            + " least of it goes first, and it is the farm that waits for its own frames.",
        CLUSTER.sharedBy(FAIR));
  }

  private static Script script(String name, String title, String summary, Supply cluster) {
    Duration patience = Duration.ofSeconds(25);
    return new Script(
        name,
        title,
        summary,
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
        List.of(new Supply("model-gateway", TOKENS, 55, PRIORITY), cluster));
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
