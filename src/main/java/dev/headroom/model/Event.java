package dev.headroom.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that happened, in the one order in which it happened (rule T3).
///
/// @param sequence counts up from 1 without gaps
/// @param at the engine's time
/// @param body what
public record Event(long sequence, Instant at, Body body) {
  /// The six families of events.
  public enum Family {
    RESOURCE_USAGE,
    RESOURCE_ALERT,
    RESOURCE_EXHAUSTED,
    RESOURCE_CONFLICT,
    CONFIG_CHANGED,
    SCOPE_CLOSED
  }

  /// What happened.
  public sealed interface Body {
    /// The scope that it concerns.
    ScopePath path();

    /// Whether it concerns anyone at or below a scope.
    default boolean concerns(ScopePath scope) {
      return path().isWithin(scope);
    }

    /// Which family it belongs to.
    default Family family() {
      return switch (this) {
        case Granted _, Used _, Ended _, Renewed _, Resized _ -> Family.RESOURCE_USAGE;
        case CheckpointTaken _, CheckpointRestored _, CheckpointForgotten _ ->
            Family.RESOURCE_USAGE;
        case AlertRaised _, AlertCleared _, AlertAcknowledged _, AlertReopened _ ->
            Family.RESOURCE_ALERT;
        case AlertsShelved _, AlertsUnshelved _, StandingChanged _ -> Family.RESOURCE_ALERT;
        case Exhausted _ -> Family.RESOURCE_EXHAUSTED;
        case Queued _,
            Denied _,
            Preempted _,
            ConflictOpened _,
            ConflictDecided _,
            ConflictResolved _,
            ConflictClosed _,
            Shrunk _,
            DeadlockFound _ ->
            Family.RESOURCE_CONFLICT;
        case ConfigChanged _, ToppedUp _, QuotaLent _, QuotaReturned _ -> Family.CONFIG_CHANGED;
        case ScopeClosed _ -> Family.SCOPE_CLOSED;
      };
    }
  }

  /// An allocation was granted, at once or after a wait.
  ///
  /// @param waitedMillis how long it waited
  /// @param shortfalls what kept lines from being granted as asked, cut or left out (A3)
  public record Granted(
      ScopePath path,
      AllocationId allocation,
      List<GrantedLine> lines,
      Instant expiresAt,
      long waitedMillis,
      List<Denial> shortfalls)
      implements Body {
    /// Granted as asked.
    public Granted(
        ScopePath path,
        AllocationId allocation,
        List<GrantedLine> lines,
        Instant expiresAt,
        long waitedMillis) {
      this(path, allocation, lines, expiresAt, waitedMillis, List.of());
    }
  }

  /// Usage was recorded.
  ///
  /// @param amount how much this record added
  /// @param beyond how much of it was beyond the reservation (U3)
  /// @param cost what it cost, without the overage charge
  /// @param overageCharge what consumption beyond a soft limit costs on top (L6)
  public record Used(
      ScopePath path,
      AllocationId allocation,
      ResourceType type,
      long amount,
      long beyond,
      Money cost,
      String category,
      Money overageCharge)
      implements Body {
    /// Usage within the allowance, or in its grace.
    public Used(
        ScopePath path,
        AllocationId allocation,
        ResourceType type,
        long amount,
        long beyond,
        Money cost,
        String category) {
      this(path, allocation, type, amount, beyond, cost, category, Money.ZERO);
    }
  }

  /// An allocation ended (A7).
  ///
  /// @param returned what came back
  public record Ended(
      ScopePath path, AllocationId allocation, EndCause cause, List<GrantedLine> returned)
      implements Body {}

  /// An allocation has a new expiry.
  public record Renewed(ScopePath path, AllocationId allocation, Instant expiresAt)
      implements Body {}

  /// A line of an allocation was resized by `difference`.
  public record Resized(ScopePath path, AllocationId allocation, ResourceType type, long difference)
      implements Body {}

  /// What a scope holds and has used is kept.
  ///
  /// @param allocations how many the checkpoint has
  public record CheckpointTaken(ScopePath path, CheckpointId checkpoint, int allocations)
      implements Body {}

  /// A checkpoint was restored; what was reserved for it was said before.
  ///
  /// @param path the scope of the checkpoint
  /// @param reserved for how many allocations something was reserved
  /// @param lacking how many do not have all that they had
  public record CheckpointRestored(
      ScopePath path, CheckpointId checkpoint, int reserved, int lacking) implements Body {}

  /// A checkpoint was given up, or gave way to a newer one of its scope.
  public record CheckpointForgotten(ScopePath path, CheckpointId checkpoint) implements Body {}

  /// A request began to wait (Q1).
  public record Queued(
      ScopePath path, AllocationId allocation, ConstraintRef at, List<Denial> because)
      implements Body {}

  /// A request, new or waiting, was denied.
  ///
  /// @param allocation the name it waited under; empty for one that never waited
  public record Denied(
      ScopePath path, Optional<AllocationId> allocation, List<Denial> denials, long waitedMillis)
      implements Body {}

  /// An allocation is revoked for the sake of another (Q3); that it ends, and what comes back, is
  /// said next.
  ///
  /// @param priority the effective priority with which it was granted
  /// @param at the constraint at which it stood in the way
  /// @param by for whose sake; empty for a reader from whom that one is hidden
  /// @param byPath the scope of that one; where it is hidden, the constraint's, at or below which
  ///   it is
  /// @param byPriority the effective priority of that one
  /// @param requeuedAs the name under which it waits again, if it asked for that
  public record Preempted(
      ScopePath path,
      AllocationId allocation,
      Priority priority,
      ConstraintRef at,
      Optional<AllocationId> by,
      ScopePath byPath,
      Priority byPriority,
      Optional<AllocationId> requeuedAs)
      implements Body {}

  /// An allocation that declared itself negotiable is made smaller for the sake of another (Q3);
  /// that it is resized is said next.
  ///
  /// @param amount by how much
  /// @param at the constraint at which it stood in the way
  /// @param by for whose sake; empty for a reader from whom that one is hidden
  /// @param byPath the scope of that one; where it is hidden, the constraint's, at or below which
  ///   it is
  public record Shrunk(
      ScopePath path,
      AllocationId allocation,
      ResourceType type,
      long amount,
      ConstraintRef at,
      Optional<AllocationId> by,
      ScopePath byPath)
      implements Body {}

  /// A request waits where nobody waited (Q1).
  ///
  /// @param by the scope of the request
  /// @param allocation the name under which it waits
  public record ConflictOpened(
      ScopePath path, ConflictId conflict, ConstraintRef at, ScopePath by, AllocationId allocation)
      implements Body {}

  /// One that waited was decided (Q8).
  public record ConflictDecided(
      ScopePath path,
      ConflictId conflict,
      AllocationId allocation,
      Conflict.Verdict verdict,
      long waitedMillis)
      implements Body {}

  /// An administrator has decided about one that waits (Q7); what came of it is said next.
  public record ConflictResolved(
      ScopePath path,
      ConflictId conflict,
      AllocationId allocation,
      Resolution resolution,
      String author,
      String reason)
      implements Body {}

  /// Nobody waits any more.
  ///
  /// @param decided how many were decided
  public record ConflictClosed(ScopePath path, ConflictId conflict, ConstraintRef at, long decided)
      implements Body {}

  /// Scopes wait for each other in a circle (Q6); who is denied to break it is said next.
  ///
  /// @param conflict the conflict in which that one waits
  /// @param cycle each waits for what the next one holds some of, the last for what the first does;
  ///   the first is the one whose wait has closed it
  /// @param denied which of their requests is denied
  public record DeadlockFound(
      ScopePath path, ConflictId conflict, List<Conflict.Wait> cycle, AllocationId denied)
      implements Body {}

  /// A constraint's use crossed a threshold upward (T1), or it is expected to run out (T5).
  ///
  /// @param percent the threshold; [AlertRef#FORECAST] where it is said beforehand
  /// @param used what is used now
  /// @param allowance what may be used
  /// @param forecast when it is expected to run out; empty unless it is said beforehand
  public record AlertRaised(
      ScopePath path,
      ConstraintRef constraint,
      ResourceType type,
      int percent,
      Severity severity,
      long used,
      long allowance,
      Optional<Exhaustion> forecast)
      implements Body {
    /// That of a threshold.
    public AlertRaised(
        ScopePath path,
        ConstraintRef constraint,
        ResourceType type,
        int percent,
        Severity severity,
        long used,
        long allowance) {
      this(path, constraint, type, percent, severity, used, allowance, Optional.empty());
    }
  }

  /// A constraint's use fell clear of a threshold, or a new window began (T1), or it is not
  /// expected to run out any more (T5).
  public record AlertCleared(
      ScopePath path, ConstraintRef constraint, ResourceType type, int percent) implements Body {}

  /// Someone knows of an alert (T2).
  public record AlertAcknowledged(ScopePath path, AlertRef alert, String author, String note)
      implements Body {}

  /// An acknowledged alert wants attention again, since a higher threshold of its constraint was
  /// crossed (T2).
  public record AlertReopened(ScopePath path, AlertRef alert) implements Body {}

  /// Alerts are kept out of sight (T2).
  ///
  /// @param what one alert, or all at and below a scope, those to come included
  /// @param until the first instant at which they can be seen again, at the latest
  public record AlertsShelved(
      ScopePath path, Command.Shelvable what, Instant until, String author, String reason)
      implements Body {}

  /// Alerts can be seen again (T2).
  ///
  /// @param what one alert, or all at and below a scope
  /// @param author who brought them back; empty where their time was over or the alert cleared
  public record AlertsUnshelved(ScopePath path, Command.Shelvable what, String author)
      implements Body {}

  /// A soft limit stands differently: a grace has begun or begun anew, or ended, or use is within
  /// the allowance again (L6).
  ///
  /// @param standing from now on
  /// @param used what counts against the allowance now
  /// @param allowance what may be used
  public record StandingChanged(
      ScopePath path,
      ConstraintRef constraint,
      ResourceType type,
      Standing standing,
      long used,
      long allowance)
      implements Body {}

  /// An allocation has consumed more than it reserved; said once per allocation and type (U3).
  public record Exhausted(ScopePath path, AllocationId allocation, ResourceType type)
      implements Body {}

  /// A change set was applied; `path` is `/`.
  public record ConfigChanged(
      ScopePath path, long version, List<Change> changes, String author, String reason)
      implements Body {}

  /// A pool was topped up.
  public record ToppedUp(ScopePath path, PoolId pool, long amount, String author, String reason)
      implements Body {}

  /// One member of a pool has lent another of its quota (P7). Concerns both.
  ///
  /// @param path the lender
  public record QuotaLent(ScopePath path, LentQuota loan) implements Body {
    @Override
    public boolean concerns(ScopePath scope) {
      return loan.concerns(scope);
    }
  }

  /// A quota that was lent is guaranteed to its lender again (P7). Concerns both.
  ///
  /// @param path the lender
  /// @param end how it came to that
  /// @param peak the most that the borrower has used of it at once
  /// @param author who called it back; empty where nobody did
  /// @param reason why; empty where nobody did
  public record QuotaReturned(
      ScopePath path, LentQuota loan, LentQuota.End end, long peak, String author, String reason)
      implements Body {
    @Override
    public boolean concerns(ScopePath scope) {
      return loan.concerns(scope);
    }
  }

  /// A scope was closed.
  public record ScopeClosed(ScopePath path) implements Body {}
}
