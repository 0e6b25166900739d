package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ConflictStrategy.QUEUING;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.TOKENS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A house whose budgets were set a year ago, and where much could be done better.
final class BudgetReview {
  private static final long GIB = 1L << 30;

  private BudgetReview() {}

  static Script script() {
    return new Script(
            "budget-review",
            "Budget review",
            "A house whose budgets nobody has looked at for a year: one swarm is denied what its"
                + " sibling never uses, leases expire long after their last use, the same documents"
                + " are embedded again and again, and much is allowed that nobody needs. After ten"
                + " minutes there are suggestions (Ctrl+I).",
            Instant.parse("2026-03-30T08:00:00Z"),
            List.of(
                newsdesk(),
                library(),
                Cast.supportBot(),
                Cast.writer().withBudgets(Budget.per("PT5M", TOKENS, 22)),
                Cast.nightlyJobs(),
                Cast.developer(),
                Cast.searchIndex(),
                Cast.playground()),
            List.of(Budget.held(MEMORY, 30)),
            List.of(
                new Supply("model-gateway", TOKENS, 55, PRIORITY),
                new Supply("cluster", COMPUTE, 70, QUEUING)))
        .withCompanions(Routines.of(routines()));
  }

  private static UserPlan newsdesk() {
    return UserPlan.of(
        "newsdesk",
        Crew.of("swarm:headlines", "edition", List.of("find", "write"), Tasks.ANSWER)
            .withBudgets(Budget.per("PT1M", TOKENS, 320)),
        Crew.of("swarm:archive", "search", List.of("look-up", "sort"), Tasks.TICKET)
            .withBudgets(Budget.per("PT1M", TOKENS, 6)));
  }

  private static UserPlan library() {
    return UserPlan.of(
            "library",
            Crew.of("session:desk", "shelf", List.of("sort", "label"), Tasks.TICKET)
                .withActivity(0.5))
        .withBudgets(Budget.per("PT1M", API_CALLS, 30));
  }

  private static Routine[] routines() {
    return new Routine[] {
      Routine.of(
              "/user:library/swarm:embedders/run:nightly",
              "embed a document",
              "embedding-model",
              Routine.portion(TOKENS, 1_000, 8_000))
          .every(Duration.ofSeconds(4))
          .costing(2)
          .among(25),
      Routine.of(
              "/user:library/swarm:editors/run:summaries",
              "summarise",
              "large-model",
              Routine.portion(TOKENS, 2_000, 4_000))
          .every(Duration.ofSeconds(9))
          .costing(12),
      Routine.of(
              "/user:newsdesk/swarm:tickers/run:summaries",
              "summarise",
              "small-model",
              Routine.portion(TOKENS, 2_000, 4_000))
          .every(Duration.ofSeconds(25))
          .costing(2),
      Routine.of(
              "/user:library/swarm:scanners/run:pages",
              "scan pages",
              "scanner",
              Routine.portion(MEMORY, GIB / 2, GIB))
          .every(Duration.ofSeconds(20))
          .taking(Duration.ofSeconds(25))
          .expiringAfter(Duration.ofMinutes(5)),
      Routine.of(
              "/user:newsdesk/swarm:tickers/run:quotes",
              "fetch a quote",
              "api",
              Routine.portion(API_CALLS, 1, 2))
          .every(Duration.ofSeconds(2))
          .taking(Duration.ofMillis(400))
    };
  }
}
