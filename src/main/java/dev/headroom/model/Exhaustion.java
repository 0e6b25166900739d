package dev.headroom.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When what may be used is used up.
///
/// @param earliest in one of ten cases it is used up before; empty where not even then within the
///   time that was looked at
/// @param expected the most likely; empty where that is not within that time
/// @param latest in one of ten cases it is used up only later; empty likewise
public record Exhaustion(
    Optional<Instant> earliest, Optional<Instant> expected, Optional<Instant> latest) {
  /// Not within the time that was looked at.
  public static final Exhaustion NONE =
      new Exhaustion(Optional.empty(), Optional.empty(), Optional.empty());

  /// Takes instants in whole milliseconds; what is finer is cut off.
  public Exhaustion {
    earliest = earliest.map(Exhaustion::whole);
    expected = expected.map(Exhaustion::whole);
    latest = latest.map(Exhaustion::whole);
  }

  private static Instant whole(Instant at) {
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
