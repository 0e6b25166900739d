package dev.headroom.model.report;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Period;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a report is about.
///
/// @param path the scope, with all below it
/// @param from the first instant; taken down to the whole minute
/// @param to the first instant after it; taken up to the whole minute, and to now where that is
///   earlier
/// @param step into how long parts the span is divided, by the calendar of the instance's time
///   zone; empty for no division
/// @param children how many of the scope's children are compared at most
public record UsageQuery(
    ScopePath path, Instant from, Instant to, Optional<Period> step, int children) {
  /// Most children that are compared.
  public static final int CHILDREN_MAX = 1000;

  /// Most parts that a span is divided into.
  public static final int STEPS_MAX = 1000;

  /// How many children are compared where nobody says.
  public static final int CHILDREN_USUAL = 20;

  /// @throws InvalidValueException where the span is empty or a number out of range
  public UsageQuery {
    if (!from.isBefore(to)) {
      throw new InvalidValueException("a report begins before it ends, not %s to %s", from, to);
    }
    if (children < 0 || children > CHILDREN_MAX) {
      throw new InvalidValueException(
          "a report compares 0 to %d children, not %d", CHILDREN_MAX, children);
    }
    Duration least = step.map(UsageQuery::leastLength).orElse(Duration.between(from, to));
    if (Duration.between(from, to).dividedBy(least) >= STEPS_MAX) {
      throw new InvalidValueException(
          "a report is divided into at most %d parts; %s is too short", STEPS_MAX, step.get());
    }
  }

  /// How short such a part can be.
  private static Duration leastLength(Period step) {
    Duration unit =
        switch (step.unit()) {
          case MINUTE -> Duration.ofMinutes(1);
          case HOUR -> Duration.ofHours(1);
          case DAY -> Duration.ofHours(22);
          case WEEK -> Duration.ofDays(6);
          case MONTH -> Duration.ofDays(27);
        };
    return unit.multipliedBy(step.count());
  }

  /// The same up to another instant.
  public UsageQuery until(Instant end) {
    return new UsageQuery(path, from, end, step, children);
  }

  /// A report without division that compares the usual number of children.
  public static UsageQuery of(ScopePath path, Instant from, Instant to) {
    return new UsageQuery(path, from, to, Optional.empty(), CHILDREN_USUAL);
  }
}
