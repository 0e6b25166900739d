package dev.headroom.client;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.Optional;

/// Asks for a page of the scopes below one.
///
/// @param below whose descendants
/// @param depth how many levels down: 1 for children only
/// @param sort in which order siblings come
/// @param filter which of them. With a filter, the page is the flat list of matches, each by its
///   full path.
/// @param after only those that come after this one by name are on the page, while its total counts
///   all; `/` comes before all. By name, the next page begins after the last of the one before,
///   whatever comes or goes meanwhile
/// @param offset how many to skip
/// @param count how many at most; up to [#COUNT_MAX]
public record ScopeQuery(
    ScopePath below,
    int depth,
    Sort sort,
    ScopeFilter filter,
    ScopePath after,
    int offset,
    int count) {

  /// In which order scopes come: by name, by how near they are to a limit, by cost, by how lately
  /// use changed, or by how much of a type they use. A type's order is one of all levels together;
  /// since a scope uses no less than what is below it, a page from the beginning has all that lead
  /// to those that are in it.
  public enum Sort {
    /// By name, numbers by value.
    NAME,
    /// Nearest to a limit first.
    PRESSURE,
    /// Those first that have cost most, with all below them, since they exist.
    COST,
    /// Those first where, or below which, use changed last.
    RECENCY,
    CREDITS(ResourceType.CREDITS),
    TOKENS(ResourceType.TOKENS),
    API_CALLS(ResourceType.API_CALLS),
    TIME(ResourceType.TIME),
    MEMORY(ResourceType.MEMORY),
    COMPUTE(ResourceType.COMPUTE),
    STORAGE(ResourceType.STORAGE),
    NETWORK(ResourceType.NETWORK);

    private final Optional<ResourceType> type;

    Sort() {
      type = Optional.empty();
    }

    Sort(ResourceType type) {
      this.type = Optional.of(type);
    }

    /// Those first that use most of a type: what is reserved now and, of a spent type, what was
    /// consumed since the scope exists.
    public static Sort by(ResourceType type) {
      return valueOf(type.name());
    }

    /// Of which type those that use most come first, if that is the order.
    public Optional<ResourceType> type() {
      return type;
    }
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

  /// A page from the beginning on.
  ///
  /// @throws InvalidValueException where a number is out of range
  public ScopeQuery(
      ScopePath below, int depth, Sort sort, ScopeFilter filter, int offset, int count) {
    this(below, depth, sort, filter, ScopePath.ROOT, offset, count);
  }

  /// The same from after another scope on.
  public ScopeQuery startingAfter(ScopePath last) {
    return new ScopeQuery(below, depth, sort, filter, last, offset, count);
  }

  /// The children of a scope by name.
  public static ScopeQuery children(ScopePath below, int offset, int count) {
    return new ScopeQuery(below, 1, Sort.NAME, ScopeFilter.ALL, offset, count);
  }
}
