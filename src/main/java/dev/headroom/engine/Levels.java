package dev.headroom.engine;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Listed;
import dev.headroom.model.ResourceType;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The levels of all constraints before and after a change, and who stands at those that it puts
/// over. Scopes and allocations are gone through by index, some at a time; no scope may vanish
/// meanwhile.
final class Levels {
  /// What is returned in place of the next index when all were gone through.
  static final int END = -1;

  private static final Comparator<WhatIf.LevelChange> GRAVEST_FIRST =
      Comparator.comparing(WhatIf.LevelChange::after)
          .reversed()
          .thenComparing(WhatIf.LevelChange::path)
          .thenComparing(WhatIf.LevelChange::type);

  private static final Comparator<WhatIf.Over> BY_PLACE =
      Comparator.comparing(WhatIf.Over::path)
          .thenComparing(WhatIf.Over::allocation)
          .thenComparing(WhatIf.Over::type);

  private final EngineState state;
  private final Map<Integer, UseLevel> before = new HashMap<>();
  private final Set<ConstraintRef> overBefore = new HashSet<>();
  private final Least<WhatIf.LevelChange> changed = new Least<>(GRAVEST_FIRST);
  private final Map<Integer, ConstraintRef> limitsOver = new HashMap<>();
  private final Map<Integer, ConstraintRef> poolsOver = new HashMap<>();
  private final Least<WhatIf.Over> over = new Least<>(BY_PLACE);

  Levels(EngineState state) {
    this.state = state;
  }

  /// Takes down the levels of `count` scopes from index `from` on, or what has become of them.
  ///
  /// @return where to go on, or [#END]
  int scan(int from, int count, boolean after) {
    int end = Math.min(state.scopes.end(), from + count);
    for (int scope = from; scope < end; scope++) {
      for (int type = 0; state.scopes.exists(scope) && type < Row.TYPES; type++) {
        if (after) {
          compare(scope, type);
        } else {
          takeDown(scope, type);
        }
      }
    }
    return end == state.scopes.end() ? END : end;
  }

  /// Finds those of `count` allocations from slot `from` on that stand at what is newly over.
  ///
  /// @return where to go on, or [#END]
  int findHolders(int from, int count) {
    if (limitsOver.isEmpty() && poolsOver.isEmpty()) {
      return END;
    }
    int end = Math.min(state.allocations.end(), from + count);
    for (int slot = from; slot < end; slot++) {
      if (state.allocations.isOpen(slot) && !state.allocations.isWaiting(slot)) {
        findOver(slot);
      }
    }
    return end == state.allocations.end() ? END : end;
  }

  Listed<WhatIf.LevelChange> changed() {
    return changed.listed();
  }

  Listed<WhatIf.Over> over() {
    return over.listed();
  }

  private void takeDown(int scope, int type) {
    UseLevel gravest = UseLevel.UNBOUNDED;
    for (int limit : state.limits.of(scope, type)) {
      UseLevel level = level(scope, type, limit);
      gravest = graver(gravest, level);
      if (level == UseLevel.OVER) {
        overBefore.add(state.limits.ref(scope, type, limit));
      }
    }
    PoolState pool = state.poolAt(scope, type).orElse(null);
    if (pool != null) {
      gravest = graver(gravest, level(pool));
      if (level(pool) == UseLevel.OVER) {
        overBefore.add(pool.pool.ref());
      }
    }
    if (gravest != UseLevel.UNBOUNDED) {
      before.put(key(scope, type), gravest);
    }
  }

  private void compare(int scope, int type) {
    UseLevel gravest = UseLevel.UNBOUNDED;
    for (int limit : state.limits.of(scope, type)) {
      UseLevel level = level(scope, type, limit);
      gravest = graver(gravest, level);
      if (level == UseLevel.OVER) {
        takeDownOver(limitsOver, key(scope, type), state.limits.ref(scope, type, limit));
      }
    }
    PoolState pool = state.poolAt(scope, type).orElse(null);
    if (pool != null) {
      gravest = graver(gravest, level(pool));
      if (level(pool) == UseLevel.OVER) {
        takeDownOver(poolsOver, key(scope, type), pool.pool.ref());
      }
    }
    UseLevel was = before.getOrDefault(key(scope, type), UseLevel.UNBOUNDED);
    if (was != gravest) {
      changed.add(
          new WhatIf.LevelChange(
              state.scopes.path(scope), ResourceType.ALL.get(type), was, gravest));
    }
  }

  private void takeDownOver(Map<Integer, ConstraintRef> places, int key, ConstraintRef constraint) {
    if (!overBefore.contains(constraint)) {
      places.putIfAbsent(key, constraint);
    }
  }

  private UseLevel level(int scope, int type, int limit) {
    LimitStatus status = LimitLook.status(state, scope, type, limit, state.now());
    return UseLevel.of(status.used(), status.allowance());
  }

  private UseLevel level(PoolState pool) {
    return UseLevel.of(pool.status(state.now()).used(), pool.capacity());
  }

  private void findOver(int slot) {
    int line = state.allocations.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      ConstraintRef constraint =
          state.allocations.reserved(line) == 0 ? null : overAbove(slot, line);
      if (constraint != null) {
        over.add(
            new WhatIf.Over(
                state.allocations.id(slot),
                state.scopes.path(state.allocations.scope(slot)),
                ResourceType.ALL.get(state.allocations.type(line)),
                state.allocations.reserved(line),
                constraint));
      }
      line = state.allocations.nextLine(line);
    }
  }

  /// The first limit from the root down that is newly over, else the pool that the line draws from
  /// if that is.
  private @Nullable ConstraintRef overAbove(int slot, int line) {
    int type = state.allocations.type(line);
    int[] chain = new int[ScopeTable.CHAIN_MAX];
    int length = state.scopes.chain(state.allocations.scope(slot), chain);
    for (int step = 0; step < length; step++) {
      ConstraintRef limit = limitsOver.get(key(chain[step], type));
      if (limit != null) {
        return limit;
      }
    }
    int index = state.allocations.pool(line);
    return index == AllocationSlab.NONE
        ? null
        : poolsOver.get(key(state.pools.at(index).scope, type));
  }

  private static UseLevel graver(UseLevel one, UseLevel other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static int key(int scope, int type) {
    return scope * Row.TYPES + type;
  }
}
