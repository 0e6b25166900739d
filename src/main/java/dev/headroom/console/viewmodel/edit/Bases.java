package dev.headroom.console.viewmodel.edit;

import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// What staged changes are based on: the limits of their scopes and the versions of their pools, as
/// they were when they were first changed here. For one thread at a time.
final class Bases {
  private record Limits(List<Limit> before, long version) {}

  private final Map<ScopePath, Limits> limits;
  private final Map<ScopePath, Set<Subject>> subjects;
  private final Map<PoolId, Long> pools;
  private Optional<Long> settings;

  /// Of no changes.
  Bases() {
    limits = new HashMap<>();
    subjects = new HashMap<>();
    pools = new HashMap<>();
    settings = Optional.empty();
  }

  /// Of the same changes, for now.
  Bases(Bases other) {
    limits = new HashMap<>(other.limits);
    subjects = new HashMap<>();
    other.subjects.forEach((path, all) -> subjects.put(path, new HashSet<>(all)));
    pools = new HashMap<>(other.pools);
    settings = other.settings;
  }

  /// Remembers what a change is based on, unless something of the same place is remembered already.
  void remember(Ground ground, Subject subject) {
    ScopePath path = subject.path();
    limits.putIfAbsent(path, new Limits(ground.limits(path), ground.version(path)));
    subjects.computeIfAbsent(path, _ -> new HashSet<>()).add(subject);
    if (subject instanceof Subject.OfPool(var _, var pool)) {
      pools.putIfAbsent(pool, ground.version(pool));
    }
    if (subject instanceof Subject.OfSettings && settings.isEmpty()) {
      settings = Optional.of(ground.settingsVersion());
    }
  }

  /// Forgets it, as far as no other change is based on it.
  void forget(Subject subject) {
    ScopePath path = subject.path();
    Set<Subject> others = subjects.getOrDefault(path, Set.of());
    if (others.contains(subject)) {
      others.remove(subject);
    }
    if (others.isEmpty()) {
      limits.remove(path);
      subjects.remove(path);
    }
    if (subject instanceof Subject.OfPool(var _, var pool)) {
      pools.remove(pool);
    }
    if (subject instanceof Subject.OfSettings) {
      settings = Optional.empty();
    }
  }

  /// Whether a change of something at a scope is remembered.
  boolean concern(ScopePath path) {
    return subjects.containsKey(path);
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
        case Subject.OfSettings _ -> changes.addAll(changeSettings(edit));
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

  private List<Change> changeSettings(Edit edit) {
    return edit.after().isPresent() && edit.after().get() instanceof Value.OfSettings(var after)
        ? List.of(new Change.PutSettings(after, settings.orElse(0L)))
        : List.of();
  }

  private Change change(PoolId id, Edit edit) {
    long version = pools.getOrDefault(id, 0L);
    return edit.after().isPresent() && edit.after().get() instanceof Value.OfPool(var pool)
        ? new Change.PutPool(pool, version)
        : new Change.RemovePool(id, version);
  }
}
