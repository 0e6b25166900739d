package dev.headroom.node.advice;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.history.suggestion.Candidate;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The limits and pools that a candidate changes, whatever else is configured meanwhile.
///
/// @param limits as they would be
/// @param pools as they would be
record Overrides(List<Limit> limits, List<Pool> pools) {
  static Overrides of(Candidate candidate) {
    return new Overrides(candidate.limits(), candidate.pools());
  }

  /// The change set that has them hold. Limits and pools that are not there are left out.
  List<Change> changes(Inspector inspector, Instant at) {
    List<Change> changes = new ArrayList<>();
    for (ScopePath path : new TreeSet<>(limits.stream().map(Limit::path).toList())) {
      inspector
          .scope(path, at)
          .ifPresent(scope -> {
            List<Limit> now =
                scope.types().stream()
                    .flatMap(type -> type.limits().stream())
                    .map(status -> status.limit())
                    .sorted()
                    .toList();
            List<Limit> then = now.stream().map(this::replaced).toList();
            if (!then.equals(now)) {
              changes.add(new Change.PutLimits(path, then, scope.version()));
            }
          });
    }
    for (Pool pool : pools) {
      inspector
          .pool(pool.id(), at)
          .filter(status -> !status.pool().equals(pool))
          .ifPresent(status -> changes.add(new Change.PutPool(pool, status.version())));
    }
    return changes;
  }

  private Limit replaced(Limit now) {
    return limits.stream()
        .filter(limit -> limit.path().equals(now.path()) && limit.key().equals(now.key()))
        .findFirst()
        .orElse(now);
  }

  /// The same changes, whatever they were based on: what they replace may be an override.
  static List<Change> rebased(List<Change> changes, Inspector inspector, Instant at) {
    return changes.stream()
        .map(change ->
            switch (change) {
              case Change.PutLimits(var path, var limits, long _) ->
                  (Change)
                      new Change.PutLimits(
                          path,
                          limits,
                          inspector.scope(path, at).map(ScopeStatus::version).orElse(0L));
              case Change.PutPool(var pool, long _) ->
                  new Change.PutPool(
                      pool, inspector.pool(pool.id(), at).map(PoolStatus::version).orElse(0L));
              case Change.RemovePool(var pool, long _) ->
                  new Change.RemovePool(
                      pool, inspector.pool(pool, at).map(PoolStatus::version).orElse(0L));
              case Change.PutSettings(var settings, long _) ->
                  new Change.PutSettings(settings, inspector.settingsVersion());
            })
        .toList();
  }

  /// Has them hold now.
  void apply(Engine engine, RequestId id) {
    List<Change> changes = changes(engine.inspector(), engine.now());
    if (!changes.isEmpty()) {
      var _ =
          engine.apply(
              engine.now(), new Command.ApplyChanges(id, changes, "suggestion", "suggestion"));
    }
  }
}
