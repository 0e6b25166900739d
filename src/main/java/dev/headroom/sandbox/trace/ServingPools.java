package dev.headroom.sandbox.trace;

import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How much of each pool is reserved as time goes by, worked out from events.
///
/// A pool's *utilisation* is the mean over time, from the first row to the last event, of what is
/// reserved by those whom it serves (P2) ÷ its capacity. What they have borrowed from a pool
/// further up counts where they are served, so that of a pool that borrows it can be above 1. Of a
/// spent type only reservations count, not what was consumed of them.
final class ServingPools {
  private final Map<ResourceType, Map<ScopePath, Use>> pools = new EnumMap<>(ResourceType.class);
  private final Map<PoolId, Pool> byId = new HashMap<>();
  private final long startMillis;
  private long nowMillis;

  ServingPools(List<Pool> pools, long startMillis) {
    this.startMillis = startMillis;
    nowMillis = startMillis;
    for (Pool pool : pools) {
      byId.put(pool.id(), pool);
      this.pools.computeIfAbsent(pool.type(), _ -> new HashMap<>()).put(pool.path(), new Use(pool));
    }
  }

  /// The pool that serves a type at a path; empty where none does.
  Optional<Pool> serving(ScopePath path, ResourceType type) {
    return use(path, type).map(use -> use.pool);
  }

  /// The pool of that name.
  Optional<Pool> byId(PoolId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// Time passes; what is reserved meanwhile is what was before.
  void moveTo(long millis) {
    if (millis > nowMillis) {
      for (Map<ScopePath, Use> ofType : pools.values()) {
        for (Use use : ofType.values()) {
          use.reservedMillis += (double) use.reserved * (millis - nowMillis);
        }
      }
      nowMillis = millis;
    }
  }

  /// So much more, or less, is reserved at a path.
  void add(ScopePath path, ResourceType type, long difference) {
    use(path, type).ifPresent(use -> use.reserved += difference);
  }

  /// By pool, in the order of their ids; 0 where no time has passed or there is no capacity.
  Map<String, Double> utilisation() {
    double millis = nowMillis - startMillis;
    Map<PoolId, Double> byPool = new TreeMap<>();
    for (Map<ScopePath, Use> ofType : pools.values()) {
      for (Use use : ofType.values()) {
        double whole = use.pool.terms().capacity() * millis;
        byPool.put(use.pool.id(), whole == 0 ? 0 : use.reservedMillis / whole);
      }
    }
    Map<String, Double> utilisation = new TreeMap<>();
    byPool.forEach((id, part) -> utilisation.put(id.value(), part));
    return utilisation;
  }

  private Optional<Use> use(ScopePath path, ResourceType type) {
    Map<ScopePath, Use> ofType = pools.get(type);
    if (ofType == null) {
      return Optional.empty();
    }
    Optional<ScopePath> at = Optional.of(path);
    while (at.isPresent()) {
      Use use = ofType.get(at.get());
      if (use != null) {
        return Optional.of(use);
      }
      at = at.get().parent();
    }
    return Optional.empty();
  }

  private static final class Use {
    private final Pool pool;
    private long reserved;
    private double reservedMillis;

    private Use(Pool pool) {
      this.pool = pool;
    }
  }
}
