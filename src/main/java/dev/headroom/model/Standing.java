package dev.headroom.model;

import java.time.Instant;

/// How use stands against the allowance of a limit (rule L6). A hard limit is always within: what
/// goes beyond it was never granted.
public sealed interface Standing {
  /// No more than the allowance is used.
  Standing WITHIN = new Within();

  /// The grace is over.
  Standing OVERAGE = new Overage();

  /// No more than the allowance is used, or the limit is hard.
  record Within() implements Standing {}

  /// More than the allowance is used, and requests are granted nevertheless.
  ///
  /// @param until the first instant at which they are not any more, or charged
  record Grace(Instant until) implements Standing {}

  /// More than the allowance is used and the grace is over: more is refused, or charged.
  record Overage() implements Standing {}
}
