package dev.headroom.engine;

import dev.headroom.model.ResourceType;

/// In which order scopes are listed. Where it does not tell two apart, they come by name: level by
/// level, numbers in names by their value.
public sealed interface ScopeRanking {
  /// By name alone.
  record ByName() implements ScopeRanking {}

  /// Nearest to one of their own limits first.
  record ByPressure() implements ScopeRanking {}

  /// Those first that have cost most, with all below them, since they exist.
  record ByCost() implements ScopeRanking {}

  /// Those first where, or below which, use changed last.
  record ByRecency() implements ScopeRanking {}

  /// Those first that use most of a type: what is reserved now and, of a spent type, what was
  /// consumed since the scope exists. A scope uses no less than what is below it, so that among the
  /// first are all that lead to them.
  record ByUse(ResourceType type) implements ScopeRanking {}
}
