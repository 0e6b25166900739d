package dev.headroom.client;

import dev.headroom.model.Config;

/// A configuration with the versions that changes of it are based on. Those of a scope's limits and
/// of a pool come with their status.
///
/// @param config what holds
/// @param version its version as a whole; 0 before the first change
/// @param settingsVersion the version of its settings
public record VersionedConfig(Config config, long version, long settingsVersion) {}
