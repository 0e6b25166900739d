package dev.headroom.engine;

import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The scopes at which requests wait, with what they hold meanwhile: those that do both may wait
/// for each other in a circle (rule Q6). Nothing is kept of a scope at which nobody waits. Worked
/// out from the rest of the state, and so no part of it.
final class WaitingScopes {
  /// That a scope waits in a line, which may close a deadlock since one of the two has changed.
  record Doubt(int scope, WaitingLine line) {}

  private final EngineState state;
  private final Map<Integer, WaitingScope> byScope = new HashMap<>();

  /// Those that hold something, by path.
  private final TreeMap<ScopePath, WaitingScope> holding = new TreeMap<>();

  private final LinkedHashSet<Doubt> doubts = new LinkedHashSet<>();

  WaitingScopes(EngineState state) {
    this.state = state;
  }

  boolean any() {
    return !byScope.isEmpty();
  }

  /// A request begins to wait in its line.
  void begin(Waiter waiter) {
    add(waiter);
    doubts.add(new Doubt(state.allocations.scope(waiter.slot), waiter.line));
  }

  /// A request waits in its line of which it is known whether that closes a deadlock.
  void add(Waiter waiter) {
    int scope = state.allocations.scope(waiter.slot);
    WaitingScope known = byScope.get(scope);
    if (known == null) {
      known = gather(scope);
      byScope.put(scope, known);
    }
    known.begin(waiter.line, need(waiter));
    note(known);
  }

  /// A request waits in its line no more. If it could have been granted one day, what its scope
  /// waits for besides may close a deadlock now.
  void end(Waiter waiter) {
    int scope = state.allocations.scope(waiter.slot);
    WaitingScope known = byScope.get(scope);
    if (known != null) {
      known.end(waiter.line, need(waiter));
      note(known);
      doubt(known);
    }
  }

  /// A scope has more reserved, or less; more may close a deadlock.
  void hold(int scope, int type, long difference, @Nullable PoolState pool) {
    WaitingScope known = byScope.get(scope);
    if (known != null) {
      known.hold(type, difference, pool);
      note(known);
      if (difference > 0) {
        doubt(known);
      }
    }
  }

  private void doubt(WaitingScope scope) {
    scope.lines().forEach(line -> doubts.add(new Doubt(scope.scope, line)));
  }

  /// Whether it is to be found out of some wait whether it closes a deadlock (Q6).
  boolean anyDoubt() {
    return !doubts.isEmpty();
  }

  /// The first of them, which may have ended meanwhile.
  Doubt takeDoubt() {
    return doubts.removeFirst();
  }

  /// The scope that may close a deadlock; none where it does not wait in that line any more, or
  /// holds nothing, or is the only one that does both.
  @Nullable WaitingScope inDoubt(Doubt doubt) {
    WaitingScope known = byScope.get(doubt.scope);
    return known != null && holding.size() > 1 && known.holds() && known.waitsIn(doubt.line)
        ? known
        : null;
  }

  /// Those that wait and hold, the given one and so many others at most, by path.
  List<WaitingScope> waitingAndHolding(WaitingScope one, int others) {
    List<WaitingScope> some = new ArrayList<>(Math.min(holding.size(), others + 1));
    int left = others;
    for (WaitingScope each : holding.values()) {
      if (each == one) {
        some.add(each);
      } else if (left > 0) {
        some.add(each);
        left--;
      }
    }
    return some;
  }

  /// What a scope has reserved of what a line waits for.
  long held(WaitingScope scope, WaitingLine line) {
    return scope.holdsOf(line, state.scopes.isWithin(scope.scope, line.site.scope));
  }

  /// Those of a scope who wait in a line.
  List<Waiter> waiters(WaitingScope scope, WaitingLine line) {
    List<Waiter> waiters = new ArrayList<>();
    int slot = state.scopes.firstAllocation(scope.scope);
    while (slot != AllocationSlab.NONE) {
      Waiter waiter = state.allocations.waiter(slot);
      if (waiter != null && waiter.line == line) {
        waiters.add(waiter);
      }
      slot = state.allocations.next(slot);
    }
    return waiters;
  }

  private void note(WaitingScope scope) {
    if (!scope.waits()) {
      byScope.remove(scope.scope);
      holding.remove(scope.path);
    } else if (scope.holds()) {
      holding.put(scope.path, scope);
    } else {
      holding.remove(scope.path);
    }
  }

  private WaitingScope gather(int scope) {
    WaitingScope gathered = new WaitingScope(scope, state.scopes.path(scope), state.scopes);
    int slot = state.scopes.firstAllocation(scope);
    while (slot != AllocationSlab.NONE) {
      int line = state.allocations.firstLine(slot);
      while (line != AllocationSlab.NONE) {
        gathered.hold(
            state.allocations.type(line),
            state.allocations.reserved(line),
            state.pools.existing(state.allocations.pool(line)));
        line = state.allocations.nextLine(line);
      }
      slot = state.allocations.next(slot);
    }
    return gathered;
  }

  /// The least of its line's type that may be enough for a waiter.
  private static long need(Waiter waiter) {
    long least = 0;
    for (RequestLine line : waiter.request.lines()) {
      boolean counts = line.required() && line.type().ordinal() == waiter.line.site.type;
      least += counts ? line.minimum() : 0;
    }
    return Math.max(1, least);
  }
}
