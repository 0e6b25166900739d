package dev.headroom.sandbox.scenario;

import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.Enforcement.Soft;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.Optional;

/// How tight a limit is, said by what its scope is expected to use, so that it is as tight with a
/// million scopes as with sixty.
///
/// @param type what is limited
/// @param period the limit's windows; empty for held types
/// @param percent how much of the limit is in use: of held types on average, of spent types at the
///   end of a window, or with a past `passes` after the beginning
/// @param passes when a scope with a past comes to `percent`; empty for one without a past
/// @param enforcement what happens at its edge
record Budget(
    ResourceType type,
    Optional<Period> period,
    int percent,
    Optional<Duration> passes,
    Enforcement enforcement) {

  /// A limit of what is held.
  static Budget held(ResourceType type, int percent) {
    return new Budget(type, Optional.empty(), percent, Optional.empty(), Enforcement.HARD);
  }

  /// A limit of what is spent in each window.
  ///
  /// @param period for example `PT1M`
  static Budget per(String period, ResourceType type, int percent) {
    return new Budget(
        type, Optional.of(Period.of(period)), percent, Optional.empty(), Enforcement.HARD);
  }

  /// A limit of a long period of which most is spent already, so that it comes to `percent` soon. A
  /// scope must not have another budget for the same type besides it.
  ///
  /// @param period a day or longer
  static Budget passing(String period, ResourceType type, int percent, Duration after) {
    return new Budget(
        type, Optional.of(Period.of(period)), percent, Optional.of(after), Enforcement.HARD);
  }

  /// The same, but more is granted for a while, and refused after that.
  Budget refusingAfter(Duration grace) {
    return with(new Soft(grace, new Overage.Refused()));
  }

  /// The same, but more is granted for a while, and after that at a multiple of its cost.
  ///
  /// @param multiplierMillis in thousandths
  Budget chargingAfter(Duration grace, long multiplierMillis) {
    return with(new Soft(grace, new Overage.Charged(multiplierMillis, Optional.empty())));
  }

  private Budget with(Enforcement other) {
    return new Budget(type, period, percent, passes, other);
  }
}
