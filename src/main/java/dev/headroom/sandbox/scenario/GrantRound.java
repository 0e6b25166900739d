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

import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One budget, three swarms, and four ways to divide it.
final class GrantRound {
  private static final String PERIOD = "PT1M";
  private static final Duration EVERY = Duration.ofSeconds(20);

  private GrantRound() {}

  static Script script() {
    return new Script(
            "grant-round",
            "Grant round",
            "Every 20 seconds a steward divides the foundation's tokens among its three swarms:"
                + " equally, by priority, by what each achieved with what it used, and by that and"
                + " what each wants.",
            Instant.parse("2026-03-20T10:00:00Z"),
            List.of(
                foundation(),
                Cast.developer(),
                Cast.nightlyJobs(),
                Cast.playground(),
                Cast.supportBot()),
            List.of(
                Budget.per("PT1M", API_CALLS, 60),
                Budget.held(MEMORY, 55),
                Budget.held(STORAGE, 50),
                Budget.held(NETWORK, 58)),
            List.of(
                new Supply("model-gateway", TOKENS, 55, PRIORITY),
                new Supply("cluster", COMPUTE, 70, QUEUING)))
        .withCompanions(
            Steward.dividing(
                "/user:foundation", new LimitKey(TOKENS, Optional.of(Period.of(PERIOD))), EVERY));
  }

  private static UserPlan foundation() {
    Task study = Tasks.DRAFT.waiting(Cast.seconds(20));
    return UserPlan.of(
            "foundation",
            Crew.of("swarm:proteins", "fold", List.of("search", "fold", "rank"), study)
                .withActivity(0.8)
                .withWorth(9),
            Crew.of("swarm:climate", "region", List.of("gather", "model"), study.at(Priority.HIGH))
                .withActivity(1.2)
                .withWorth(4),
            Crew.of("swarm:folklore", "tale", List.of("read", "compare"), study.at(Priority.LOW))
                .withActivity(1.6)
                .withWorth(1))
        .withBudgets(
            Budget.per(PERIOD, TOKENS, 220), Budget.passing("P1D", CREDITS, 60, Cast.seconds(60)));
  }
}
