package dev.headroom.engine;

import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;

/// Which scopes are wanted.
///
/// @param below whose descendants
/// @param depth how many levels down; at least 1
/// @param filter which of them
/// @param ranking in which order
/// @param after only those are kept that come after this one by name; `/` comes before all
/// @param count how many of the first; 0 where it is only to be known how many there are
public record ScopeSelection(
    ScopePath below,
    int depth,
    ScopeFilter filter,
    ScopeRanking ranking,
    ScopePath after,
    int count) {

  /// From the first one on.
  public ScopeSelection(
      ScopePath below, int depth, ScopeFilter filter, ScopeRanking ranking, int count) {
    this(below, depth, filter, ranking, ScopePath.ROOT, count);
  }

  /// All of them by name.
  public static ScopeSelection all(ScopePath below, int depth) {
    return new ScopeSelection(
        below, depth, ScopeFilter.ALL, new ScopeRanking.ByName(), Integer.MAX_VALUE);
  }
}
