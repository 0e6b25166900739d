package dev.headroom.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened where requests contended for a constraint, from the first that failed to the last
/// that was decided (rules Q1, Q8).
///
/// @param id its name
/// @param at the constraint, as it was when the conflict opened
/// @param type what they contend for
/// @param openedAt when the first request failed
/// @param openedBy the scope of that request
/// @param closedAt when the last was decided; empty while someone waits
/// @param starvation whether someone waits, or waited, for longer than the starvation interval (Q5)
/// @param waiting how many wait
/// @param decided how many were decided in all
/// @param decisions the latest of the decisions, oldest first
public record Conflict(
    ConflictId id,
    ConstraintRef at,
    ResourceType type,
    Instant openedAt,
    ScopePath openedBy,
    Optional<Instant> closedAt,
    boolean starvation,
    int waiting,
    long decided,
    List<Decision> decisions) {

  /// What became of one request, and why.
  ///
  /// @param path its scope
  /// @param allocation its name; empty for one that was denied without ever having one
  /// @param verdict what was decided
  /// @param at when
  /// @param waitedMillis how long it had waited
  /// @param because what its lines lacked: those for which it was denied or moved on, or those that
  ///   were cut or left out when it was granted
  /// @param losses who lost what by it
  /// @param ruling who decided, and why, if it was an administrator
  /// @param cycle the deadlock that it was to break, if that was why (Q6)
  public record Decision(
      ScopePath path,
      Optional<AllocationId> allocation,
      Verdict verdict,
      Instant at,
      long waitedMillis,
      List<Denial> because,
      List<Loss> losses,
      Optional<Ruling> ruling,
      List<Wait> cycle) {}

  /// A decision that was about an allocation, or at its cost (A9).
  ///
  /// @param conflict in which it was made
  /// @param at the constraint that was contended for
  /// @param type what was contended for
  public record Episode(
      ConflictId conflict, ConstraintRef at, ResourceType type, Decision decision) {}

  /// The decisions of this conflict that were about an allocation or at its cost, oldest first.
  public List<Episode> concerning(AllocationId allocation) {
    return decisions.stream()
        .filter(decision ->
            decision.allocation().filter(allocation::equals).isPresent()
                || decision.losses().stream()
                    .anyMatch(loss -> loss.allocation().equals(allocation)))
        .map(decision -> new Episode(id, at, type, decision))
        .toList();
  }

  /// One scope of a deadlock: it waits for what the next one holds some of, the last one for what
  /// the first one does (Q6).
  ///
  /// @param path the scope
  /// @param allocation which of its requests waits
  /// @param at for which constraint
  public record Wait(ScopePath path, AllocationId allocation, ConstraintRef at) {}

  /// An administrator's word (Q7).
  ///
  /// @param author who
  /// @param reason why
  public record Ruling(String author, String reason) {}

  /// What can be decided about a request.
  public enum Verdict {
    /// Room was made by others, or by time.
    GRANTED,
    /// Allocations of lower priority were revoked for it.
    GRANTED_BY_PREEMPTION,
    /// More was borrowed for it than usual, or others were made smaller.
    GRANTED_BY_NEGOTIATION,
    /// What was there was split, and this is its share.
    SHARED,
    /// Its maximum wait passed.
    TIMED_OUT,
    /// Its caller wanted it no more.
    CANCELLED,
    /// An administrator granted it over the limit.
    OVERRIDDEN,
    /// It was not ready to wait, or an administrator denied it.
    DENIED,
    /// Its scope was closed.
    SCOPE_CLOSED,
    /// It was denied so that others of a deadlock can go on.
    DEADLOCK,
    /// Another constraint keeps it now; it waits in the conflict there.
    MOVED
  }

  /// What someone lost for the sake of a request.
  ///
  /// @param path whose
  /// @param allocation which
  /// @param amount how much of what is contended for
  public record Loss(ScopePath path, AllocationId allocation, long amount) {}
}
