package dev.headroom.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One resource type at one scope at one instant.
///
/// @param type which
/// @param reserved what is reserved now at and below the scope
/// @param consumed what was consumed at and below it since it exists; for held types the most that
///   was ever in use there at one time
/// @param limits the scope's own limits, tightest first
/// @param headroom the least of the whole chain and pool; empty where nothing constrains the type
/// @param binding the constraint with that headroom
public record TypeStatus(
    ResourceType type,
    long reserved,
    long consumed,
    List<LimitStatus> limits,
    OptionalLong headroom,
    Optional<ConstraintRef> binding) {

  /// The scope's own limit with the least headroom, if it has one.
  public Optional<LimitStatus> tightest() {
    return limits.stream().findFirst();
  }
}
