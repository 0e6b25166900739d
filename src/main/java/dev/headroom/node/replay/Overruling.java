package dev.headroom.node.replay;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The configuration of the other world: what the change set names stays as it says, all else is
/// changed as it was in history.
final class Overruling {
  private final Set<Object> named = new HashSet<>();
  private final Map<Command.ApplyChanges, Optional<Command.ApplyChanges>> said = new HashMap<>();
  private long overruled;

  /// @param changes what the change set says
  Overruling(List<Change> changes) {
    changes.forEach(change -> named.add(subject(change)));
  }

  /// How many changes of history were left out.
  long overruled() {
    return overruled;
  }

  /// A change set of history as it is said in the other world: without what is overruled, and based
  /// on the versions that hold there, as it was on those of history. Said again, it is the same.
  ///
  /// @return empty where nothing is left of it
  Optional<Command.ApplyChanges> of(
      Command.ApplyChanges then, boolean isRepeated, Engine other, Instant at) {
    if (isRepeated) {
      return said.getOrDefault(then, Optional.of(then));
    }
    List<Change> left =
        then.changes().stream().filter(change -> !named.contains(subject(change))).toList();
    overruled += then.changes().size() - left.size();
    Optional<Command.ApplyChanges> now =
        left.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Command.ApplyChanges(
                    then.id(), onToday(left, other, at), then.author(), then.reason()));
    said.put(then, now);
    return now;
  }

  /// Changes based on what holds in an engine.
  static List<Change> onToday(List<Change> changes, Engine engine, Instant at) {
    Inspector state = engine.inspector();
    List<Change> based = new ArrayList<>();
    for (Change change : changes) {
      based.add(
          switch (change) {
            case Change.PutLimits put ->
                new Change.PutLimits(
                    put.path(),
                    put.limits(),
                    state.scope(put.path(), at).map(ScopeStatus::version).orElse(0L));
            case Change.PutPool put ->
                new Change.PutPool(
                    put.pool(),
                    state.pool(put.pool().id(), at).map(PoolStatus::version).orElse(0L));
            case Change.RemovePool remove ->
                new Change.RemovePool(
                    remove.pool(),
                    state.pool(remove.pool(), at).map(PoolStatus::version).orElse(0L));
            case Change.PutSettings put ->
                new Change.PutSettings(put.settings(), state.settingsVersion());
          });
    }
    return based;
  }

  /// What a change is about.
  private static Object subject(Change change) {
    return switch (change) {
      case Change.PutLimits put -> put.path();
      case Change.PutPool put -> put.pool().id();
      case Change.RemovePool remove -> remove.pool();
      case Change.PutSettings _ -> Change.PutSettings.class;
    };
  }
}
