package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.CREDITS;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Priority;
import dev.headroom.model.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// An incident: whoever says CRITICAL goes first, and half the house says it.
final class PriorityStorm {
  private static final Tempo ALARM = new Tempo.Bursts(5, 75, 4, 25, 0.4, 5);

  /// Whoever is LOW counts as CRITICAL after half a minute.
  private static final Settings AGING =
      new Settings(ZoneOffset.UTC, Duration.ofSeconds(10), Duration.ofMinutes(1));

  private PriorityStorm() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(40);
    return new Script(
            "priority-storm",
            "Priority storm",
            "An incident breaks out every minute or so, and its desk asks for everything at"
                + " CRITICAL. Whoever is NORMAL or LOW waits, but gains a level of priority every"
                + " ten seconds, so that the patient get their turn; the others time out.",
            Instant.parse("2026-03-06T14:00:00Z"),
            List.of(
                incidentDesk(patience),
                onCall(patience),
                Cast.developer().withTasks(Tasks.CODE.waiting(patience)),
                Cast.nightlyJobs()
                    .withTasks(
                        Tasks.TRANSFORM.at(Priority.LOW).waiting(patience),
                        Tasks.EMBED.at(Priority.LOW).waiting(patience)),
                Cast.dataTeam().withTasks(Tasks.QUERY.waiting(patience)),
                Cast.supportBot()
                    .withTasks(Tasks.TICKET.at(Priority.HIGH).waiting(Duration.ofSeconds(10))),
                Cast.searchIndex(),
                Cast.writer()),
            List.of(
                Budget.per("PT1M", API_CALLS, 50),
                Budget.held(MEMORY, 50),
                Budget.held(STORAGE, 48),
                Budget.held(NETWORK, 58)),
            List.of(
                new Supply("model-gateway", TOKENS, 70, PRIORITY),
                new Supply("cluster", COMPUTE, 85, PRIORITY)))
        .withSettings(AGING);
  }

  private static UserPlan incidentDesk(Duration patience) {
    Task trace =
        Tasks.QUERY
            .at(Priority.CRITICAL)
            .waiting(patience)
            .taking(MEMORY, 256L << 20, 1L << 30)
            .taking(CREDITS, 2, 12);
    return UserPlan.of(
            "incident-desk",
            Crew.of(
                    "session:war-room/swarm:tracers",
                    "incident",
                    List.of("collect", "correlate", "confirm", "report"),
                    trace,
                    Tasks.CODE.at(Priority.CRITICAL).waiting(patience))
                .withActivity(2)
                .withTempo(ALARM))
        .withBudgets(
            Budget.passing("P1D", CREDITS, 80, Cast.seconds(18)),
            Budget.per("PT5M", TOKENS, 55),
            Budget.held(COMPUTE, 35));
  }

  private static UserPlan onCall(Duration patience) {
    return UserPlan.of(
            "on-call",
            Crew.of(
                    "session:pager",
                    "page",
                    List.of("look", "mitigate", "verify"),
                    Tasks.CODE.at(Priority.HIGH).waiting(patience))
                .withTempo(ALARM))
        .withBudgets(Budget.passing("P1D", TOKENS, 50, Cast.seconds(10)), Budget.held(COMPUTE, 40));
  }
}
