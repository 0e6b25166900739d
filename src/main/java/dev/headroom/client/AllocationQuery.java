package dev.headroom.client;

import dev.headroom.model.ScopePath;

/// Asks for allocations.
///
/// @param below at and below which scope
/// @param waiting whether to list waiting requests instead of live allocations
/// @param offset how many to skip
/// @param count how many at most
public record AllocationQuery(ScopePath below, boolean waiting, int offset, int count) {}
