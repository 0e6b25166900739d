package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
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
///
/// @param limitVersions of the limits of those scopes that were asked for; 0 for a new scope
/// @param poolVersions of all pools
/// @param config all limits and pools; as far as they can be seen
public record Ground(
    Map<ScopePath, Long> limitVersions, Map<PoolId, Long> poolVersions, Config config) {

  /// Copies what it is given.
  public Ground {
    limitVersions = Map.copyOf(limitVersions);
    poolVersions = Map.copyOf(poolVersions);
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
          status.types().stream()
              .flatMap(type -> type.limits().stream())
              .forEach(limit -> seen.add(limit.limit()));
        }
        case Reply.Refused<ScopeStatus> _ -> versions.put(scope, 0L);
        case Reply.Silence<ScopeStatus>(var waited, var cause) -> {
          return new Reply.Silence<>(waited, cause);
        }
      }
    }
    List<PoolStatus> pools =
        instance.pools() instanceof Reply.Decided<List<PoolStatus>>(var known) ? known : List.of();
    return switch (instance.config()) {
      case Reply.Decided<VersionedConfig>(var held) ->
          new Reply.Decided<>(new Ground(versions, versions(pools), held.config()));
      case Reply.Refused<VersionedConfig>(Refusal.NotAllowed _) -> {
        List<Pool> all = pools.stream().map(PoolStatus::pool).toList();
        var config = new Config(Settings.DEFAULT, seen, all);
        yield new Reply.Decided<>(new Ground(versions, versions(pools), config));
      }
      case Reply.Refused<VersionedConfig>(var refusal) -> new Reply.Refused<>(refusal);
      case Reply.Silence<VersionedConfig>(var waited, var cause) ->
          new Reply.Silence<>(waited, cause);
    };
  }

  private static Map<PoolId, Long> versions(List<PoolStatus> pools) {
    return pools.stream()
        .collect(Collectors.toMap(status -> status.pool().id(), PoolStatus::version));
  }

  /// The limits of a scope.
  List<Limit> limits(ScopePath path) {
    return config.limits().stream().filter(limit -> limit.path().equals(path)).toList();
  }

  /// What a limit or pool is.
  Optional<Value> value(Subject subject) {
    return switch (subject) {
      case Subject.OfLimit(var path, var key) ->
          limits(path).stream()
              .filter(limit -> limit.key().equals(key))
              .findFirst()
              .map(Value.OfLimit::new);
      case Subject.OfPool(var _, var id) ->
          config.pools().stream()
              .filter((Pool pool) -> pool.id().equals(id))
              .findFirst()
              .map(Value.OfPool::new);
    };
  }
}
