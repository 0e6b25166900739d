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

/// Labs own cores, and the house has a reserve: whose deadline is near borrows from it.
final class BorrowedCores {
  /// The labs' deadlines do not fall together, or the reserve would be of no use.
  private static final Tempo SOON = new Tempo.Bursts(4, 120, 6, 35, 0.5, 2.1);

  private static final Tempo LATER = new Tempo.Bursts(64, 120, 6, 35, 0.5, 2.1);

  private BorrowedCores() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(30);
    return new Script(
        "borrowed-cores",
        "Borrowed cores",
        "Two labs own cores of their own. As a deadline comes near, a lab runs out of them and"
            + " borrows from the house's cluster, up to its borrowing limit; what it gives back"
            + " goes there first.",
        Instant.parse("2026-03-16T18:00:00Z"),
        List.of(
            lab("vision-lab", SOON),
            lab("speech-lab", LATER),
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
            new Supply("cluster", COMPUTE, 88, QUEUING)));
  }

  private static UserPlan lab(String name, Tempo deadline) {
    Task training =
        Task.of("train on a batch", "training", Cast.seconds(5), Cast.seconds(11))
            .taking(COMPUTE, 2_000, 6_000)
            .taking(MEMORY, 1L << 30, 2L << 30)
            .taking(TIME, 5_000, 11_000)
            .waiting(Duration.ofSeconds(40));
    return UserPlan.of(
            name,
            Crew.of("swarm:trainers", "model", List.of("warm-up", "fit", "evaluate"), training)
                .withActivity(1.6)
                .withTempo(deadline)
                .withSupplies(new Supply("own-cores", COMPUTE, 80, QUEUING).borrowing(60)),
            Crew.of("session:desk", "notebook", List.of("plot", "note"), Tasks.QUERY))
        .withBudgets(Budget.passing("P1D", TIME, 80, Cast.seconds(35)), Budget.held(MEMORY, 32));
  }
}
