package dev.headroom.engine.history;

import dev.headroom.engine.Inspector;
import dev.headroom.engine.ScopeSelection;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Amount;
import dev.headroom.model.Conflict;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Explanation;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.PoolLending;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Standing;
import dev.headroom.model.Thresholds;
import dev.headroom.model.TypeStatus;
import dev.headroom.model.WaitStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// What must be true of every state (rules P1, P6, S6, A9, L3, T1): sums agree, nothing is negative
/// that cannot be, and alerts stand where they should.
final class Audit {
  private static final int DEEPEST = 6;

  private final Inspector inspector;
  private final Chronicle chronicle;
  private final Instant now;
  private final List<AllocationStatus> live;
  private final List<AllocationStatus> waiting;

  private Audit(Inspector inspector, Chronicle chronicle, Instant now) {
    this.inspector = inspector;
    this.chronicle = chronicle;
    this.now = now;
    this.live = inspector.allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE);
    this.waiting = inspector.allocations(ScopePath.ROOT, true, 0, Integer.MAX_VALUE);
  }

  /// @throws IllegalStateException where something is not as it must be
  static void check(Inspector inspector, Chronicle chronicle, Instant now) {
    new Audit(inspector, chronicle, now).check();
  }

  private void check() {
    equal("live allocations", ids(live), chronicle.in(Chronicle.Phase.LIVE));
    equal("waiting requests", ids(waiting), chronicle.in(Chronicle.Phase.WAITING));
    equal("allocations in all", inspector.allocationCount(), live.size() + waiting.size());
    equal("alerts", thresholds(standing(ScopePath.ROOT)), chronicle.standing());
    inspector.pools(now).forEach(this::checkPool);
    equal(
        "lent, as borrowed",
        inspector.pools(now).stream().mapToLong(PoolStatus::lent).sum(),
        inspector.pools(now).stream().mapToLong(PoolStatus::borrowed).sum());
    checkConflicts();
    equal(
        "loans",
        inspector.loans(ScopePath.ROOT).stream()
            .map(LoanStatus::loan)
            .sorted(Comparator.comparing(LentQuota::id))
            .toList(),
        chronicle.lent());
    List<ScopePath> paths =
        new ArrayList<>(inspector.scopes(ScopeSelection.all(ScopePath.ROOT, DEEPEST), now).first());
    equal("scopes", inspector.scopeCount(), paths.size() + 1);
    paths.add(ScopePath.ROOT);
    for (ScopePath path : paths) {
      checkScope(inspector.scope(path, now).orElseThrow());
    }
  }

  /// Whoever waits does so in one open conflict, and each has its own position there (Q8).
  private void checkConflicts() {
    List<Conflict> open = inspector.conflicts(true, 0, Integer.MAX_VALUE);
    equal(
        "open conflicts",
        open.stream().map(Conflict::id).collect(Collectors.toSet()),
        chronicle.open());
    Set<AllocationId> found = new HashSet<>();
    for (Conflict conflict : open) {
      List<WaitStatus> there = inspector.waiting(conflict.id(), 0, Integer.MAX_VALUE, now);
      equal("waiting in " + conflict, there.size(), conflict.waiting());
      for (int at = 0; at < there.size(); at++) {
        equal("position in " + conflict, there.get(at).position(), at + 1);
        hold(found.add(there.get(at).id()), there.get(at), "waits twice");
        hold(
            there.get(at).expectedAt().filter(when -> when.isBefore(now)).isEmpty(),
            there.get(at),
            "was to fit before");
      }
    }
    equal("those who wait", found, ids(waiting));
  }

  /// Lending creates nothing, and takes from nobody more than is theirs (P7).
  private void checkLending(PoolLending pool) {
    long lent = pool.members().stream().mapToLong(PoolLending.Share::lent).sum();
    equal(
        "borrowed in " + pool,
        pool.members().stream().mapToLong(PoolLending.Share::borrowed).sum(),
        lent);
    for (PoolLending.Share share : pool.members()) {
      hold(share.lent() <= share.quota(), share, "lends more than its own");
      equal(
          share + " could lend",
          share.lendable(),
          Math.max(0, share.quota() - share.lent() - share.held()));
    }
    for (LoanStatus loan : pool.loans()) {
      hold(loan.used() <= loan.peak(), loan, "is used more than ever");
      hold(loan.peak() <= loan.loan().amount(), loan, "is used beyond what is lent");
      hold(now.isBefore(loan.loan().until()), loan, "is over");
    }
  }

  private void checkPool(PoolStatus pool) {
    inspector.lending(pool.pool().id()).ifPresent(this::checkLending);
    long capacity = pool.pool().terms().capacity();
    hold(pool.reserved() >= pool.lent(), pool, "has lent more than is reserved");
    hold(pool.lent() >= 0 && pool.borrowed() >= 0, pool, "has lent less than nothing");
    if (pool.pool().type().isHeld()) {
      equal(pool + " has", pool.available(), Math.max(0, capacity - pool.reserved()));
    } else {
      equal(
          pool + " conserves",
          pool.available() + pool.reserved() + pool.consumed(),
          pool.initial() + pool.replenished() + pool.toppedUp() - pool.drained());
      hold(
          pool.available() <= 0 || pool.available() + pool.reserved() <= capacity,
          pool,
          "has more than its capacity");
    }
    checkAlerts(
        pool.pool().terms().thresholds(), pool.raisedPercent(), pool::used, () -> capacity, pool);
  }

  private void checkScope(ScopeStatus scope) {
    ScopePath path = scope.path();
    equal("allocations at " + path, scope.allocations(), within(live, path).size());
    equal("waiters at " + path, scope.waiters(), within(waiting, path).size());
    equal("alerts at " + path, scope.alerts().total(), standing(path).size());
    for (ResourceType type : ResourceType.ALL) {
      long reserved = reserved(path, type);
      boolean listed = scope.types().stream().anyMatch(each -> each.type() == type);
      hold(reserved == 0 || listed, scope, "does not list " + type);
      checkChain(inspector.explain(path, type, now));
    }
    for (TypeStatus type : scope.types()) {
      equal("reserved at " + path, type.reserved(), reserved(path, type.type()));
      hold(type.consumed() >= 0, type, "has consumed less than nothing");
      if (path.isRoot() && type.type().isSpent()) {
        equal("spent in all", type.consumed(), chronicle.spent(type.type()));
      }
      type.limits().forEach(limit -> checkLimit(type, limit));
      type.limits().forEach(this::checkStanding);
    }
  }

  private void checkLimit(TypeStatus type, LimitStatus limit) {
    equal("reserved of " + limit, limit.reserved(), type.reserved());
    hold(limit.consumed() >= 0, limit, "has consumed less than nothing");
    hold(
        type.type().isHeld() || limit.consumed() <= type.consumed(),
        limit,
        "has consumed more than the scope ever did");
    hold(limit.allowance() >= limit.limit().terms().amount(), limit, "allows less than it says");
    hold(limit.windowEnd().filter(end -> !end.isAfter(now)).isEmpty(), limit, "has ended");
    Thresholds thresholds = limit.limit().terms().thresholds();
    checkAlerts(thresholds, limit.raisedPercent(), limit::used, limit::allowance, limit);
  }

  private void checkStanding(LimitStatus limit) {
    equal("standing of " + limit, limit.standing(), chronicle.standing(limit.limit().ref()));
    boolean soft = limit.limit().terms().enforcement() instanceof Enforcement.Soft;
    boolean beyond = soft && limit.used() > limit.allowance();
    hold(beyond != limit.standing().equals(Standing.WITHIN), limit, "stands as it should not");
    hold(
        !(limit.standing() instanceof Standing.Grace(Instant until)) || until.isAfter(now),
        limit,
        "has a grace that is over");
  }

  /// The highest alert stands that must, and none that must have cleared.
  private static void checkAlerts(
      Thresholds thresholds, int raised, LongSupplier used, LongSupplier allowance, Object of) {
    for (int percent : thresholds.percents()) {
      boolean reached = reaches(used.getAsLong(), percent, allowance.getAsLong());
      hold(!reached || percent <= raised, of, "should have raised " + percent);
    }
    int kept = raised - Thresholds.HYSTERESIS_POINTS;
    hold(
        raised == 0 || reaches(used.getAsLong(), kept, allowance.getAsLong()),
        of,
        "should have cleared " + raised);
  }

  private static boolean reaches(long used, int percent, long allowance) {
    BigInteger share = BigInteger.valueOf(allowance).multiply(BigInteger.valueOf(percent));
    return used > 0
        && BigInteger.valueOf(used).multiply(BigInteger.valueOf(100)).compareTo(share) >= 0;
  }

  private static void checkChain(Explanation chain) {
    for (Explanation.Link link : chain.links()) {
      long left = link.allowance() - link.reserved() - link.consumed();
      boolean soft =
          link.limit()
              .filter(limit -> limit.limit().terms().enforcement() instanceof Enforcement.Soft)
              .isPresent();
      hold(
          link.limit().isEmpty()
              || link.headroom() == left
              || (soft && link.headroom() >= Math.min(left, Amount.MAX)),
          link,
          "does not add up");
    }
    long least =
        chain.links().stream().mapToLong(Explanation.Link::headroom).min().orElse(Long.MAX_VALUE);
    hold(chain.binding().isPresent() == !chain.links().isEmpty(), chain, "binds without a reason");
    chain
        .binding()
        .ifPresent(
            index -> hold(chain.links().get(index).headroom() == least, chain, "binds elsewhere"));
  }

  /// Alerts that stand, seen or not.
  private List<Alert> standing(ScopePath below) {
    return inspector.alerts(below, EnumSet.allOf(AlertState.class), now).stream()
        .filter(alert -> alert.life().stands())
        .toList();
  }

  private long reserved(ScopePath path, ResourceType type) {
    return within(live, path).stream()
        .flatMap(allocation -> allocation.lines().stream())
        .filter(line -> line.type() == type)
        .mapToLong(AllocationStatus.Line::reserved)
        .sum();
  }

  private static List<AllocationStatus> within(List<AllocationStatus> all, ScopePath path) {
    return all.stream().filter(allocation -> allocation.path().isWithin(path)).toList();
  }

  private static Set<AllocationId> ids(List<AllocationStatus> allocations) {
    return allocations.stream().map(AllocationStatus::id).collect(Collectors.toSet());
  }

  private static Set<Chronicle.Threshold> thresholds(List<Alert> alerts) {
    return alerts.stream()
        .map(alert -> new Chronicle.Threshold(alert.constraint(), alert.percent()))
        .collect(Collectors.toSet());
  }

  private static void equal(String what, Object one, Object other) {
    if (!one.equals(other)) {
      throw new IllegalStateException(what + ": " + one + " is not " + other);
    }
  }

  private static void hold(boolean holds, Object of, String complaint) {
    if (!holds) {
      throw new IllegalStateException(of + " " + complaint);
    }
  }
}
