package dev.headroom.console.viewmodel.graph;

/// A scope waits at a constraint, or a constraint is held by a scope.
///
/// @param from the key of a node
/// @param to the key of another
/// @param kind what it means
public record WaitEdge(String from, String to, Kind kind) {

  /// What an edge can mean.
  public enum Kind {
    WAITS,
    HELD_BY,
    /// It is part of a circle of those who wait for each other.
    CIRCLE,
    /// It was part of such a circle until that was broken.
    BROKEN
  }
}
