package dev.headroom.client.contract;

import dev.headroom.client.AllocationQuery;
import dev.headroom.client.Cancellation;
import dev.headroom.client.ConflictQuery;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Distribution;
import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import dev.headroom.model.replay.ReplayQuery;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.suggestion.SuggestionQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/// Makes up questions to an instance, most of them about what there is. Each is named as the method
/// that it asks.
final class Curiosity {
  private static final List<String> FILTERS =
      List.of("", "", "run", "user s", "42", "true", "%&+", "tokens>50", "user:s* !waiting>0");

  private static final ScopePath NOWHERE = ScopePath.of("/user:nobody");
  private static final int ALL = 100_000;

  private final SplittableRandom dice;
  private final Instance known;

  /// @param known tells what there is to ask about
  Curiosity(SplittableRandom dice, Instance known) {
    this.dice = dice;
    this.known = known;
  }

  /// A question for each method that only looks.
  Map<String, Function<Instance, Object>> questions() {
    Map<String, Function<Instance, Object>> questions = new LinkedHashMap<>();
    questions.putAll(aboutScopes());
    questions.putAll(aboutAllocations());
    questions.putAll(aboutConflicts());
    questions.putAll(aboutAlerts());
    questions.putAll(aboutPlans());
    return questions;
  }

  private Map<String, Function<Instance, Object>> aboutScopes() {
    ScopePath path = path();
    ResourceType type = type();
    ScopeQuery.Sort sort = pick(List.of(ScopeQuery.Sort.values())).orElseThrow();
    String filter = pick(FILTERS).orElseThrow();
    var query =
        new ScopeQuery(
            path, 1 + dice.nextInt(5), sort, ScopeFilter.of(filter), offset(), 1 + count());
    PoolId pool =
        pick(World.decided(known.pools()).stream()
                .map(PoolStatus::pool)
                .map(each -> each.id())
                .toList())
            .orElse(new PoolId("none"));
    return Map.of(
        "info",
        instance -> withoutPlace(instance.info()),
        "scopes",
        instance -> instance.scopes(query),
        "scope",
        instance -> instance.scope(path),
        "scopesAt",
        instance -> instance.scopesAt(List.of(path, NOWHERE, ScopePath.ROOT, path)),
        "explain",
        instance -> instance.explain(path, type),
        "pools",
        Instance::pools,
        "pool",
        instance -> instance.pool(pool),
        "lending",
        instance -> List.of(instance.lending().of(pool), instance.lending().below(path)),
        "config",
        Instance::config);
  }

  /// Two instances that are alike have other names and live in other places.
  private static InstanceInfo withoutPlace(InstanceInfo info) {
    return new InstanceInfo(
        "",
        InstanceInfo.Kind.LOCAL,
        info.now(),
        info.timeZone(),
        info.sequence(),
        info.scopes(),
        info.readOnlyCause());
  }

  private Map<String, Function<Instance, Object>> aboutAllocations() {
    AllocationId allocation = allocation();
    ScopePath path = path();
    var query = new AllocationQuery(path, dice.nextBoolean(), offset(), count());
    int offset = offset();
    int count = count();
    return Map.of(
        "allocation",
        instance -> instance.allocation(allocation),
        "placeOf",
        instance -> instance.placeOf(allocation),
        "waiting",
        instance -> instance.waiting(allocation),
        "decisions",
        instance -> instance.decisions(allocation),
        "allocations",
        instance -> instance.allocations(query),
        "waits",
        instance -> instance.waits(path, offset, count));
  }

  private Map<String, Function<Instance, Object>> aboutConflicts() {
    var query = new ConflictQuery(dice.nextBoolean(), offset(), count());
    ConflictId conflict =
        pick(World.decided(known.conflicts(new ConflictQuery(dice.nextBoolean(), 0, ALL)))
                .conflicts()
                .stream()
                .map(Conflict::id)
                .toList())
            .orElse(new ConflictId(77));
    int count = count();
    return Map.of(
        "conflicts",
        instance -> instance.conflicts(query),
        "conflict",
        instance -> instance.conflict(conflict, count));
  }

  private Map<String, Function<Instance, Object>> aboutAlerts() {
    ScopePath path = path();
    EnumSet<AlertState> states = EnumSet.noneOf(AlertState.class);
    for (AlertState state : AlertState.values()) {
      if (dice.nextBoolean()) {
        states.add(state);
      }
    }
    int count = count();
    return Map.of(
        "alerts",
        instance -> instance.alerts().standing(path, count),
        "alertOverview",
        instance -> instance.alerts().overview(path, states),
        "shelvable",
        instance -> instance.alerts().shelvable(path));
  }

  private Map<String, Function<Instance, Object>> aboutPlans() {
    ScopePath path = path();
    CheckpointId checkpoint = new CheckpointId(1 + dice.nextInt(12));
    int offset = offset();
    int count = count();
    var distribution =
        new Distribution(
            path,
            type(),
            Optional.empty(),
            dice.nextBoolean() ? Optional.of(1000L) : Optional.empty(),
            pick(List.of(Distribution.Policy.values())).orElseThrow(),
            50,
            dice.nextInt(3));
    Limit limit = new Limit(path, distribution.type(), Limit.Terms.hard(dice.nextInt(1000)));
    long version =
        known.scope(path) instanceof Reply.Decided<ScopeStatus>(var scope) ? scope.version() : 0;
    Change change =
        new Change.PutLimits(path, List.of(limit), dice.nextInt(4) == 0 ? version + 1 : version);
    var report =
        new UsageQuery(
            path(),
            known.info().now().minusSeconds(dice.nextInt(1, 100_000)),
            known.info().now().plusSeconds(dice.nextInt(1, 1000)),
            dice.nextBoolean() ? Optional.of(Period.of("PT1H")) : Optional.empty(),
            dice.nextInt(4));
    var advice = new SuggestionQuery(path(), Duration.ofMinutes(dice.nextInt(10, 30)));
    var replay = new ReplayQuery(report.from(), known.info().now().plusMillis(1), List.of(change));
    return Map.of(
        "replay",
        instance -> instance.replay(replay, new Cancellation(), _ -> {}),
        "suggestions",
        instance -> instance.advisor().suggestions(advice, new Cancellation(), _ -> {}),
        "usage",
        instance -> instance.usage(report),
        "forecast",
        instance -> instance.forecast(path),
        "checkpoint",
        instance -> instance.checkpoints().of(checkpoint),
        "checkpoints",
        instance -> instance.checkpoints().below(path, offset, count),
        "propose",
        instance -> instance.propose(distribution),
        "whatIf",
        instance -> instance.whatIf(List.of(change), new Cancellation()));
  }

  private ScopePath path() {
    List<ScopePath> paths = new ArrayList<>(List.of(ScopePath.ROOT, NOWHERE));
    ScopeQuery all =
        new ScopeQuery(ScopePath.ROOT, 5, ScopeQuery.Sort.NAME, ScopeFilter.ALL, 0, 1000);
    World.decided(known.scopes(all)).scopes().forEach(scope -> paths.add(scope.path()));
    return paths.get(dice.nextInt(paths.size()));
  }

  private AllocationId allocation() {
    var query = new AllocationQuery(ScopePath.ROOT, dice.nextBoolean(), 0, ALL);
    List<AllocationId> ids =
        World.decided(known.allocations(query)).allocations().stream()
            .map(AllocationStatus::id)
            .toList();
    return pick(ids).orElse(AllocationId.of("a7f00000009"));
  }

  private ResourceType type() {
    return pick(ResourceType.ALL).orElseThrow();
  }

  private int offset() {
    return dice.nextInt(3) == 0 ? dice.nextInt(20) : 0;
  }

  private int count() {
    return pick(List.of(0, 1, 2, 7, 100, 3000)).orElseThrow();
  }

  private <T> Optional<T> pick(List<T> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(dice.nextInt(all.size())));
  }
}
