package dev.headroom.model;

import java.util.Optional;

/// What tells the limits of one scope apart: a scope has at most one per type and period (rule L1).
///
/// @param type what is limited
/// @param period the window's length; empty for the scope's lifetime
public record LimitKey(ResourceType type, Optional<Period> period) {
  /// The id of the limit in a [ConstraintRef]: `TOKENS/P1D`, or `TOKENS` without a period.
  @Override
  public String toString() {
    return period.map(length -> type + "/" + length).orElseGet(type::name);
  }
}
