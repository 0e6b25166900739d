package dev.headroom.engine.reference;

import dev.headroom.model.Alert;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.Config;
import dev.headroom.model.Conflict;
import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.Money;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Severity;
import dev.headroom.model.TypeStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What can be seen of the reference, in the words of the model.
public final class Look {
  private final World world;
  private final Alarms alarms;

  Look(World world, Alarms alarms) {
    this.world = world;
    this.alarms = alarms;
  }

  /// All that was reported as achieved at and below a scope.
  public long score(ScopePath path) {
    Scope scope = world.scopes.get(path);
    return scope == null ? 0 : scope.scores.stream().mapToLong(Long::longValue).sum();
  }

  /// The instant of all that is seen.
  public Instant now() {
    return Instant.ofEpochMilli(world.now);
  }

  /// The paths of all scopes.
  public Set<ScopePath> scopes() {
    return world.scopes.keySet();
  }

  /// A scope; empty where there is none.
  public Optional<ScopeStatus> scope(ScopePath path) {
    return Optional.ofNullable(world.scopes.get(path)).map(this::status);
  }

  /// The chain of constraints for a type at a path (A9).
  public Explanation explain(ScopePath path, ResourceType type) {
    List<Explanation.Link> links =
        world.chain(path, type).stream().map(constraint -> link(constraint, path)).toList();
    Optional<Integer> binding =
        world.binding(path, type).map(least -> world.chain(path, type).indexOf(least));
    return new Explanation(path, type, links, binding);
  }

  /// All pools, by id.
  public List<PoolStatus> pools() {
    return world.stocks.values().stream().map(this::pool).toList();
  }

  /// What is lent by command, by pool, then the oldest first.
  public List<LoanStatus> loans() {
    return world.lent.stream()
        .sorted(Comparator.comparing(lent -> lent.loan.pool()))
        .map(lent -> new LoanStatus(lent.loan, world.quotas.used(lent), lent.peak))
        .toList();
  }

  /// All alerts, whatever their state, gravest first.
  public List<Alert> alerts() {
    return alarms.list(EnumSet.allOf(AlertState.class));
  }

  /// The conflicts that are open, or have closed, the newest first.
  public List<Conflict> conflicts(boolean open) {
    return world.stories.list(open);
  }

  /// All live allocations, newest first.
  public List<AllocationStatus> live() {
    return world.holdings.stream()
        .sorted(
            Comparator.comparingLong((Holding holding) -> holding.since)
                .thenComparing(holding -> holding.id)
                .reversed())
        .map(Look::status)
        .toList();
  }

  /// All waiting requests, by effective priority, then arrival.
  public List<AllocationStatus> waiting() {
    return world.wishes.stream()
        .sorted(
            Comparator.comparing((Wish wish) -> wish.effectivePriority(world.now, world.settings))
                .reversed())
        .map(Look::status)
        .toList();
  }

  /// All checkpoints, the newest first.
  public List<Checkpoint> checkpoints() {
    return world.checkpoints.reversed();
  }

  /// Settings, limits and pools.
  public Config config() {
    return new Config(
        world.settings,
        world.scopes.values().stream()
            .flatMap(scope -> scope.caps.stream())
            .map(Cap::limit)
            .toList(),
        world.stocks.values().stream().map(stock -> stock.pool).toList());
  }

  /// The version of [#config()].
  public long configVersion() {
    return world.configVersion;
  }

  private ScopeStatus status(Scope scope) {
    List<TypeStatus> types = new ArrayList<>();
    for (ResourceType type : ResourceType.ALL) {
      boolean used =
          world.reserved(scope.path, type) != 0
              || world.inUse(scope.path, type) != 0
              || world.spent(scope.path, type, scope.countsFrom) != 0;
      if (used || !world.chain(scope.path, type).isEmpty()) {
        types.add(type(scope, type));
      }
    }
    return new ScopeStatus(
        scope.path,
        types,
        count(world.scopes.keySet().stream().filter(path -> isParent(scope.path, path))),
        count(world.holdings.stream().filter(holding -> holding.path().isWithin(scope.path))),
        count(world.wishes.stream().filter(wish -> wish.path().isWithin(scope.path))),
        alerts(scope.path),
        scope.limitsVersion,
        new Money(scope.micros.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact()),
        scope.changed.map(Instant::ofEpochMilli));
  }

  private TypeStatus type(Scope scope, ResourceType type) {
    Optional<Constraint> binding = world.binding(scope.path, type);
    return new TypeStatus(
        type,
        world.reserved(scope.path, type),
        type.isHeld()
            ? scope.peaks.getOrDefault(type, 0L)
            : world.spent(scope.path, type, scope.countsFrom),
        world.caps(scope.path, type).stream()
            .map(this::limit)
            .sorted(Comparator.comparingLong(LimitStatus::headroom))
            .toList(),
        binding
            .map(least -> world.headroom(least, scope.path))
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty),
        binding.map(Constraint::ref));
  }

  private LimitStatus limit(Cap cap) {
    return new LimitStatus(
        cap.limit(),
        cap.allowance(),
        world.reserved(cap.path, cap.type),
        world.consumed(cap),
        cap.windowEnd == Cap.NEVER
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(cap.windowEnd)),
        alarms.raisedPercent(cap),
        Leniency.standing(cap, world.now),
        cap.charged);
  }

  private PoolStatus pool(Stock stock) {
    Stock.Level level = stock.at(world.now);
    return new PoolStatus(
        stock.pool,
        stock.version,
        level.available,
        level.reserved,
        level.consumed,
        stock.type().isHeld() ? stock.pool.terms().capacity() : level.initial,
        level.replenished,
        level.toppedUp,
        level.drained,
        world.borrowing.borrowed(stock),
        world.borrowing.lent(stock),
        alarms.raisedPercent(stock));
  }

  private Explanation.Link link(Constraint constraint, ScopePath path) {
    return switch (constraint) {
      case Cap cap ->
          new Explanation.Link(
              cap.ref(),
              cap.allowance(),
              world.reserved(cap.path, cap.type),
              world.consumed(cap),
              world.headroom(cap),
              Optional.of(limit(cap)),
              Optional.empty());
      case Stock stock ->
          new Explanation.Link(
              stock.ref(),
              world.allowance(stock),
              pool(stock).reserved(),
              pool(stock).consumed(),
              world.headroom(stock, path),
              Optional.empty(),
              Optional.of(pool(stock)));
    };
  }

  private ScopeStatus.AlertCounts alerts(ScopePath below) {
    return new ScopeStatus.AlertCounts(
        alerts(below, Severity.INFO),
        alerts(below, Severity.WARNING),
        alerts(below, Severity.CRITICAL));
  }

  private int alerts(ScopePath below, Severity severity) {
    return count(
        alerts().stream()
            .filter(alert -> alert.life().stands() && alert.severity() == severity)
            .filter(alert -> alert.constraint().path().isWithin(below)));
  }

  /// An allocation that has its resources.
  static AllocationStatus status(Holding holding) {
    return new AllocationStatus(
        holding.id,
        holding.path(),
        AllocationStatus.State.LIVE,
        holding.request.priority(),
        Instant.ofEpochMilli(holding.since),
        Instant.ofEpochMilli(holding.expiresAt),
        holding.lines.stream()
            .map(line -> new AllocationStatus.Line(line.type, line.reserved, line.consumed))
            .toList(),
        holding.shortfalls,
        holding.request.purpose(),
        holding.request.labels());
  }

  private static AllocationStatus status(Wish wish) {
    return new AllocationStatus(
        wish.id,
        wish.path(),
        AllocationStatus.State.WAITING,
        wish.request.priority(),
        Instant.ofEpochMilli(wish.since),
        Instant.ofEpochMilli(wish.until()),
        wish.request.lines().stream()
            .map(line -> new AllocationStatus.Line(line.type(), line.amount(), 0))
            .toList(),
        wish.because,
        wish.request.purpose(),
        wish.request.labels());
  }

  private static boolean isParent(ScopePath parent, ScopePath path) {
    return path.parent().filter(parent::equals).isPresent();
  }

  private static int count(java.util.stream.Stream<?> things) {
    return Math.toIntExact(things.count());
  }
}
