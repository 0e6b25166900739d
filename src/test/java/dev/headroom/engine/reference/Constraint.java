package dev.headroom.engine.reference;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Thresholds;
import java.util.Optional;

/// Anything that can say no.
sealed interface Constraint permits Cap, Stock {
  ConstraintRef ref();

  ResourceType type();

  Thresholds thresholds();

  Optional<ConflictStrategy> onConflict();

  /// Where those wait whom it binds.
  Place place();
}
