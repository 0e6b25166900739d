package dev.headroom.client;

import dev.headroom.model.Config;

/// A configuration with the version that a change of it is based on.
///
/// @param config what holds
/// @param version its version; 0 before the first change
public record VersionedConfig(Config config, long version) {}
