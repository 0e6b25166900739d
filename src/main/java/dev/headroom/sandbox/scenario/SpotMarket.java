package dev.headroom.sandbox.scenario;

import static dev.headroom.model.ConflictStrategy.PREEMPTION;
import static dev.headroom.model.ConflictStrategy.PRIORITY;
import static dev.headroom.model.ResourceType.API_CALLS;
import static dev.headroom.model.ResourceType.COMPUTE;
import static dev.headroom.model.ResourceType.MEMORY;
import static dev.headroom.model.ResourceType.NETWORK;
import static dev.headroom.model.ResourceType.STORAGE;
import static dev.headroom.model.ResourceType.TIME;
import static dev.headroom.model.ResourceType.TOKENS;

import dev.headroom.model.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Spare cores go cheaply to whoever asks, until those come who have a right to them.
final class SpotMarket {
  /// Markets open, markets close: up within five seconds, for half a minute, again every 90.
  private static final Tempo TRADING = new Tempo.Bursts(6, 90, 5, 30, 0.2, 4);

  private SpotMarket() {}

  static Script script() {
    Duration patience = Duration.ofSeconds(30);
    return new Script(
        "spot-market",
        "Spot market",
        "The climate group fills the cluster's idle cores with LOW work. When the trading desk"
            + " prices its book it takes them back: the newest of that work is revoked, waits again"
            + " at its old place, and begins anew.",
        Instant.parse("2026-03-11T13:30:00Z"),
        List.of(
            climateGroup(),
            tradingDesk(),
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
            new Supply("cluster", COMPUTE, 88, PREEMPTION)));
  }

  private static UserPlan climateGroup() {
    Task cell =
        Task.of("compute a grid cell", "spot", Cast.seconds(10), Cast.seconds(20))
            .taking(COMPUTE, 2_000, 8_000)
            .taking(MEMORY, 1L << 30, 3L << 30)
            .taking(TIME, 10_000, 20_000)
            .at(Priority.LOW)
            .waiting(Duration.ofMinutes(3))
            .beginningAnew();
    return UserPlan.of(
            "climate-group",
            Crew.of("swarm:spot", "decade", List.of("north", "tropics", "south"), cell)
                .withActivity(1.3),
            Crew.of("swarm:oceans", "basin", List.of("surface", "deep"), cell))
        .withBudgets(Budget.passing("P1D", TIME, 80, Cast.seconds(40)), Budget.held(MEMORY, 45));
  }

  private static UserPlan tradingDesk() {
    Task pricing =
        Task.of("price a position", "trading", Cast.seconds(2), Cast.seconds(5))
            .taking(COMPUTE, 3_000, 9_000)
            .taking(MEMORY, 512L << 20, 1L << 30)
            .taking(TIME, 2_000, 5_000)
            .at(Priority.HIGH)
            .waiting(Cast.seconds(10));
    return UserPlan.of(
            "trading-desk",
            Crew.of("session:book", "valuation", List.of("rates", "credit", "equity"), pricing)
                .withActivity(1.5)
                .withTempo(TRADING),
            Crew.of("session:research", "note", List.of("read", "summarise"), Tasks.ANSWER))
        .withBudgets(Budget.passing("P1D", TIME, 50, Cast.seconds(20)), Budget.held(MEMORY, 16));
  }
}
