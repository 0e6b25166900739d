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

import dev.headroom.model.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A product goes live on the hour, and everyone who is behind it needs the model at once.
final class LaunchRush {
  /// Up within a quarter of a minute, at five times the usual for a minute, again every four.
  private static final Tempo RUSH = new Tempo.Bursts(4, 240, 14, 60, 0.7, 5);

  private LaunchRush() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(15);
    Task ticket = Tasks.TICKET.waiting(patience);
    Task urgentAnswer = Tasks.ANSWER.at(Priority.HIGH).waiting(patience);
    return new Script(
        "launch-rush",
        "Launch rush",
        "A product goes live: within seconds its shop, support and press desk want five times their"
            + " share of the model gateway. Requests queue, some time out; it ebbs, and comes"
            + " again.",
        Instant.parse("2026-03-10T17:00:00Z"),
        List.of(
            Cast.supportBot().withTasks(ticket).withTempo(RUSH),
            shop(ticket).withTempo(RUSH),
            pressDesk(urgentAnswer).withTempo(RUSH),
            Cast.writer(),
            Cast.developer(),
            Cast.nightlyJobs(),
            Cast.dataTeam(),
            Cast.searchIndex()),
        List.of(
            Budget.per("PT1M", API_CALLS, 40),
            Budget.held(MEMORY, 55),
            Budget.held(STORAGE, 48),
            Budget.held(NETWORK, 55)),
        List.of(
            new Supply("model-gateway", TOKENS, 78, QUEUING),
            new Supply("cluster", COMPUTE, 70, PRIORITY)));
  }

  private static UserPlan shop(Task ticket) {
    return UserPlan.of(
            "web-shop",
            Crew.of(
                    "session:storefront/swarm:advisers",
                    "visitor-group",
                    List.of("greet", "recommend", "compare", "check-out"),
                    ticket)
                .withActivity(2)
                .withBudgets(Budget.per("PT1M", TOKENS, 30)))
        .withBudgets(
            Budget.per("PT1M", API_CALLS, 28),
            Budget.passing("P1D", CREDITS, 80, Cast.seconds(25)));
  }

  private static UserPlan pressDesk(Task answer) {
    return UserPlan.of(
            "press-desk",
            Crew.of(
                "session:launch-room", "statement", List.of("collect", "phrase", "check"), answer))
        .withBudgets(Budget.per("PT5M", TOKENS, 62), Budget.held(MEMORY, 50));
  }
}
