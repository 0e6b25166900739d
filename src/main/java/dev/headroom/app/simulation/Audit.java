package dev.headroom.app.simulation;

import dev.headroom.engine.Inspector;
import dev.headroom.engine.ScopeSelection;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Explanation;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.PoolLending;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.TypeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks at all of the state at one instant: sums agree (P1, L3), nothing is negative that cannot
/// be, nobody waits who would fit (Q5), and nothing has grown that must not.
final class Audit {
  private static final int DEEPEST = 6;

  private final Inspector inspector;
  private final OpenBook open;
  private final Instant now;
  private final List<AllocationStatus> live;
  private final List<AllocationStatus> waiting;
  private final Map<ScopePath, Map<ResourceType, Long>> reserved = new HashMap<>();

  private Audit(Inspector inspector, OpenBook open, Instant now) {
    this.inspector = inspector;
    this.open = open;
    this.now = now;
    this.live = inspector.allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE);
    this.waiting = inspector.allocations(ScopePath.ROOT, true, 0, Integer.MAX_VALUE);
  }

  /// @throws ViolationException where something is not as it must be
  static void check(Inspector inspector, OpenBook open, Instant now) {
    Audit audit = new Audit(inspector, open, now);
    audit.checkNumbers();
    audit.sumUp();
    audit.checkPools();
    audit.checkLoans();
    audit.checkScopes();
    audit.checkWaiters();
  }

  private void checkNumbers() {
    equal("allocations as told by events", open.size(), inspector.allocationCount());
    equal("those who wait as told by events", open.waiting(), inspector.waiterCount());
    equal("live and waiting", inspector.allocationCount(), live.size() + waiting.size());
    hold(inspector.scopeCount() <= Terrain.PATHS.size() + 1, "scopes", inspector.scopeCount());
  }

  private void sumUp() {
    for (AllocationStatus allocation : live) {
      for (ScopePath path : allocation.path().chain()) {
        Map<ResourceType, Long> sums =
            reserved.computeIfAbsent(path, _ -> new EnumMap<>(ResourceType.class));
        allocation.lines().forEach(line -> sums.merge(line.type(), line.reserved(), Long::sum));
      }
    }
  }

  private void checkPools() {
    long lent = 0;
    long borrowed = 0;
    for (PoolStatus pool : inspector.pools(now)) {
      checkPool(pool);
      lent += pool.lent();
      borrowed += pool.borrowed();
    }
    equal("lent in all, and borrowed", lent, borrowed);
  }

  /// Lending creates nothing, and ends to the instant (P7).
  private void checkLoans() {
    for (PoolStatus pool : inspector.pools(now)) {
      inspector.lending(pool.pool().id()).ifPresent(this::checkLoans);
    }
  }

  private void checkLoans(PoolLending pool) {
    long lent = 0;
    long borrowed = 0;
    for (PoolLending.Share member : pool.members()) {
      hold(member.lent() <= member.quota(), "lends more than its quota (P7)", member);
      lent += member.lent();
      borrowed += member.borrowed();
    }
    equal("lent by members, and borrowed (P7)", lent, borrowed);
    for (LoanStatus status : pool.loans()) {
      hold(status.loan().until().isAfter(now), "lent for too long (P7)", status);
      hold(
          status.used() <= status.peak() && status.peak() <= status.loan().amount(),
          "more is used than was lent (P7)",
          status);
    }
  }

  private static void checkPool(PoolStatus pool) {
    long capacity = pool.pool().terms().capacity();
    hold(pool.reserved() >= 0 && pool.consumed() >= 0, "negative in a pool", pool);
    hold(pool.lent() >= 0 && pool.borrowed() >= 0, "negative loans of a pool", pool);
    hold(pool.lent() <= pool.reserved(), "lent more than is reserved", pool);
    if (pool.pool().type().isHeld()) {
      hold(
          pool.available() == Math.max(0, capacity - pool.reserved()),
          "available is not what is not reserved (P1)",
          pool);
    } else {
      hold(
          pool.available() + pool.reserved() + pool.consumed()
              == pool.initial() + pool.replenished() + pool.toppedUp() - pool.drained(),
          "nothing is conserved (P1)",
          pool);
      hold(
          pool.available() <= 0 || pool.available() + pool.reserved() <= capacity,
          "more than its capacity",
          pool);
    }
  }

  private void checkScopes() {
    List<ScopePath> paths =
        new ArrayList<>(inspector.scopes(ScopeSelection.all(ScopePath.ROOT, DEEPEST), now).first());
    paths.add(ScopePath.ROOT);
    equal("scopes", inspector.scopeCount(), paths.size());
    for (ScopePath path : paths) {
      inspector.scope(path, now).ifPresent(this::checkScope);
    }
  }

  private void checkScope(ScopeStatus scope) {
    Map<ResourceType, Long> sums = reserved.getOrDefault(scope.path(), Map.of());
    long listed = scope.types().stream().filter(each -> sums.containsKey(each.type())).count();
    hold(listed == sums.size(), "types with something reserved are not listed", scope);
    for (TypeStatus type : scope.types()) {
      long sum = sums.getOrDefault(type.type(), 0L);
      hold(type.reserved() == sum, "reserved is not the sum of what is below", scope);
      hold(type.consumed() >= 0, "negative consumption", scope);
      type.limits()
          .forEach(limit -> {
            hold(limit.reserved() == sum, "reserved is not the sum of what is below", limit);
            hold(limit.consumed() >= 0, "negative consumption", limit);
            hold(limit.allowance() >= limit.limit().terms().amount(), "allows too little", limit);
          });
    }
  }

  /// Where someone starves nobody passes them, and where a policy shares a pool it decides who may
  /// have what is there; there it is not enough that a request fits.
  private void checkWaiters() {
    Duration starving = inspector.settings().starvationInterval();
    boolean someoneStarves =
        waiting.stream().anyMatch(waiter -> waiter.since().plus(starving).isBefore(now));
    if (!someoneStarves) {
      for (AllocationStatus waiter : waiting) {
        open.find(waiter.id())
            .flatMap(OpenBook.Entry::request)
            .ifPresent(request -> hold(!wouldFit(request), "waits though there is room", waiter));
      }
    }
  }

  private boolean wouldFit(AllocationRequest request) {
    Map<ResourceType, Long> needs = new EnumMap<>(ResourceType.class);
    for (RequestLine line : request.lines()) {
      if (line.required()) {
        needs.merge(line.type(), line.amount(), Long::sum);
      }
    }
    return !needs.isEmpty()
        && needs.entrySet().stream()
            .allMatch(need -> fits(request.path(), need.getKey(), need.getValue()));
  }

  private boolean fits(ScopePath path, ResourceType type, long amount) {
    for (Explanation.Link link : inspector.explain(path, type, now).links()) {
      boolean shared =
          link.constraint().kind() == ConstraintRef.Kind.POOL
              && link.pool()
                  .filter(pool -> pool.pool().terms().sharing() == SharingPolicy.PRIORITY)
                  .isEmpty();
      if (shared || link.headroom() < amount) {
        return false;
      }
    }
    return true;
  }

  private static void equal(String what, long one, long other) {
    if (one != other) {
      throw new ViolationException(what + ": " + one + " is not " + other);
    }
  }

  private static void hold(boolean holds, String complaint, Object of) {
    ViolationException.unless(holds, complaint, of);
  }
}
