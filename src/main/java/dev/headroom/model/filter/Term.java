package dev.headroom.model.filter;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import java.util.Optional;

/// One condition on a scope.
public sealed interface Term {
  /// Its path contains a word, in which `*` stands for anything.
  record Contains(Glob word) implements Term {}

  /// It, or a scope above it, is of a kind and called so.
  record Named(ScopeKind kind, Glob name) implements Term {}

  /// It is in a state.
  record In(State state) implements Term {}

  /// A number of it compares so.
  ///
  /// @param type of what; empty for all types together, or where the measure knows no types
  /// @param value percent, or units of the type, or a count, or what the measure says
  record Compares(Measure measure, Optional<ResourceType> type, Comparison comparison, long value)
      implements Term {}

  /// The opposite of another.
  record Not(Term term) implements Term {}

  /// What a scope can be, or have at or below it.
  enum State {
    /// Allocations live there.
    ACTIVE,
    /// No allocation lives there.
    IDLE,
    /// Requests wait there.
    WAITING,
    /// Alerts stand there.
    ALERT,
    /// Critical alerts stand there.
    CRITICAL,
    /// A limit of its own is used up, or exceeded.
    FULL
  }

  /// What can be measured of a scope.
  enum Measure {
    /// How much of its nearest own limit is used.
    PERCENT,
    /// What is used of a type.
    USED,
    /// What its nearest own limit leaves; where it has none, nothing compares.
    LEFT,
    /// What its nearest own limit allows; where it has none, nothing compares.
    LIMIT,
    /// How many requests wait.
    WAITING,
    /// How many alerts stand.
    ALERTS,
    /// How many scopes are directly below.
    CHILDREN,
    /// What it and all below it has cost since it exists, in millionths of a credit.
    COST,
    /// For how many milliseconds what is used at and below it has not changed; for ever where it
    /// never has.
    CHANGED
  }
}
