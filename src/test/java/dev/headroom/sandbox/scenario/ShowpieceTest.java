package dev.headroom.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Change;
import dev.headroom.model.Conflict;
import dev.headroom.model.Conflict.Verdict;
import dev.headroom.model.Denial;
import dev.headroom.model.Distribution;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import dev.headroom.model.WaitStatus;
import dev.headroom.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a scenario is about can be watched in it:")
final class ShowpieceTest {
  private static final Duration PORTION = Duration.ofMillis(500);
  private static final int PORTIONS = 600;

  /// Plays five minutes of a scenario.
  ///
  /// @param listener hears of everything that happens
  /// @param looker looks at it twice a second
  private static void play(String name, Consumer<Event> listener, Consumer<Sandbox> looker) {
    try (var sandbox = new Sandbox(Scenarios.all(), name, 5, 0, () -> 0)) {
      sandbox.node().observe(listener);
      for (int portion = 0; portion < PORTIONS; portion++) {
        sandbox.runFor(PORTION);
        looker.accept(sandbox);
      }
    }
  }

  private static List<Event.Body> events(String name) {
    List<Event.Body> events = new ArrayList<>();
    play(name, event -> events.add(event.body()), _ -> {});
    return events;
  }

  private static <T extends Event.Body> Stream<T> only(List<Event.Body> events, Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static PoolStatus pool(Sandbox sandbox, PoolId id) {
    return sandbox.node().inspect((engine, now) -> engine.pool(id, now)).orElseThrow();
  }

  @Test
  @DisplayName("in spot-market urgent work takes back what is LOW, which begins anew (Q3)")
  void preempts() {
    List<Event.Body> events = events("spot-market");
    List<Event.Preempted> revoked = only(events, Event.Preempted.class).toList();
    Set<AllocationId> again = new HashSet<>();
    revoked.forEach(one -> one.requeuedAs().ifPresent(again::add));
    List<AllocationId> granted =
        only(events, Event.Granted.class).map(Event.Granted::allocation).toList();
    List<AllocationId> victims = revoked.stream().map(Event.Preempted::allocation).toList();

    assertThat(revoked).hasSizeGreaterThan(200);
    assertThat(revoked).allMatch(one -> one.priority().compareTo(one.byPriority()) < 0);
    assertThat(revoked)
        .as("by the trading desk")
        .filteredOn(one -> one.byPath().text().startsWith("/user:trading-desk"))
        .hasSizeGreaterThan(100);
    assertThat(granted).as("granted once more").filteredOn(again::contains).hasSizeGreaterThan(100);
    assertThat(only(events, Event.Used.class).map(Event.Used::allocation))
        .as("late reports of what the victims had used (U4)")
        .filteredOn(victims::contains)
        .hasSizeGreaterThan(200);
  }

  @Test
  @DisplayName("in short-rations what there is is split, and nobody gets less than their least")
  void splits() {
    List<Event.Body> events = events("short-rations");
    List<GrantedLine> cut =
        only(events, Event.Granted.class)
            .flatMap(granted -> granted.lines().stream())
            .filter(line -> line.granted() < line.requested())
            .toList();

    assertThat(only(events, Event.ConflictDecided.class))
        .filteredOn(decided -> decided.verdict() == Verdict.SHARED)
        .hasSizeGreaterThan(200);
    assertThat(cut).hasSizeGreaterThan(200);
    assertThat(cut).extracting(GrantedLine::type).containsOnly(ResourceType.TOKENS);
    assertThat(cut).allMatch(line -> line.granted() >= line.requested() * 20 / 100);
  }

  @Test
  @DisplayName("in priority-storm the patient age, and go before those who are more urgent (Q2)")
  void ages() {
    Set<AllocationId> aged = new HashSet<>();
    List<Event.Granted> granted = new ArrayList<>();
    play(
        "priority-storm",
        event -> {
          if (event.body() instanceof Event.Granted one) {
            granted.add(one);
          }
        },
        sandbox -> {
          for (WaitStatus wait :
              sandbox.node().inspect((engine, now) -> engine.waits(ScopePath.ROOT, 0, 500, now))) {
            if (wait.priority() == Priority.LOW && wait.effective() == Priority.CRITICAL) {
              aged.add(wait.id());
            }
          }
        });

    assertThat(aged).hasSizeGreaterThan(20);
    assertThat(granted).extracting(Event.Granted::allocation).containsAnyElementsOf(aged);
  }

  @Test
  @DisplayName("in guaranteed-quota nobody goes beyond their quota into another's (P4)")
  void keepsQuotas() {
    Pool cluster;
    try (var sandbox = new Sandbox(Scenarios.all(), "guaranteed-quota", 5, 0, () -> 0)) {
      cluster = pool(sandbox, new PoolId("cluster")).pool();
    }
    var ledger = new QuotaLedger(cluster);
    play("guaranteed-quota", ledger::hear, _ -> {});

    assertThat(ledger.beyondQuota).as("the farm takes what nobody claims").isGreaterThan(200);
    assertThat(ledger.violations).isEmpty();
  }

  /// Follows who holds how much of the cluster, by the events alone.
  private static final class QuotaLedger {
    private final Map<ScopePath, Long> held = new HashMap<>();
    private final Map<ScopePath, Long> quotas = new HashMap<>();
    private final List<Event> violations = new ArrayList<>();
    private final long capacity;
    private int beyondQuota;

    private QuotaLedger(Pool pool) {
      capacity = pool.terms().capacity();
      pool.terms().members().forEach(member -> quotas.put(member.path(), member.quota()));
    }

    private long quota(ScopePath user) {
      return quotas.getOrDefault(user, 0L);
    }

    private void hear(Event event) {
      switch (event.body()) {
        case Event.Granted(var path, var _, var lines, var _, var _, var _) ->
            lines.forEach(line -> grant(event, path.chain().get(1), line));
        case Event.Ended ended ->
            ended.returned().stream()
                .filter(line -> line.type() == ResourceType.COMPUTE)
                .forEach(
                    line -> held.merge(ended.path().chain().get(1), -line.granted(), Long::sum));
        default -> {}
      }
    }

    private void grant(Event event, ScopePath user, GrantedLine line) {
      if (line.type() != ResourceType.COMPUTE) {
        return;
      }
      long now = held.merge(user, line.granted(), Long::sum);
      if (now > quota(user)) {
        beyondQuota++;
        long left = capacity - held.values().stream().mapToLong(Long::longValue).sum();
        long unclaimed =
            held.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(user) && entry.getValue() > 0)
                .mapToLong(entry -> Math.max(0, quota(entry.getKey()) - entry.getValue()))
                .sum();
        if (left < unclaimed) {
          violations.add(event);
        }
      }
    }
  }

  @Test
  @DisplayName("in borrowed-cores labs borrow from the house up to their limit, and repay (P5)")
  void borrows() {
    Map<PoolId, List<PoolStatus>> seen = new HashMap<>();
    play(
        "borrowed-cores",
        _ -> {},
        sandbox -> {
          for (String lab : List.of("vision-lab", "speech-lab")) {
            var id = new PoolId("own-cores-" + lab + "-trainers");
            seen.computeIfAbsent(id, _ -> new ArrayList<>()).add(pool(sandbox, id));
          }
        });

    assertThat(seen).hasSize(2);
    seen.values()
        .forEach(looks -> {
          Pool pool = looks.getFirst().pool();
          assertThat(looks).extracting(PoolStatus::borrowed).contains(0L);
          assertThat(looks)
              .filteredOn(look -> look.borrowed() > 0)
              .hasSizeGreaterThan(60)
              .allMatch(look -> look.borrowed() <= pool.terms().borrowing());
        });
  }

  @Test
  @DisplayName("in elastic-training jobs are shrunk for the captions, never below their least (Q3)")
  void negotiates() {
    List<Event.Body> events = events("elastic-training");
    List<Event.Shrunk> shrunk = only(events, Event.Shrunk.class).toList();
    Map<AllocationId, GrantedLine> cores = new HashMap<>();
    for (Event.Granted granted : only(events, Event.Granted.class).toList()) {
      for (GrantedLine line : granted.lines()) {
        if (line.type() == ResourceType.COMPUTE) {
          cores.put(granted.allocation(), line);
        }
      }
    }
    Map<AllocationId, Long> taken = new HashMap<>();
    shrunk.forEach(one -> taken.merge(one.allocation(), one.amount(), Long::sum));

    assertThat(shrunk).hasSizeGreaterThan(100);
    assertThat(shrunk).allMatch(one -> one.path().text().startsWith("/user:model-lab/"));
    assertThat(shrunk)
        .as("for the captions")
        .filteredOn(one -> one.byPath().text().startsWith("/user:live-captions/"))
        .hasSizeGreaterThan(50);
    taken.forEach((allocation, amount) -> {
      GrantedLine line = Objects.requireNonNull(cores.get(allocation));
      assertThat(line.granted() - amount).isGreaterThanOrEqualTo(line.requested() * 50 / 100);
    });
    assertThat(only(events, Event.Preempted.class)).isEmpty();
  }

  @Test
  @DisplayName("in deadly-embrace circles of waits are found and broken, and the others go on (Q6)")
  void breaksDeadlocks() {
    List<Event.Body> events = events("deadly-embrace");
    List<Event.DeadlockFound> found = only(events, Event.DeadlockFound.class).toList();

    assertThat(found).hasSizeGreaterThan(5);
    assertThat(found)
        .allSatisfy(deadlock -> {
          assertThat(deadlock.cycle()).hasSizeGreaterThan(1);
          assertThat(deadlock.cycle())
              .extracting(Conflict.Wait::allocation)
              .contains(deadlock.denied());
        });
    assertThat(only(events, Event.Denied.class))
        .extracting(Event.Denied::allocation)
        .containsAll(found.stream().map(Event.DeadlockFound::denied).map(Optional::of).toList());
    assertThat(only(events, Event.Granted.class))
        .as("granted after a wait at the lab")
        .filteredOn(granted -> granted.waitedMillis() > 0)
        .filteredOn(granted -> granted.path().text().startsWith("/user:genome-lab/"))
        .hasSizeGreaterThan(50);
  }

  @Test
  @DisplayName(
      "in grant-round a budget is divided in all four ways, and who achieves more gets more")
  void divides() {
    List<Event.ConfigChanged> divided =
        only(events("grant-round"), Event.ConfigChanged.class)
            .filter(changed -> changed.author().equals("steward"))
            .toList();

    assertThat(divided).hasSizeGreaterThanOrEqualTo(12);
    for (Distribution.Policy policy : Distribution.Policy.values()) {
      assertThat(divided)
          .extracting(Event.ConfigChanged::reason)
          .contains("divide TOKENS/PT1M by " + policy);
    }
    List<Long> equal = shares(divided, Distribution.Policy.EQUAL);
    assertThat(equal).hasSizeGreaterThan(1).allMatch(share -> share - equal.getFirst() <= 1);
    List<Long> byPerformance = shares(divided, Distribution.Policy.PERFORMANCE);
    assertThat(byPerformance).hasSize(3);
    assertThat(byPerformance.get(0))
        .as("climate, of which each task is worth 4, over folklore, worth 1")
        .isGreaterThan(byPerformance.get(1));
    assertThat(byPerformance.get(2))
        .as("proteins, worth 9, over climate")
        .isGreaterThan(byPerformance.get(0));
  }

  /// What the last division by a policy gave to the swarms, by name.
  private static List<Long> shares(List<Event.ConfigChanged> divided, Distribution.Policy policy) {
    return divided.stream()
        .filter(changed -> changed.reason().endsWith(policy.name()))
        .reduce((_, later) -> later)
        .orElseThrow()
        .changes()
        .stream()
        .map(Change.PutLimits.class::cast)
        .sorted(Comparator.comparing(Change.PutLimits::path))
        .map(put -> put.limits().getFirst().terms().amount())
        .toList();
  }

  @Test
  @DisplayName("in crash-recovery a run loses all it holds, and gets it back from its checkpoint")
  void restores() {
    List<Event.Body> events = events("crash-recovery");
    List<Event.CheckpointRestored> restored = only(events, Event.CheckpointRestored.class).toList();

    assertThat(only(events, Event.CheckpointTaken.class)).hasSizeGreaterThan(15);
    assertThat(restored).hasSizeGreaterThan(3);
    assertThat(restored).allMatch(one -> one.lacking() == 0 && one.reserved() == 4);
  }

  @Test
  @DisplayName("in election-night one newsroom is charged for its overage, one refused it (L6)")
  void chargesAndRefuses() {
    List<Event.Body> events = events("election-night");

    assertThat(only(events, Event.StandingChanged.class).map(Event.StandingChanged::standing))
        .hasAtLeastOneElementOfType(Standing.Grace.class)
        .hasAtLeastOneElementOfType(Standing.Overage.class);
    assertThat(only(events, Event.Used.class))
        .filteredOn(used -> used.overageCharge().compareTo(Money.ZERO) > 0)
        .hasSizeGreaterThan(50)
        .allMatch(used -> used.path().text().startsWith("/user:the-daily/"));
    assertThat(only(events, Event.Denied.class))
        .filteredOn(denied ->
            denied.denials().stream()
                .map(Denial::binding)
                .anyMatch(at -> at.path().text().equals("/user:the-weekly")))
        .hasSizeGreaterThan(50);
  }
}
