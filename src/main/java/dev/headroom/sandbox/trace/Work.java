package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.util.List;

/// What a row means here.
///
/// @param line of the row
/// @param request what it asks for when it is submitted
/// @param runMillis how long it runs once it has that
/// @param spends what it has spent by then
record Work(long line, AllocationRequest request, long runMillis, List<Spending> spends) {
  /// An amount of one type.
  record Spending(ResourceType type, long amount) {
    /// For a run that lasts so long in all.
    Spending lasting(long millis) {
      return type == ResourceType.TIME ? new Spending(type, millis) : this;
    }

    /// For a caller that has so much less of a type than it asked for, and makes do with the rest.
    Spending without(ResourceType lacking, long amountLacking) {
      return type == lacking && type != ResourceType.TIME
          ? new Spending(type, Math.max(0, amount - amountLacking))
          : this;
    }

    /// What of it is spent when part of the run is over; may be nothing.
    Spending by(double part) {
      return new Spending(type, Math.round(amount * part));
    }
  }

  /// How many millicores it asks for; 0 where it is no job of a cluster.
  long millicores() {
    return request.lines().stream()
        .filter(line -> line.type() == ResourceType.COMPUTE)
        .mapToLong(RequestLine::amount)
        .sum();
  }
}
