package dev.headroom.model;

import java.time.Duration;

/// When a constraint will run out, as was said by whoever looks at what was used (rule T5).
///
/// @param constraint which
/// @param exhaustion when it will; [Exhaustion#NONE] where it will not
/// @param holds how long that is to be believed unless it is said again
public record Foretold(ConstraintRef constraint, Exhaustion exhaustion, Duration holds) {
  /// A limit without windows, and a pool, give an alert where they run out within so long.
  public static final Duration LEAD = Duration.ofDays(1);

  /// The longest that anything is believed.
  public static final Duration HOLDS_MAX = Duration.ofDays(7);

  /// @throws InvalidValueException where `holds` is out of range or not in whole milliseconds, or
  ///   the instants are not in order
  public Foretold {
    if (holds.compareTo(Duration.ofMillis(1)) < 0
        || holds.compareTo(HOLDS_MAX) > 0
        || holds.toNanosPart() % 1_000_000 != 0) {
      throw new InvalidValueException(
          "what is foretold holds for PT0.001S to %s in whole milliseconds, not %s",
          HOLDS_MAX, holds);
    }
  }
}
