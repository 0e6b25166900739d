package dev.headroom.engine.reference;

import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import java.util.List;
import java.util.Optional;

/// What a request would get (rule A3).
///
/// @param granted its lines as they would be granted; empty where it is not granted
/// @param failed why it is not granted
/// @param shortfalls what kept optional lines of a granted request from being whole
/// @param obstacle where it would wait: the constraint that it met first
record Decision(
    List<GrantedLine> granted,
    List<Denial> failed,
    List<Denial> shortfalls,
    Optional<Place> obstacle) {

  boolean grants() {
    return failed.isEmpty();
  }

  /// Whether waiting could help: it fails by contention alone (Q1).
  boolean mayWait() {
    return failed.stream().allMatch(denial -> denial.reason() == Denial.Reason.CONTENTION);
  }
}
