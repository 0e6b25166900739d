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

/// Two kinds of job take the same two things, in opposite order, and never let go of the first.
final class DeadlyEmbrace {
  private static final long GIB = 1L << 30;
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private DeadlyEmbrace() {}

  static Script script() {
    return new Script(
        "deadly-embrace",
        "Deadly embrace",
        "Half of the genome lab's jobs load their data and then want cores; the others take cores"
            + " and then want memory. Every so often each waits for what the others hold: the"
            + " deadlock is found as it closes, and the youngest who waits is denied, so that the"
            + " others go on.",
        Instant.parse("2026-03-19T09:00:00Z"),
        List.of(
            genomeLab(),
            Cast.developer(),
            Cast.dataTeam(),
            Cast.nightlyJobs(),
            Cast.searchIndex(),
            Cast.writer(),
            Cast.supportBot()),
        List.of(
            Budget.per("PT1M", API_CALLS, 60), Budget.held(STORAGE, 50), Budget.held(NETWORK, 58)),
        List.of(
            new Supply("model-gateway", TOKENS, 55, PRIORITY),
            new Supply("cluster", COMPUTE, 70, PRIORITY)));
  }

  private static UserPlan genomeLab() {
    Task align =
        Task.of("align reads", "genome", Cast.seconds(6), Cast.seconds(10))
            .taking(MEMORY, 6 * GIB, 10 * GIB)
            .taking(TIME, 6_000, 10_000)
            .thenTaking(COMPUTE, 6_000, 10_000)
            .waiting(PATIENCE);
    Task call =
        Task.of("call variants", "genome", Cast.seconds(6), Cast.seconds(10))
            .taking(COMPUTE, 6_000, 10_000)
            .taking(TIME, 6_000, 10_000)
            .thenTaking(MEMORY, 6 * GIB, 10 * GIB)
            .waiting(PATIENCE);
    return UserPlan.of(
            "genome-lab",
            Crew.of("swarm:sequencers", "sample", List.of("align", "sort", "call"), align, call)
                .withActivity(1.2)
                .withSupplies(
                    new Supply("lab-memory", MEMORY, 95, QUEUING),
                    new Supply("lab-cores", COMPUTE, 95, QUEUING)),
            Crew.of("session:desk", "notebook", List.of("plot", "note"), Tasks.QUERY))
        .withBudgets(Budget.passing("P1D", TIME, 80, Cast.seconds(40)));
  }
}
