package dev.headroom.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A request that waits, what it waits for, and what stands before it, at one instant (rule Q8).
///
/// @param id its name
/// @param path its scope
/// @param conflict the conflict that it is part of
/// @param at the constraint that keeps it
/// @param type what it lacks
/// @param position 1 for whoever is considered next
/// @param waiting how many wait there in all
/// @param behind who is considered just before it; empty for the first
/// @param behindPath the scope of that one
/// @param since when it began to wait; earlier, by what it had waited before, if it waits again
/// @param until when it is denied at the latest
/// @param requested how much it needs of the constraint at least
/// @param free how much the constraint has left
/// @param priority that of the request
/// @param effective the priority that it has come to by waiting (Q2)
/// @param starves whether nobody may pass it any more (Q5)
/// @param blockers who holds most of the constraint, the most first
/// @param expectedAt when it will fit, going by expiries, replenishment and window ends that are
///   known, once everyone before it has what they need; empty where nothing known frees it
public record WaitStatus(
    AllocationId id,
    ScopePath path,
    ConflictId conflict,
    ConstraintRef at,
    ResourceType type,
    int position,
    int waiting,
    Optional<AllocationId> behind,
    Optional<ScopePath> behindPath,
    Instant since,
    Instant until,
    long requested,
    long free,
    Priority priority,
    Priority effective,
    boolean starves,
    List<Blocker> blockers,
    Optional<Instant> expectedAt) {

  /// An allocation that holds some of what is waited for.
  ///
  /// @param path its scope
  /// @param id its name
  /// @param reserved how much it has reserved
  /// @param rank the effective priority with which it was granted
  /// @param until when it expires unless renewed
  public record Blocker(
      ScopePath path, AllocationId id, long reserved, Priority rank, Instant until) {}
}
