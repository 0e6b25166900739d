package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One scope at which requests wait: for which constraints, and what its allocations have reserved
/// (rule Q6). What is at the scopes below it is theirs.
final class WaitingScope {
  final int scope;
  final ScopePath path;

  /// How many wait in each line for each amount that may be enough for them.
  private final TreeMap<WaitingLine, NavigableMap<Long, Integer>> needs;

  private final long[] held = new long[Row.TYPES];
  private final Map<PoolState, Long> heldOfPools = new HashMap<>();

  WaitingScope(int scope, ScopePath path, ScopeTable scopes) {
    this.scope = scope;
    this.path = path;
    this.needs = new TreeMap<>(WaitingLine.rootFirst(scopes));
  }

  void begin(WaitingLine line, long need) {
    needs.computeIfAbsent(line, _ -> new TreeMap<>()).merge(need, 1, Integer::sum);
  }

  void end(WaitingLine line, long need) {
    needs.computeIfPresent(
        line,
        (_, counts) -> {
          counts.computeIfPresent(need, (_, count) -> count == 1 ? null : count - 1);
          return counts.isEmpty() ? null : counts;
        });
  }

  /// Notes that more, or less, is reserved.
  void hold(int type, long difference, @Nullable PoolState pool) {
    held[type] += difference;
    if (pool != null) {
      heldOfPools.merge(
          pool,
          difference,
          (before, more) -> {
            long after = before + more;
            return after == 0 ? null : after;
          });
    }
  }

  /// The constraints for which it waits, from the root down.
  Set<WaitingLine> lines() {
    return needs.keySet();
  }

  boolean waitsIn(WaitingLine line) {
    return needs.keySet().stream().anyMatch(own -> own == line);
  }

  /// How many wait in each line for each amount that may be enough for them, from the root down.
  Map<WaitingLine, NavigableMap<Long, Integer>> needs() {
    return needs;
  }

  boolean waits() {
    return !needs.isEmpty();
  }

  boolean holds() {
    for (long amount : held) {
      if (amount > 0) {
        return true;
      }
    }
    return false;
  }

  /// What is reserved of the pool of a line, or of the line's type.
  ///
  /// @param within whether the scope is at or below that of the line
  long holdsOf(WaitingLine line, boolean within) {
    if (!line.ofPool) {
      return within ? held[line.site.type] : 0;
    }
    PoolState pool = line.site.pool;
    return pool == null ? 0 : heldOfPools.getOrDefault(pool, 0L);
  }
}
