package dev.headroom.engine;

import dev.headroom.model.AlertRef;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Foretold;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.ResourceType;
import java.time.Instant;
import java.util.Optional;

/// Raises and clears alerts by what is foretold (rule T5): raised where a constraint is expected to
/// run out before its window ends, cleared where it will not even if more is used than is likely.
/// What lies between changes nothing, so that nothing flaps.
final class Foretelling {
  private final EngineState state;

  Foretelling(EngineState state) {
    this.state = state;
  }

  Answer foretell(Command.Foretell command) {
    int standing = 0;
    for (Foretold foretold : command.foretold()) {
      standing += foretell(foretold) ? 1 : 0;
    }
    return new Outcome.Foretold(standing);
  }

  /// Whether the constraint is expected to run out now.
  private boolean foretell(Foretold foretold) {
    ConstraintRef constraint = foretold.constraint();
    int scope = state.scopes.find(constraint.path());
    if (scope == ScopeTable.NONE) {
      return false;
    }
    for (ResourceType type : ResourceType.ALL) {
      if (constraint.kind() == ConstraintRef.Kind.POOL) {
        PoolState pool = state.poolAt(scope, type.ordinal()).orElse(null);
        if (pool != null && pool.pool.ref().equals(constraint)) {
          return foretell(foretold, new AlertBook.Spot(scope, type), Optional.empty());
        }
      } else {
        Optional<LimitStatus> limit =
            AlertUsage.find(state, scope, type.ordinal(), constraint, state.now());
        if (limit.isPresent()) {
          return foretell(foretold, new AlertBook.Spot(scope, type), limit.get().windowEnd());
        }
      }
    }
    return false;
  }

  private boolean foretell(Foretold foretold, AlertBook.Spot spot, Optional<Instant> windowEnd) {
    Instant now = state.nowInstant();
    Instant end = windowEnd.orElse(now.plus(Foretold.LEAD));
    Instant believed = now.plus(foretold.holds());
    long until = windowEnd.filter(believed::isAfter).orElse(believed).toEpochMilli();
    boolean stands = state.alerts.isForetold(foretold.constraint());
    boolean comes = isBefore(foretold.exhaustion().expected(), end);
    boolean mayCome = isBefore(foretold.exhaustion().earliest(), end);
    if (comes || (stands && mayCome)) {
      state.alerts.foretell(spot, foretold, until);
      return true;
    }
    if (stands) {
      state.alerts.clear(foretold.constraint(), AlertRef.FORECAST);
    }
    return false;
  }

  private static boolean isBefore(Optional<Instant> at, Instant end) {
    return at.filter(end::isAfter).isPresent();
  }
}
