package dev.headroom.console.viewmodel.bulk;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.viewmodel.edit.Ground;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The scopes that are to be changed, as they were when they were looked up.
///
/// @param ground what holds, with the versions of their limits
/// @param scopes what is in use of each; at most [#COUNT_MAX]
/// @param total how many were meant; more than there are in `scopes` where that is too many
/// @param gone how many of them are there no more
record BulkScopes(Ground ground, List<ScopeStatus> scopes, int total, int gone) {
  /// How many scopes can be changed at once.
  static final int COUNT_MAX = ScopeQuery.COUNT_MAX;

  /// Looks them up.
  ///
  /// @param cancellation ends it early; the reply is silence then
  static Reply<BulkScopes> ask(Instance instance, BulkTarget target, Cancellation cancellation) {
    return switch (target) {
      case BulkTarget.Matching matching -> matching(instance, matching);
      case BulkTarget.Marked(var paths) -> marked(instance, paths, cancellation);
    };
  }

  private static Reply<BulkScopes> matching(Instance instance, BulkTarget.Matching matching) {
    var query =
        new ScopeQuery(
            ScopePath.ROOT,
            ScopeQuery.DEPTH_MAX,
            ScopeQuery.Sort.NAME,
            matching.filter(),
            0,
            COUNT_MAX);
    return instance
        .scopes(query)
        .then((ScopePage page) -> grounded(instance, page.scopes(), page.total(), 0));
  }

  private static Reply<BulkScopes> marked(
      Instance instance, List<ScopePath> paths, Cancellation cancellation) {
    List<ScopeStatus> scopes = new ArrayList<>();
    int gone = 0;
    for (ScopePath path : paths) {
      if (cancellation.isCancelled()) {
        return new Reply.Silence<>(Duration.ZERO, "cancelled");
      }
      switch (instance.scope(path)) {
        case Reply.Decided<ScopeStatus>(var status) -> scopes.add(status);
        case Reply.Refused<ScopeStatus> _ -> gone++;
        case Reply.Silence<ScopeStatus>(var waited, var cause) -> {
          return new Reply.Silence<>(waited, cause);
        }
      }
    }
    return grounded(instance, scopes, paths.size(), gone);
  }

  private static Reply<BulkScopes> grounded(
      Instance instance, List<ScopeStatus> scopes, int total, int gone) {
    Map<ScopePath, Long> versions = new HashMap<>();
    scopes.forEach(scope -> versions.put(scope.path(), scope.version()));
    return Ground.of(instance, versions)
        .map((Ground ground) -> new BulkScopes(ground, List.copyOf(scopes), total, gone));
  }

  /// Whether they are too many to be changed at once.
  boolean isTooMany() {
    return total > scopes.size() + gone;
  }
}
