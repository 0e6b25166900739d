package dev.headroom.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A scope at one instant: what a row of the tree shows.
///
/// @param path which
/// @param types every type that is constrained, reserved or was consumed there
/// @param children how many scopes are directly below
/// @param allocations how many allocations are live at and below it
/// @param waiters how many requests wait at and below it
/// @param alerts how many alerts stand at and below it
/// @param version of its limits, for changes (L9)
/// @param cost what usage at and below it has cost since it exists, overage charges included (U1,
///   L6)
/// @param changed when what is reserved or consumed at or below it changed last; empty for never
public record ScopeStatus(
    ScopePath path,
    List<TypeStatus> types,
    int children,
    int allocations,
    int waiters,
    AlertCounts alerts,
    long version,
    Money cost,
    Optional<Instant> changed) {

  /// Alerts by severity.
  public record AlertCounts(int info, int warning, int critical) {
    /// No alerts.
    public static final AlertCounts NONE = new AlertCounts(0, 0, 0);

    /// All of them.
    public int total() {
      return info + warning + critical;
    }
  }
}
