package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TIME;
import static dev.headroom.model.ResourceType.TOKENS;

import java.time.Instant;
import java.util.List;

/// At night, an agent goes round in circles: every turn it sends all that it said before.
final class RunawayRun {
  private RunawayRun() {}

  static Script script() {
    return new Script(
        "runaway-run",
        "Runaway run",
        "An agent of the lab talks to itself, each turn longer than the one before, and beyond what"
            + " it reserved. Its swarm's limit stops it, for five minutes at a time; its user and"
            + " everyone else go on.",
        Instant.parse("2026-03-04T02:10:00Z"),
        List.of(
            lab(),
            Cast.nightlyJobs(),
            Cast.searchIndex(),
            Cast.writer(),
            Cast.supportBot().withTempo(new Tempo.Waves(90, 0.3)),
            Cast.paperReview(),
            Cast.dataTeam(),
            Cast.developer()),
        List.of(
            Budget.per("PT1M", API_CALLS, 60),
            Budget.held(MEMORY, 52),
            Budget.held(STORAGE, 48),
            Budget.held(NETWORK, 55)),
        List.of(
            new Supply("model-gateway", TOKENS, 55, PRIORITY),
            new Supply("cluster", COMPUTE, 68, QUEUING)));
  }

  private static UserPlan lab() {
    Task turn =
        Task.of("think again", "large-model", Cast.seconds(2), Cast.seconds(5))
            .taking(TOKENS, 3_000, 9_000)
            .taking(API_CALLS, 1, 2)
            .taking(CREDITS, 4, 18)
            .taking(TIME, 2_000, 5_000);
    return UserPlan.of(
            "lab",
            Crew.of(
                    "swarm:self-play",
                    "dialogue",
                    List.of("propose", "object", "answer", "judge"),
                    turn)
                .withActivity(1.5)
                .withTempo(new Tempo.Bursts(3, 300, 10, 200, 0.5, 2))
                .withHabits(new Crew.Habits(35, 4, 6, 12))
                .withBudgets(Budget.per("PT5M", TOKENS, 120)),
            Crew.of("swarm:experiments", "trial", List.of("set-up", "measure", "note"), Tasks.CODE))
        .withBudgets(
            Budget.passing("P1D", TOKENS, 50, Cast.seconds(20)),
            Budget.passing("P1M", CREDITS, 80, Cast.seconds(35)),
            Budget.held(COMPUTE, 50));
  }
}
