package dev.headroom.model;

import java.util.List;

/// A scope at one instant: what a row of the tree shows.
///
/// @param path which
/// @param types every type that is constrained, reserved or was consumed there
/// @param children how many scopes are directly below
/// @param allocations how many allocations are live at and below it
/// @param waiters how many requests wait at and below it
/// @param alerts how many alerts stand at and below it
/// @param version of its limits, for changes (L9)
public record ScopeStatus(
    ScopePath path,
    List<TypeStatus> types,
    int children,
    int allocations,
    int waiters,
    AlertCounts alerts,
    long version) {

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
