package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.GrantedLine;
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
    private Spending stretched(long millis) {
      return type == ResourceType.TIME ? new Spending(type, millis) : this;
    }

    /// What of it is spent when part of the run is over; may be nothing.
    Spending by(double part) {
      return new Spending(type, Math.round(amount * part));
    }
  }

  /// Whether its lease ends with it, so that it expires rather than being released (rule A8).
  boolean expires() {
    return runMillis >= request.lease().toMillis();
  }

  /// What it comes to with what was granted: with part of its processors, a job takes so much
  /// longer, and spends the time that it takes.
  Work with(List<GrantedLine> lines) {
    for (GrantedLine line : lines) {
      if (line.type() == ResourceType.COMPUTE && line.granted() < line.requested()) {
        double factor = (double) line.requested() / line.granted();
        long millis = (long) Math.ceil(runMillis * factor);
        List<Spending> stretched = spends.stream().map(each -> each.stretched(millis)).toList();
        return new Work(this.line, request, millis, stretched);
      }
    }
    return this;
  }
}
