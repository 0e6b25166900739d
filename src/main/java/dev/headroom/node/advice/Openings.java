package dev.headroom.node.advice;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.history.suggestion.Opening;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks at how an engine stands.
final class Openings {
  private Openings() {}

  static Opening of(Engine engine, Instant at) {
    Inspector inspector = engine.inspector();
    Config config = inspector.config();
    Set<ScopePath> limited = new LinkedHashSet<>();
    config.limits().stream().map(Limit::path).forEach(limited::add);
    List<LimitStatus> limits = new ArrayList<>();
    for (ScopePath path : limited) {
      inspector
          .scope(path, at)
          .ifPresent(scope -> scope.types().forEach(type -> limits.addAll(type.limits())));
    }
    return new Opening(
        at,
        config,
        limits,
        inspector.allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE),
        inspector.allocations(ScopePath.ROOT, true, 0, Integer.MAX_VALUE));
  }
}
