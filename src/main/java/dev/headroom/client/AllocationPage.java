package dev.headroom.client;

import dev.headroom.model.AllocationStatus;
import java.util.List;

/// A page of allocations.
///
/// @param allocations the page; waiting ones in the order in which they will be considered, live
///   ones newest first
/// @param total how many the query matches in all
public record AllocationPage(List<AllocationStatus> allocations, int total) {}
