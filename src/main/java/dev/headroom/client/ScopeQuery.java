package dev.headroom.client;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;

/// Asks for a page of the scopes below one.
///
/// @param below whose descendants
/// @param depth how many levels down: 1 for children only
/// @param sort in which order siblings come
/// @param filter which of them. With a filter, the page is the flat list of matches, each by its
///   full path.
/// @param offset how many to skip
/// @param count how many at most; up to [#COUNT_MAX]
public record ScopeQuery(
    ScopePath below, int depth, Sort sort, ScopeFilter filter, int offset, int count) {

  /// Orders of siblings.
  public enum Sort {
    /// By name, numbers by value.
    NAME,
    /// Nearest to a limit first.
    PRESSURE
  }

  /// Most levels at once: there are no more.
  public static final int DEPTH_MAX = 5;

  /// The largest page.
  public static final int COUNT_MAX = 10_000;

  /// @throws InvalidValueException where a number is out of range
  public ScopeQuery {
    if (depth < 1 || depth > DEPTH_MAX || offset < 0 || count < 1 || count > COUNT_MAX) {
      throw new InvalidValueException(
          "depth is 1 to %d, offset at least 0, count 1 to %d", DEPTH_MAX, COUNT_MAX);
    }
  }

  /// The children of a scope by name.
  public static ScopeQuery children(ScopePath below, int offset, int count) {
    return new ScopeQuery(below, 1, Sort.NAME, ScopeFilter.ALL, offset, count);
  }
}
