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

/// What takes longer than machines last is kept, and comes back.
final class CrashRecovery {
  private CrashRecovery() {}

  static Script script() {
    return new Script(
            "crash-recovery",
            "Crash recovery",
            "A simulation of centuries keeps what it holds in checkpoints. Its machines fail every"
                + " half minute or so; then it restores the newest checkpoint, all or nothing, as"
                + " soon as the cluster has room for all of it again.",
            Instant.parse("2026-03-21T03:00:00Z"),
            List.of(
                Cast.nightlyJobs(),
                Cast.searchIndex(),
                Cast.developer(),
                Cast.dataTeam(),
                Cast.paperReview(),
                Cast.supportBot(),
                Cast.writer()),
            List.of(
                Budget.per("PT1M", API_CALLS, 60),
                Budget.held(STORAGE, 50),
                Budget.held(NETWORK, 58)),
            List.of(
                new Supply("model-gateway", TOKENS, 55, PRIORITY),
                new Supply("machine-memory", MEMORY, 45, QUEUING),
                new Supply("cluster", COMPUTE, 75, QUEUING)))
        .withCompanions(LongRun.at("/user:climate-institute/swarm:centuries/run:2100-2200"));
  }
}
