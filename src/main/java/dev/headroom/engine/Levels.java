package dev.headroom.engine;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Listed;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The levels of all constraints before and after a change, and who stands at those that it puts
/// over. Scopes and allocations are gone through by index, some at a time; no scope may vanish
/// meanwhile.
final class Levels {
  /// What is returned in place of the next index when all were gone through.
  static final int END = -1;

  private final EngineState state;
  private final Map<Integer, UseLevel> before = new HashMap<>();
  private final Set<ConstraintRef> overBefore = new HashSet<>();
  private final List<WhatIf.LevelChange> changed = new ArrayList<>();
  private final Map<Integer, ConstraintRef> limitsOver = new HashMap<>();
  private final Map<Integer, ConstraintRef> poolsOver = new HashMap<>();
  private final List<WhatIf.Over> over = new ArrayList<>();

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

  /// Those that end gravest first, then by path and type.
  Listed<WhatIf.LevelChange> changed() {
    changed.sort(
        Comparator.comparing(WhatIf.LevelChange::after)
            .reversed()
            .thenComparing(WhatIf.LevelChange::path)
            .thenComparing(WhatIf.LevelChange::type));
    return listed(changed);
  }

  Listed<WhatIf.Over> over() {
    over.sort(
        Comparator.comparing(WhatIf.Over::path)
            .thenComparing(WhatIf.Over::allocation)
            .thenComparing(WhatIf.Over::type));
    return listed(over);
  }

  private static <T> Listed<T> listed(List<T> all) {
    return new Listed<>(all.subList(0, Math.min(all.size(), WhatIf.LISTED_MAX)), all.size());
  }

  private void takeDown(int scope, int type) {
    UseLevel gravest = UseLevel.UNBOUNDED;
    for (Use use : uses(scope, type)) {
      gravest = graver(gravest, use.level());
      if (use.level() == UseLevel.OVER) {
        overBefore.add(use.of());
      }
    }
    if (gravest != UseLevel.UNBOUNDED) {
      before.put(key(scope, type), gravest);
    }
  }

  private void compare(int scope, int type) {
    UseLevel gravest = UseLevel.UNBOUNDED;
    for (Use use : uses(scope, type)) {
      gravest = graver(gravest, use.level());
      if (use.level() == UseLevel.OVER && !overBefore.contains(use.of())) {
        boolean ofPool = use.of().kind() == ConstraintRef.Kind.POOL;
        (ofPool ? poolsOver : limitsOver).putIfAbsent(key(scope, type), use.of());
      }
    }
    UseLevel was = before.getOrDefault(key(scope, type), UseLevel.UNBOUNDED);
    if (was != gravest) {
      changed.add(
          new WhatIf.LevelChange(
              state.scopes.path(scope), ResourceType.ALL.get(type), was, gravest));
    }
  }

  private record Use(ConstraintRef of, UseLevel level) {}

  private List<Use> uses(int scope, int type) {
    List<Integer> limits = state.limits.of(scope, type);
    List<Use> uses = new ArrayList<>(limits.size());
    for (int limit : limits) {
      LimitStatus status = state.limits.status(scope, type, limit, state.now());
      uses.add(new Use(status.limit().ref(), UseLevel.of(status.used(), status.allowance())));
    }
    state
        .poolAt(scope, type)
        .ifPresent(pool -> {
          PoolStatus status = pool.status(state.now());
          uses.add(new Use(pool.pool.ref(), UseLevel.of(status.used(), pool.capacity())));
        });
    return uses;
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
