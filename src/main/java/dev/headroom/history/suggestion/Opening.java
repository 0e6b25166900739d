package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Config;
import dev.headroom.model.LimitStatus;
import java.time.Instant;
import java.util.List;

/// How an instance stands at the beginning of a span.
///
/// @param at when
/// @param config what holds
/// @param limits all limits as they stand
/// @param live all allocations that have their resources
/// @param waiting all that wait, in order
public record Opening(
    Instant at,
    Config config,
    List<LimitStatus> limits,
    List<AllocationStatus> live,
    List<AllocationStatus> waiting) {}
