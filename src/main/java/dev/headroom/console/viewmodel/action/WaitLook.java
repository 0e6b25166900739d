package dev.headroom.console.viewmodel.action;

import dev.headroom.model.Conflict;
import dev.headroom.model.Explanation;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known about one request that waits, at one instant.
///
/// @param status how it stands
/// @param line those who wait in the same conflict, itself included, as many as were asked for
/// @param conflict the conflict's story; empty where it has closed meanwhile
/// @param chain the constraints that it meets for what it lacks; empty where that is unknown
/// @param at the instant
record WaitLook(
    WaitStatus status,
    List<WaitStatus> line,
    Optional<Conflict> conflict,
    Optional<Explanation> chain,
    Instant at) {

  /// The constraint that keeps it, in full.
  Optional<Explanation.Link> link() {
    return chain.flatMap(known ->
        known.links().stream().filter(link -> link.constraint().equals(status.at())).findFirst());
  }

  /// How much is missing.
  long missing() {
    return Math.max(0, status.requested() - Math.max(0, status.free()));
  }
}
