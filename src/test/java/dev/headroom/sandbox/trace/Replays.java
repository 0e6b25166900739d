package dev.headroom.sandbox.trace;

import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Options for small replays.
final class Replays {
  private Replays() {}

  static ReplayOptions options() {
    return options(Config.EMPTY, Duration.ZERO);
  }

  static ReplayOptions options(Config config, Duration maxWait) {
    return new ReplayOptions(Optional.empty(), config, 1, maxWait, 100, false);
  }

  /// A pool of so many processors at `/`.
  static Config processors(int count) {
    return pool(ResourceType.COMPUTE, Pool.Terms.of(count * 1000L));
  }

  static Config pool(ResourceType type, Pool.Terms terms) {
    return new Config(
        Settings.DEFAULT,
        List.of(),
        List.of(new Pool(new PoolId("pool"), ScopePath.ROOT, type, terms)));
  }

  static Config limit(String path, ResourceType type, Limit.Terms terms) {
    return new Config(
        Settings.DEFAULT, List.of(new Limit(ScopePath.of(path), type, terms)), List.of());
  }
}
