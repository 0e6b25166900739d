package dev.headroom.console.viewmodel.bulk;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.MatchPages;
import dev.headroom.console.viewmodel.edit.Ground;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.List;

/// The scopes that are to be changed, as they were when they were looked up.
///
/// @param ground what holds, with the versions of their limits
/// @param scopes what is in use of each; at most [#COUNT_MAX]
/// @param total how many were meant; more than there are in `scopes` where that is too many
/// @param gone how many of them are there no more
record BulkScopes(Ground ground, List<ScopeStatus> scopes, int total, int gone) {
  /// How many scopes can be changed at once: as many as can be marked.
  static final int COUNT_MAX = MarkedScopes.COUNT_MAX;

  /// How many marked ones are asked for at a time.
  private static final int TOGETHER = 2000;

  /// Who looks scopes up, and how.
  ///
  /// @param home the highest scope that can be seen
  /// @param cancellation ends it early; the reply is silence then
  /// @param progress is told in the thread that asks
  record Search(
      Instance instance, ScopePath home, Cancellation cancellation, MatchPages.Progress progress) {}

  /// Looks them up.
  static Reply<BulkScopes> ask(Search search, BulkTarget target) {
    return switch (target) {
      case BulkTarget.Matching(var filter) ->
          new MatchPages(search.instance, search.home, search.cancellation, search.progress)
              .matching(filter, COUNT_MAX)
              .then(found -> grounded(search.instance, found.scopes(), found.total(), 0));
      case BulkTarget.Marked(var paths) -> marked(search, paths);
    };
  }

  private static Reply<BulkScopes> marked(Search search, List<ScopePath> paths) {
    List<ScopeStatus> scopes = new ArrayList<>();
    for (int from = 0; from < paths.size(); from += TOGETHER) {
      if (search.cancellation.isCancelled()) {
        return MatchPages.cancelled();
      }
      int end = Math.min(paths.size(), from + TOGETHER);
      switch (search.instance.scopesAt(paths.subList(from, end))) {
        case Reply.Decided<List<ScopeStatus>>(var found) -> scopes.addAll(found);
        case Reply.Refused<List<ScopeStatus>>(var refusal) -> {
          return new Reply.Refused<>(refusal);
        }
        case Reply.Silence<List<ScopeStatus>>(var waited, var cause) -> {
          return new Reply.Silence<>(waited, cause);
        }
      }
      search.progress.found(end, paths.size());
    }
    return grounded(search.instance, scopes, paths.size(), paths.size() - scopes.size());
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
