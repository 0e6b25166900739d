package dev.headroom.model;

import java.util.List;

/// All settings, limits and pools of an instance, sorted; what a config document says.
///
/// @param settings the settings
/// @param limits by path, type and period
/// @param pools by id
public record Config(Settings settings, List<Limit> limits, List<Pool> pools) {
  /// Default settings, no limits and no pools.
  public static final Config EMPTY = new Config(Settings.DEFAULT, List.of(), List.of());

  /// Sorts what it is given.
  public Config {
    limits = limits.stream().sorted().toList();
    pools = pools.stream().sorted().toList();
  }
}
