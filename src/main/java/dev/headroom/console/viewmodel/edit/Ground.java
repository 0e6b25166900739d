package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What holds while something is being changed, and the versions that a change of it is based on.
/// Immutable.
public final class Ground {
  private final Map<ScopePath, Long> limitVersions;
  private final Map<PoolId, Long> poolVersions;
  private final long settingsVersion;
  private final Config config;
  private final LimitIndex limits;

  /// @param limitVersions of the limits of those scopes that can be changed; 0 for a new scope
  /// @param poolVersions of all pools
  /// @param held all limits, pools and settings, read after the versions
  private Ground(
      Map<ScopePath, Long> limitVersions, Map<PoolId, Long> poolVersions, VersionedConfig held) {
    this.limitVersions = Map.copyOf(limitVersions);
    this.poolVersions = Map.copyOf(poolVersions);
    settingsVersion = held.settingsVersion();
    config = held.config();
    limits = LimitIndex.of(config.limits());
  }

  /// Asks for it. Versions are read first: whatever changes in between is found out when the change
  /// is applied, and never lost. Who may not see all that is configured still sees what these
  /// scopes and the pools are told with.
  static Reply<Ground> ask(Instance instance, Set<ScopePath> scopes) {
    Map<ScopePath, Long> versions = new HashMap<>();
    List<Limit> seen = new ArrayList<>();
    for (ScopePath scope : scopes) {
      switch (instance.scope(scope)) {
        case Reply.Decided<ScopeStatus>(var status) -> {
          versions.put(scope, status.version());
          seen.addAll(limits(status));
        }
        case Reply.Refused<ScopeStatus> _ -> versions.put(scope, 0L);
        case Reply.Silence<ScopeStatus>(var waited, var cause) -> {
          return new Reply.Silence<>(waited, cause);
        }
      }
    }
    return of(instance, versions, seen);
  }

  /// Asks for the rest, where the scopes that can be changed are known already.
  public static Reply<Ground> of(Instance instance, List<ScopeStatus> scopes) {
    Map<ScopePath, Long> versions = new HashMap<>();
    List<Limit> seen = new ArrayList<>();
    for (ScopeStatus scope : scopes) {
      versions.put(scope.path(), scope.version());
      seen.addAll(limits(scope));
    }
    return of(instance, versions, seen);
  }

  private static List<Limit> limits(ScopeStatus scope) {
    return scope.types().stream()
        .flatMap(type -> type.limits().stream())
        .map(LimitStatus::limit)
        .toList();
  }

  /// Asks for the rest.
  ///
  /// @param seen limits that hold at least, for whoever may not see all that is configured
  private static Reply<Ground> of(
      Instance instance, Map<ScopePath, Long> limitVersions, List<Limit> seen) {
    List<PoolStatus> pools =
        instance.pools() instanceof Reply.Decided<List<PoolStatus>>(var known) ? known : List.of();
    return switch (instance.config()) {
      case Reply.Decided<VersionedConfig>(var held) ->
          new Reply.Decided<>(new Ground(limitVersions, versions(pools), held));
      case Reply.Refused<VersionedConfig>(Refusal.NotAllowed _) -> {
        List<Pool> all = pools.stream().map(PoolStatus::pool).toList();
        var config = new Config(Settings.DEFAULT, seen, all);
        yield new Reply.Decided<>(
            new Ground(limitVersions, versions(pools), new VersionedConfig(config, 0, 0)));
      }
      case Reply.Refused<VersionedConfig>(var refusal) -> new Reply.Refused<>(refusal);
      case Reply.Silence<VersionedConfig>(var waited, var cause) ->
          new Reply.Silence<>(waited, cause);
    };
  }

  /// All limits, pools and settings.
  public Config config() {
    return config;
  }

  /// All limits, by scope.
  public LimitIndex limits() {
    return limits;
  }

  /// The version of a scope's limits.
  long version(ScopePath path) {
    return limitVersions.getOrDefault(path, 0L);
  }

  /// The version of a pool.
  long version(PoolId pool) {
    return poolVersions.getOrDefault(pool, 0L);
  }

  /// The version of the settings.
  long settingsVersion() {
    return settingsVersion;
  }

  private static Map<PoolId, Long> versions(List<PoolStatus> pools) {
    return pools.stream()
        .collect(Collectors.toMap(status -> status.pool().id(), PoolStatus::version));
  }

  /// The limits of a scope.
  List<Limit> limits(ScopePath path) {
    return limits.at(path);
  }

  /// What a limit or pool is.
  Optional<Value> value(Subject subject) {
    return switch (subject) {
      case Subject.OfLimit(var path, var key) -> limits.at(path, key).map(Value.OfLimit::new);
      case Subject.OfSettings _ -> Optional.of(new Value.OfSettings(config.settings()));
      case Subject.OfPool(var _, var id) ->
          config.pools().stream()
              .filter((Pool pool) -> pool.id().equals(id))
              .findFirst()
              .map(Value.OfPool::new);
    };
  }
}
