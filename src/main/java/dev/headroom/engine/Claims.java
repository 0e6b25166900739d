package dev.headroom.engine;

import java.util.HashMap;
import java.util.Map;

/// What the requests of an atomic batch would take: not reserved, but seen by those that come after
/// them in the batch (rule A6).
final class Claims {
  private final Map<Integer, long[]> atScopes = new HashMap<>();
  private final Map<Integer, long[]> fromPools = new HashMap<>();

  /// Claims `amount` at a scope of the chain.
  void claim(int scope, int type, long amount) {
    amounts(atScopes, scope)[type] += amount;
  }

  void claimFrom(PoolState pool, long amount) {
    amounts(fromPools, pool.scope)[pool.type] += amount;
  }

  /// What is claimed at and below a scope.
  long at(int scope, int type) {
    long[] amounts = atScopes.get(scope);
    return amounts == null ? 0 : amounts[type];
  }

  /// What is claimed from the pool: a scope owns at most one of each type (P2).
  long from(PoolState pool) {
    long[] amounts = fromPools.get(pool.scope);
    return amounts == null ? 0 : amounts[pool.type];
  }

  private static long[] amounts(Map<Integer, long[]> all, int scope) {
    return all.computeIfAbsent(scope, _ -> new long[Row.TYPES]);
  }
}
