package dev.headroom.console.viewmodel;

import dev.headroom.client.ScopeQuery;

/// In which order siblings stand in the scope tree. Where it does not tell two apart, they stand by
/// name.
public enum TreeOrder {
  /// Numbers by value.
  NAME(ScopeQuery.Sort.NAME),
  /// Nearest to a limit first.
  PRESSURE(ScopeQuery.Sort.PRESSURE),
  /// Those first that have cost most, with all below them.
  COST(ScopeQuery.Sort.COST),
  /// Those first where, or below which, use changed last.
  RECENCY(ScopeQuery.Sort.RECENCY);

  private final ScopeQuery.Sort sort;

  TreeOrder(ScopeQuery.Sort sort) {
    this.sort = sort;
  }

  /// How an instance is asked for it.
  ScopeQuery.Sort sort() {
    return sort;
  }

  /// Whether it becomes another while nobody adds or closes a scope.
  boolean isVolatile() {
    return this != NAME;
  }
}
