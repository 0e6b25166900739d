package dev.headroom.model;

import java.time.Instant;

/// Many alerts at scopes with the same parent, folded into one row.
///
/// @param parent the scope above those that have the alerts
/// @param severity the gravest of them
/// @param newest when the newest was raised
/// @param counts how many, by severity
public record AlertFlood(
    ScopePath parent, Severity severity, Instant newest, ScopeStatus.AlertCounts counts) {
  /// How many alerts at scopes with one parent are folded.
  public static final int COUNT_MIN = 10;
}
