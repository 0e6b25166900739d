package dev.headroom.history.suggestion;

import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Measure;
import java.util.Optional;

/// What a suggestion is meant to lessen.
///
/// @param measure what
/// @param path at and below which scope
/// @param limit of which limit, where it is about one
/// @param type of which type, where it is about one
public record Target(
    Measure measure, ScopePath path, Optional<LimitKey> limit, Optional<ResourceType> type) {
  static Target of(Measure measure, ScopePath path) {
    return new Target(measure, path, Optional.empty(), Optional.empty());
  }

  static Target of(Measure measure, ScopePath path, LimitKey limit) {
    return new Target(measure, path, Optional.of(limit), Optional.of(limit.type()));
  }

  static Target of(Measure measure, ScopePath path, ResourceType type) {
    return new Target(measure, path, Optional.empty(), Optional.of(type));
  }
}
