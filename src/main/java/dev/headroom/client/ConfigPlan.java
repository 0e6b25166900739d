package dev.headroom.client;

import dev.headroom.model.Change;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Works out the change set that turns the configuration of an instance into another one, based on
/// what holds now: whatever someone else changes meanwhile is not lost (L9).
public final class ConfigPlan {
  private final Instance instance;
  private final VersionedConfig now;
  private final Config wanted;

  private ConfigPlan(Instance instance, VersionedConfig now, Config wanted) {
    this.instance = instance;
    this.now = now;
    this.wanted = wanted;
  }

  /// The change set; empty where nothing differs.
  public static Reply<List<Change>> towards(Instance instance, Config wanted) {
    return instance.config().then(now -> new ConfigPlan(instance, now, wanted).changes());
  }

  private Reply<List<Change>> changes() {
    List<Change> changes = new ArrayList<>();
    if (!now.config().settings().equals(wanted.settings())) {
      changes.add(new Change.PutSettings(wanted.settings(), now.settingsVersion()));
    }
    return addLimits(changes).then(this::addPools);
  }

  private Reply<List<Change>> addLimits(List<Change> changes) {
    SortedMap<ScopePath, List<Limit>> before = byPath(now.config());
    SortedMap<ScopePath, List<Limit>> after = byPath(wanted);
    TreeSet<ScopePath> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (ScopePath path : paths) {
      List<Limit> limits = after.getOrDefault(path, List.of());
      if (!limits.equals(before.getOrDefault(path, List.of()))) {
        switch (version(path)) {
          case Reply.Decided<Long>(var version) ->
              changes.add(new Change.PutLimits(path, limits, version));
          case Reply.Refused<Long>(var refusal) -> {
            return new Reply.Refused<>(refusal);
          }
          case Reply.Silence<Long>(var waited, var cause) -> {
            return new Reply.Silence<>(waited, cause);
          }
        }
      }
    }
    return new Reply.Decided<>(changes);
  }

  /// A scope that does not exist has no limits, of version 0.
  private Reply<Long> version(ScopePath path) {
    Reply<ScopeStatus> scope = instance.scope(path);
    return scope instanceof Reply.Refused<ScopeStatus>(Refusal.UnknownScope _)
        ? new Reply.Decided<>(0L)
        : scope.map(ScopeStatus::version);
  }

  private Reply<List<Change>> addPools(List<Change> changes) {
    return instance
        .pools()
        .map(pools -> {
          Map<PoolId, PoolStatus> known =
              pools.stream()
                  .collect(Collectors.toMap(status -> status.pool().id(), Function.identity()));
          TreeSet<PoolId> gone = new TreeSet<>(known.keySet());
          for (Pool pool : wanted.pools()) {
            gone.remove(pool.id());
            PoolStatus before = known.get(pool.id());
            if (before == null) {
              changes.add(new Change.PutPool(pool, 0));
            } else if (!before.pool().equals(pool)) {
              changes.add(new Change.PutPool(pool, before.version()));
            }
          }
          for (PoolId id : gone) {
            PoolStatus before = known.get(id);
            if (before != null) {
              changes.add(new Change.RemovePool(id, before.version()));
            }
          }
          return changes;
        });
  }

  private static SortedMap<ScopePath, List<Limit>> byPath(Config config) {
    return config.limits().stream()
        .collect(Collectors.groupingBy(Limit::path, TreeMap::new, Collectors.toList()));
  }
}
