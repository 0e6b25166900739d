package dev.headroom.model;

import java.time.Duration;
import java.util.Optional;

/// How long alerts are shelved (rule T2): never endlessly.
public enum ShelfLife {
  FIFTEEN_MINUTES(Optional.of(Duration.ofMinutes(15))),
  ONE_HOUR(Optional.of(Duration.ofHours(1))),
  EIGHT_HOURS(Optional.of(Duration.ofHours(8))),
  /// Until the constraint's window ends, or for [#LONGEST] where that is sooner or there is none.
  UNTIL_RESET(Optional.empty()),
  /// Until the alert clears, or for [#LONGEST] where that is sooner.
  UNTIL_CLEARED(Optional.empty());

  /// The longest that any alert is shelved.
  public static final Duration LONGEST = Duration.ofDays(7);

  private final Optional<Duration> length;

  ShelfLife(Optional<Duration> length) {
    this.length = length;
  }

  /// How long, where that is known beforehand. Then a shelf for a scope holds for alerts to come
  /// too; otherwise only for those that are there.
  public Optional<Duration> length() {
    return length;
  }
}
