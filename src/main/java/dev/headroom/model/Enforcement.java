package dev.headroom.model;

import java.time.Duration;
import java.util.Optional;

/// What happens at a limit's allowance (rules L5, L6).
public sealed interface Enforcement {
  /// Nothing beyond the allowance is granted.
  Enforcement HARD = new Hard();

  /// Nothing beyond the allowance is granted (L5).
  record Hard() implements Enforcement {}

  /// Beyond the allowance requests are granted for a while, then refused or charged (L6).
  ///
  /// @param grace how long after first exceeding the allowance requests are granted; at most 366
  ///   days, in whole milliseconds
  /// @param overage what happens after the grace
  record Soft(Duration grace, Overage overage) implements Enforcement {
    private static final Duration GRACE_MAX = Duration.ofDays(366);

    /// @throws InvalidValueException where the grace is out of range
    public Soft {
      requireGrace(grace);
    }

    /// Returns `grace` if it is not negative, in whole milliseconds, and at most 366 days.
    ///
    /// @throws InvalidValueException where it is not
    public static Duration requireGrace(Duration grace) {
      if (grace.isNegative()
          || grace.compareTo(GRACE_MAX) > 0
          || grace.toNanosPart() % 1_000_000 != 0) {
        throw new InvalidValueException(
            "a grace period is between PT0S and %s in whole milliseconds, not %s",
            GRACE_MAX, grace);
      }
      return grace;
    }
  }

  /// What happens beyond the allowance once the grace is over.
  sealed interface Overage {
    /// Overage is refused.
    record Refused() implements Overage {}

    /// Overage is granted, and its cost multiplied.
    ///
    /// @param multiplierMillis thousandths by which the cost is multiplied; at least 1000
    /// @param cap the most that may be used beyond the allowance, if there is such a cap
    record Charged(long multiplierMillis, Optional<Long> cap) implements Overage {
      /// @throws InvalidValueException where the multiplier is below 1 or the cap no amount
      public Charged {
        if (multiplierMillis < 1000 || multiplierMillis > 1_000_000) {
          throw new InvalidValueException("an overage multiplier is between 1 and 1000");
        }
        cap.ifPresent(most -> Amount.require(most, 0, "an overage cap"));
      }
    }
  }
}
