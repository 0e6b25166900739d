package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TOKENS;

import java.time.Instant;
import java.util.List;

/// Nothing is wrong. Some are past half of their day, some near a limit, and one is over-eager.
final class CalmDay {
  private CalmDay() {}

  static Script script() {
    Tempo tide = new Tempo.Waves(120, 0.25);
    return new Script(
        "calm-day",
        "Calm day",
        "An ordinary morning: most have room, some pass 50 and 80 percent of their day, and the"
            + " playground runs into its limit every minute.",
        Instant.parse("2026-03-02T09:00:00Z"),
        List.of(
            Cast.writer(),
            Cast.developer(),
            Cast.supportBot().withTempo(tide),
            Cast.paperReview(),
            Cast.nightlyJobs(),
            Cast.searchIndex().withTempo(tide),
            Cast.dataTeam(),
            Cast.playground()),
        List.of(
            Budget.per("PT1M", API_CALLS, 68),
            Budget.held(MEMORY, 42),
            Budget.held(STORAGE, 38),
            Budget.held(NETWORK, 38)),
        List.of(
            new Supply("model-gateway", TOKENS, 60, PRIORITY),
            new Supply("cluster", COMPUTE, 60, QUEUING)));
  }
}
