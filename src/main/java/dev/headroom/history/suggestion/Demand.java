package dev.headroom.history.suggestion;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import java.time.Instant;
import java.util.List;

/// What was asked for in a span.
///
/// @param from its beginning
/// @param to its end
/// @param jobs all requests for resources, those that were there at its beginning included, in
///   order
/// @param others what else was asked that changes what is granted, in order
public record Demand(Instant from, Instant to, List<Job> jobs, List<Other> others) {
  /// A command that is no request for resources and not about one.
  ///
  /// @param answer what was answered then
  public record Other(long at, long order, Command command, Answer answer) {}

  /// The same with other jobs.
  public Demand withJobs(List<Job> changed) {
    return new Demand(from, to, changed, others);
  }

  /// How many hours it lasts, at least a minute.
  public double hours() {
    return Math.max(60_000, to.toEpochMilli() - from.toEpochMilli()) / 3_600_000.0;
  }
}
