package dev.headroom.console.viewmodel.edit;

import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What staged changes are based on: the limits of their scopes and the versions of their pools, as
/// they were when they were first changed here. For the UI thread only.
final class Bases {
  private record Limits(List<Limit> before, long version) {}

  private final Map<ScopePath, Limits> limits = new HashMap<>();
  private final Map<PoolId, Long> pools = new HashMap<>();

  /// Remembers what a change is based on, unless something of the same place is remembered already.
  void remember(Ground ground, Subject subject) {
    ScopePath path = subject.path();
    limits.putIfAbsent(
        path, new Limits(ground.limits(path), ground.limitVersions().getOrDefault(path, 0L)));
    if (subject instanceof Subject.OfPool(var _, var pool)) {
      pools.putIfAbsent(pool, ground.poolVersions().getOrDefault(pool, 0L));
    }
  }

  /// Forgets it, as far as no other change is based on it.
  void forget(Subject subject, Collection<Subject> others) {
    if (others.stream().noneMatch(other -> other.path().equals(subject.path()))) {
      limits.remove(subject.path());
    }
    if (subject instanceof Subject.OfPool(var _, var pool)) {
      pools.remove(pool);
    }
  }

  void clear() {
    limits.clear();
    pools.clear();
  }

  /// What an instance is told so that these edits happen.
  List<Change> changes(Collection<Edit> edits) {
    List<Change> changes = new ArrayList<>();
    Map<ScopePath, Map<Subject, Limit>> byScope = new LinkedHashMap<>();
    for (Edit edit : edits) {
      switch (edit.subject()) {
        case Subject.OfLimit(var path, var _) ->
            change(byScope.computeIfAbsent(path, this::before), edit);
        case Subject.OfPool(var _, var id) -> changes.add(change(id, edit));
      }
    }
    byScope.forEach((path, values) ->
        changes.add(new Change.PutLimits(path, List.copyOf(values.values()), of(path).version())));
    return List.copyOf(changes);
  }

  private Map<Subject, Limit> before(ScopePath path) {
    Map<Subject, Limit> before = new LinkedHashMap<>();
    of(path).before().forEach(limit -> before.put(new Value.OfLimit(limit).subject(), limit));
    return before;
  }

  private Limits of(ScopePath path) {
    return Objects.requireNonNull(limits.get(path));
  }

  private static void change(Map<Subject, Limit> values, Edit edit) {
    if (edit.after().isPresent() && edit.after().get() instanceof Value.OfLimit(var limit)) {
      values.put(edit.subject(), limit);
    } else {
      values.remove(edit.subject());
    }
  }

  private Change change(PoolId id, Edit edit) {
    long version = pools.getOrDefault(id, 0L);
    return edit.after().isPresent() && edit.after().get() instanceof Value.OfPool(var pool)
        ? new Change.PutPool(pool, version)
        : new Change.RemovePool(id, version);
  }
}
