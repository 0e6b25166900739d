package dev.headroom.console.viewmodel.graph;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.WaitRow;
import java.util.Optional;

/// A scope that waits or holds something, a constraint, or those who wait beyond the first few.
///
/// @param key what tells it from all others
/// @param kind what it is
/// @param title what it is called
/// @param detail what it needs or holds, for people
/// @param sentence all of that, for screen readers
/// @param address the scope where it leads
/// @param level how much it calls for attention
/// @param request the request that waits, where it is one
public record WaitNode(
    String key,
    Kind kind,
    String title,
    String detail,
    String sentence,
    String address,
    Level level,
    Optional<WaitRow> request) {

  /// What a node can be.
  public enum Kind {
    /// A scope that waits; it may hold something too.
    WAITER,
    /// A scope that holds what others wait for, and does not wait itself.
    HOLDER,
    CONSTRAINT,
    /// Those who wait at a constraint beyond the first few.
    MORE
  }
}
