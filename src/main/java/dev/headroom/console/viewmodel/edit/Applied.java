package dev.headroom.console.viewmodel.edit;

import java.time.Instant;
import java.util.List;

/// A change set that was applied here, so that it can be undone.
///
/// @param version that it gave the configuration
/// @param at when
/// @param reason why
/// @param edits what it changed
public record Applied(long version, Instant at, String reason, List<Edit> edits) {}
