package dev.headroom.console.viewmodel.suggestion;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Value;
import dev.headroom.model.Change;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.List;

/// What a suggestion's change set changes, limit by limit and pool by pool.
final class StagedEdits {
  private StagedEdits() {}

  /// Asks what holds, and compares. What is not there any more is left out.
  static List<Edit> of(Instance instance, List<Change> changes) {
    List<Edit> edits = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.PutLimits(var path, var limits, long _) ->
            edits.addAll(limits(held(instance, path), limits));
        case Change.PutPool(var pool, long _) -> edits.addAll(pool(instance, pool));
        case Change.RemovePool _, Change.PutSettings _ -> {}
      }
    }
    return List.copyOf(edits);
  }

  private static List<Limit> held(Instance instance, ScopePath path) {
    return instance.scope(path) instanceof Reply.Decided<ScopeStatus>(var scope)
        ? scope.types().stream()
            .flatMap(type -> type.limits().stream())
            .map(LimitStatus::limit)
            .toList()
        : List.of();
  }

  private static List<Edit> limits(List<Limit> held, List<Limit> wanted) {
    List<Edit> edits = new ArrayList<>();
    for (Limit now : held) {
      wanted.stream()
          .filter(limit -> limit.key().equals(now.key()) && !limit.equals(now))
          .map(limit -> Edit.of(new Value.OfLimit(now), new Value.OfLimit(limit)))
          .forEach(edits::add);
    }
    return edits;
  }

  private static List<Edit> pool(Instance instance, Pool wanted) {
    return instance.pool(wanted.id()) instanceof Reply.Decided<PoolStatus>(var status)
            && !status.pool().equals(wanted)
        ? List.of(Edit.of(new Value.OfPool(status.pool()), new Value.OfPool(wanted)))
        : List.of();
  }
}
