package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists those who wait in a line in the order of their turns, with who is in their way and when
/// they may expect to fit (rule Q8). Looks at every holder of the constraint once; used once.
final class WaitListing {
  /// Most holders that are named, those with the most.
  static final int BLOCKERS_MAX = 5;

  /// Most expiries that are taken into account, the earliest.
  static final int EXPIRIES_MAX = 1024;

  private final EngineState state;
  private final WaitingLine line;
  private final Instant at;
  private final long now;
  private final long free;
  private final ConstraintRef constraint;
  private final List<WaitStatus.Blocker> blockers;

  /// What expires when, in all until then.
  private final TreeMap<Long, Instant> freedBy = new TreeMap<>();

  WaitListing(EngineState state, WaitingRoom waitingRoom, WaitingLine line, Instant at) {
    this.state = state;
    this.line = line;
    this.at = at.isBefore(state.nowInstant()) ? state.nowInstant() : at; // Never back (D1).
    this.now = this.at.toEpochMilli();
    this.free = free();
    this.constraint =
        (line.ofPool && line.site.pool != null)
                || (!line.ofPool && state.limits.hasAny(line.site.scope, line.site.type))
            ? waitingRoom.constraint(line)
            : Objects.requireNonNull(line.conflict).at();
    List<WaitStatus.Blocker> holders = holders();
    this.blockers =
        holders.stream()
            .sorted(Comparator.comparingLong(WaitStatus.Blocker::reserved).reversed())
            .limit(BLOCKERS_MAX)
            .toList();
    sumUp(holders);
  }

  /// Those who wait, in turn.
  ///
  /// @param strategy by which the line is considered
  List<WaitStatus> list(ConflictStrategy strategy, int offset, int count) {
    return list(strategy, (_, position) -> position > offset, count);
  }

  /// Some of those who wait, by their names: the others are only counted, and those after the last
  /// of them not even that.
  Map<AllocationId, WaitStatus> find(ConflictStrategy strategy, Set<Waiter> wanted) {
    return list(strategy, (waiter, _) -> wanted.contains(waiter), wanted.size()).stream()
        .collect(Collectors.toMap(WaitStatus::id, Function.identity()));
  }

  /// Whom to list.
  @FunctionalInterface
  private interface Choice {
    boolean includes(Waiter waiter, int position);
  }

  private List<WaitStatus> list(ConflictStrategy strategy, Choice choice, int count) {
    Turns turns = new Turns(line, strategy, now, state.settings());
    List<WaitStatus> list = new ArrayList<>();
    long needed = 0;
    int position = 0;
    @Nullable Waiter before = null;
    Waiter waiter = turns.next(_ -> Long.MAX_VALUE);
    while (waiter != null && list.size() < count) {
      position++;
      long need = line.need(waiter);
      needed = needed > Long.MAX_VALUE - need ? Long.MAX_VALUE : needed + need;
      if (choice.includes(waiter, position)) {
        list.add(status(waiter, position, before, need, needed));
      }
      before = waiter;
      waiter = turns.next(_ -> Long.MAX_VALUE);
    }
    return list;
  }

  private WaitStatus status(
      Waiter waiter, int position, @Nullable Waiter before, long need, long needed) {
    long aging = state.settings().agingInterval().toMillis();
    Optional<Waiter> behind = Optional.ofNullable(before);
    return new WaitStatus(
        state.allocations.id(waiter.slot),
        waiter.request.path(),
        Objects.requireNonNull(line.conflict).id,
        constraint,
        ResourceType.ALL.get(line.site.type),
        position,
        line.size(),
        behind.map(other -> state.allocations.id(other.slot)),
        behind.map(other -> other.request.path()),
        Instant.ofEpochMilli(waiter.since),
        Instant.ofEpochMilli(state.allocations.deadline(waiter.slot)),
        need,
        free,
        waiter.request.priority(),
        waiter.effectivePriority(now, aging),
        now - waiter.since > state.settings().starvationInterval().toMillis(),
        blockers,
        expected(needed));
  }

  /// The earliest instant at which something that is known makes `needed` fit.
  private Optional<Instant> expected(long needed) {
    if (needed <= free) {
      return Optional.of(at);
    }
    List<Instant> instants = new ArrayList<>();
    var freed = freedBy.ceilingEntry(needed - free);
    if (freed != null) {
      instants.add(freed.getValue());
    }
    if (line.ofPool) {
      PoolState pool = line.site.pool;
      if (pool != null) {
        pool.whenReached(needed)
            .ifPresent(millis -> instants.add(Instant.ofEpochMilli(Math.max(millis, now))));
      }
    } else {
      windowsEnd(needed).ifPresent(instants::add);
    }
    return instants.stream().min(Comparator.naturalOrder());
  }

  /// When the windows of those limits have ended that keep it, if what is reserved leaves room
  /// then.
  private Optional<Instant> windowsEnd(long needed) {
    Optional<Instant> end = Optional.empty();
    for (LimitStatus limit : limits()) {
      if (needed > limit.headroom()) {
        long then = limit.limit().terms().amount() - limit.reserved();
        if (limit.windowEnd().isEmpty() || needed > then) {
          return Optional.empty();
        }
        Instant itsEnd = limit.windowEnd().get();
        end = end.filter(other -> other.isAfter(itsEnd)).or(() -> Optional.of(itsEnd));
      }
    }
    return end;
  }

  private long free() {
    if (line.ofPool) {
      PoolState pool = line.site.pool;
      return pool == null ? Long.MAX_VALUE : pool.status(now).available();
    }
    return limits().stream().mapToLong(LimitStatus::headroom).min().orElse(Long.MAX_VALUE);
  }

  private List<LimitStatus> limits() {
    int scope = line.site.scope;
    int type = line.site.type;
    return state.limits.of(scope, type).stream()
        .map(limit -> LimitLook.status(state, scope, type, limit, now))
        .toList();
  }

  private List<WaitStatus.Blocker> holders() {
    List<WaitStatus.Blocker> holders = new ArrayList<>();
    state.holders.each(
        line,
        (slot, reserved) -> {
          if (reserved > 0) {
            holders.add(
                new WaitStatus.Blocker(
                    state.scopes.path(state.allocations.scope(slot)),
                    state.allocations.id(slot),
                    reserved,
                    state.allocations.rank(slot),
                    Instant.ofEpochMilli(state.allocations.deadline(slot))));
          }
        });
    return holders;
  }

  private void sumUp(List<WaitStatus.Blocker> holders) {
    PriorityQueue<WaitStatus.Blocker> latest =
        new PriorityQueue<>(Comparator.comparing(WaitStatus.Blocker::until).reversed());
    for (WaitStatus.Blocker holder : holders) {
      latest.add(holder);
      if (latest.size() > EXPIRIES_MAX) {
        latest.remove();
      }
    }
    long sum = 0;
    for (WaitStatus.Blocker holder :
        latest.stream().sorted(Comparator.comparing(WaitStatus.Blocker::until)).toList()) {
      sum += holder.reserved();
      freedBy.put(sum, holder.until());
    }
  }
}
