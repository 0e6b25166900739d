package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Money;
import dev.headroom.model.Priority;
import java.time.Instant;
import java.util.List;

/// Soft limits of both kinds: one newsroom pays for what it uses beyond its limit, one is stopped.
final class ElectionNight {
  private static final Tempo COUNTING = new Tempo.Bursts(3, 150, 10, 80, 0.6, 3);
  private static final Money PER_TOKEN = new Money(4);

  private ElectionNight() {}

  static Script script() {
    return new Script(
        "election-night",
        "Election night",
        "The votes are counted, and two newsrooms go past their soft limits. Both have half a"
            + " minute's grace; then the daily pays half as much again for what lies beyond, and"
            + " the weekly's requests are refused until the next five minutes.",
        Instant.parse("2026-03-15T17:00:00Z"),
        List.of(
            daily(),
            weekly(),
            Cast.supportBot(),
            Cast.writer(),
            Cast.developer(),
            Cast.nightlyJobs(),
            Cast.searchIndex(),
            Cast.dataTeam()),
        List.of(
            Budget.per("PT1M", API_CALLS, 55),
            Budget.held(MEMORY, 52),
            Budget.held(STORAGE, 50),
            Budget.held(NETWORK, 58)),
        List.of(
            new Supply("model-gateway", TOKENS, 60, PRIORITY).costing(PER_TOKEN),
            new Supply("cluster", COMPUTE, 80, QUEUING)));
  }

  private static UserPlan daily() {
    return UserPlan.of(
            "the-daily",
            Crew.of(
                    "session:newsroom",
                    "constituency",
                    List.of("count", "compare", "explain", "publish"),
                    Tasks.DRAFT.at(Priority.HIGH),
                    Tasks.ANSWER)
                .withActivity(1.5)
                .withTempo(COUNTING))
        .withBudgets(
            Budget.per("PT5M", TOKENS, 280).chargingAfter(Cast.seconds(30), 1500),
            Budget.passing("P1D", CREDITS, 80, Cast.seconds(25)));
  }

  private static UserPlan weekly() {
    return UserPlan.of(
            "the-weekly",
            Crew.of("session:newsroom", "portrait", List.of("research", "write"), Tasks.DRAFT)
                .withTempo(COUNTING))
        .withBudgets(
            Budget.per("PT5M", TOKENS, 250).refusingAfter(Cast.seconds(30)),
            Budget.held(MEMORY, 50));
  }
}
