package dev.headroom.engine.reference;

import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request would get (rule A3).
///
/// @param granted its lines as they would be granted; empty where it is not granted
/// @param failed why it is not granted
/// @param shortfalls what kept optional lines of a granted request from being whole
/// @param obstacle where it would wait: the constraint that it met first
/// @param minimums what the granted lines would be content with
record Decision(
    List<GrantedLine> granted,
    List<Denial> failed,
    List<Denial> shortfalls,
    Optional<Place> obstacle,
    Map<ResourceType, Long> minimums) {
  /// One that grants nothing.
  static Decision failing(List<Denial> failed, Optional<Place> obstacle) {
    return new Decision(List.of(), List.copyOf(failed), List.of(), obstacle, Map.of());
  }

  boolean grants() {
    return failed.isEmpty();
  }

  /// Whether waiting could help: it fails by contention alone (Q1).
  boolean mayWait() {
    return failed.stream().allMatch(denial -> denial.reason() == Denial.Reason.CONTENTION);
  }
}
