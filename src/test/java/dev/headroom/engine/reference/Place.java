package dev.headroom.engine.reference;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Comparator;

/// Where requests wait: at the limits of one type of a scope, or at its pool (rule Q1).
///
/// @param pool whether at the pool
record Place(ScopePath path, ResourceType type, boolean pool) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::path).thenComparing(Place::type).thenComparing(Place::pool);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
