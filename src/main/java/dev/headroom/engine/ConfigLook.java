package dev.headroom.engine;

import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.List;

/// Gathers settings, limits and pools as they hold.
final class ConfigLook {
  private ConfigLook() {}

  static Config of(EngineState state) {
    List<Limit> limits = new ArrayList<>();
    for (int scope = 0; scope < state.scopes.end(); scope++) {
      if (state.scopes.exists(scope)) {
        addLimits(state, scope, limits);
      }
    }
    return new Config(
        state.settings(), limits, state.pools.all().stream().map(pool -> pool.pool).toList());
  }

  private static void addLimits(EngineState state, int scope, List<Limit> limits) {
    for (ResourceType type : ResourceType.ALL) {
      for (int limit : state.limits.of(scope, type.ordinal())) {
        limits.add(
            new Limit(
                state.scopes.path(scope), type, state.limits.terms(scope, type.ordinal(), limit)));
      }
    }
  }
}
