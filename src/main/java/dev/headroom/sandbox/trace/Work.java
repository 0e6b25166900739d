package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ResourceType;
import java.util.List;

/// What a row means here.
///
/// @param line of the row
/// @param request what it asks for when it is submitted
/// @param runMillis how long it runs once it has that
/// @param spends what it has spent by then
record Work(long line, AllocationRequest request, long runMillis, List<Spending> spends) {
  /// An amount of one type; at least 1.
  record Spending(ResourceType type, long amount) {}

  /// Whether its lease ends with it, so that it expires rather than being released (rule A8).
  boolean expires() {
    return runMillis >= request.lease().toMillis();
  }
}
