package dev.headroom.console.viewmodel.bulk;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.viewmodel.edit.Ground;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The scopes that are to be changed, as they were when they were looked up.
///
/// @param ground what holds, with the versions of their limits
/// @param scopes what is in use of each; at most [#COUNT_MAX]
/// @param total how many were meant; more than there are in `scopes` where that is too many
/// @param gone how many of them are there no more
record BulkScopes(Ground ground, List<ScopeStatus> scopes, int total, int gone) {
  private static final String CANCELLED = "cancelled";

  /// How many scopes can be changed at once.
  static final int COUNT_MAX = 100_000;

  /// From how many marked ones on below one scope all that are there are asked for together.
  private static final int TOGETHER_MIN = 100;

  /// Looks them up.
  ///
  /// @param home the highest scope that can be seen
  /// @param cancellation ends it early; the reply is silence then
  static Reply<BulkScopes> ask(
      Instance instance, ScopePath home, BulkTarget target, Cancellation cancellation) {
    return switch (target) {
      case BulkTarget.Matching(var filter) ->
          pages(instance, home, ScopeQuery.DEPTH_MAX, filter, cancellation)
              .then(found -> grounded(instance, found.scopes(), found.total(), 0));
      case BulkTarget.Marked(var paths) -> marked(instance, paths, cancellation);
    };
  }

  /// Asks page by page for as many as can be changed.
  private static Reply<ScopePage> pages(
      Instance instance,
      ScopePath below,
      int depth,
      ScopeFilter filter,
      Cancellation cancellation) {
    List<ScopeStatus> scopes = new ArrayList<>();
    while (!cancellation.isCancelled()) {
      var query =
          new ScopeQuery(
              below, depth, ScopeQuery.Sort.NAME, filter, scopes.size(), ScopeQuery.COUNT_MAX);
      Reply<ScopePage> reply = instance.scopes(query);
      if (!(reply instanceof Reply.Decided<ScopePage>(var page))) {
        return reply;
      }
      scopes.addAll(page.scopes());
      if (page.scopes().isEmpty() || scopes.size() >= Math.min(page.total(), COUNT_MAX)) {
        return new Reply.Decided<>(
            new ScopePage(scopes, page.total(), page.searched(), page.sequence()));
      }
    }
    return new Reply.Silence<>(Duration.ZERO, CANCELLED);
  }

  /// Asks for those that are marked: together where many are below one scope, else one by one.
  private static Reply<BulkScopes> marked(
      Instance instance, List<ScopePath> paths, Cancellation cancellation) {
    Map<ScopePath, ScopeStatus> found = new HashMap<>();
    Map<ScopePath, List<ScopePath>> siblings =
        paths.stream()
            .filter(path -> !path.isRoot())
            .collect(Collectors.groupingBy(path -> path.parent().orElseThrow()));
    for (Map.Entry<ScopePath, List<ScopePath>> below : siblings.entrySet()) {
      if (below.getValue().size() >= TOGETHER_MIN
          && pages(instance, below.getKey(), 1, ScopeFilter.ALL, cancellation)
              instanceof Reply.Decided<ScopePage>(var page)) {
        page.scopes().forEach(scope -> found.put(scope.path(), scope));
      }
    }
    List<ScopeStatus> scopes = new ArrayList<>();
    int gone = 0;
    for (ScopePath path : paths) {
      if (cancellation.isCancelled()) {
        return new Reply.Silence<>(Duration.ZERO, CANCELLED);
      }
      ScopeStatus known = found.get(path);
      switch (known == null ? instance.scope(path) : new Reply.Decided<>(known)) {
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
    List<ScopeStatus> all = List.copyOf(scopes);
    return Ground.of(instance, all)
        .map((Ground ground) -> new BulkScopes(ground, all, total, gone));
  }

  /// Whether they are too many to be changed at once.
  boolean isTooMany() {
    return total > scopes.size() + gone;
  }
}
