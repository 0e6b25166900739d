package dev.headroom.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An allocation, live or waiting, at one instant.
///
/// @param id its name
/// @param path its scope
/// @param state live or waiting
/// @param priority how urgent
/// @param since when it was granted, or began to wait
/// @param until when it expires, or stops waiting
/// @param lines what it has; for a waiting one, what it asks for
/// @param because why it does not have all that it asked for: what lines lacked that were cut or
///   left out when it was granted (A3); for a waiting one, what it lacked when considered last
/// @param purpose in the caller's words; may be empty
/// @param labels the caller's own
public record AllocationStatus(
    AllocationId id,
    ScopePath path,
    State state,
    Priority priority,
    Instant since,
    Instant until,
    List<Line> lines,
    List<Denial> because,
    String purpose,
    Map<String, String> labels) {

  /// Whether it has its resources.
  public enum State {
    LIVE,
    WAITING
  }

  /// One line.
  ///
  /// @param reserved what is reserved and not consumed
  /// @param consumed what was consumed; for held types the last sample
  public record Line(ResourceType type, long reserved, long consumed) {}
}
