package dev.headroom.model;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What can be asked of the engine. Every mutating command carries an id of the caller's choosing:
/// the same id with the same content returns the first outcome again and changes nothing (rule A5).
public sealed interface Command {

  /// The caller's name for this command.
  RequestId id();

  /// Reserve resources (A1).
  record Allocate(RequestId id, AllocationRequest request) implements Command {}

  /// Record consumption (U1).
  record RecordUsage(RequestId id, UsageRecord usage) implements Command {}

  /// End an allocation, or the wait for one (A7).
  record Release(RequestId id, AllocationId allocation) implements Command {}

  /// Give an allocation a new expiry, `lease` from now (A7).
  record Renew(RequestId id, AllocationId allocation, Duration lease) implements Command {
    /// @throws InvalidValueException where the lease is out of range
    public Renew {
      AllocationRequest.requireLease(lease);
    }
  }

  /// Change how much of `type` an allocation has in all, consumed included (A7).
  ///
  /// @param amount the new total, at least 1
  record Resize(RequestId id, AllocationId allocation, ResourceType type, long amount)
      implements Command {
    /// @throws InvalidValueException where the amount is out of range
    public Resize {
      Amount.require(amount, 1, "a new size");
    }
  }

  /// Close a scope and everything below it (S3).
  record CloseScope(RequestId id, ScopePath path) implements Command {}

  /// Change limits, pools and settings, all or nothing (L9).
  ///
  /// @param author who; not empty
  /// @param reason why; not empty
  record ApplyChanges(RequestId id, List<Change> changes, String author, String reason)
      implements Command {
    /// @throws InvalidValueException without a change, author or reason
    public ApplyChanges {
      changes = List.copyOf(changes);
      if (changes.isEmpty()) {
        throw new InvalidValueException("a change set has at least one change");
      }
      requireAuthorAndReason(author, reason);
    }
  }

  /// Add stock to a pool of a spent type.
  ///
  /// @param amount how much; at least 1
  /// @param author who; not empty
  /// @param reason why; not empty
  record TopUp(RequestId id, PoolId pool, long amount, String author, String reason)
      implements Command {
    /// @throws InvalidValueException where the amount is out of range, or without author or reason
    public TopUp {
      Amount.require(amount, 1, "a top-up");
      requireAuthorAndReason(author, reason);
    }
  }

  /// Lend what is unused of a member's quota of a pool to another member, for a time (P7, see
  /// [LentQuota]).
  ///
  /// @param from the member that lends
  /// @param to the member that borrows
  /// @param amount how much; at least 1
  /// @param until when it returns at the latest, in whole milliseconds
  /// @param author who; not empty
  /// @param reason why; not empty
  record LendQuota(
      RequestId id,
      PoolId pool,
      ScopePath from,
      ScopePath to,
      long amount,
      Instant until,
      String author,
      String reason)
      implements Command {
    /// @throws InvalidValueException where the amount or the end is out of range, or without author
    ///   or reason
    public LendQuota {
      Amount.require(amount, 1, "a quota that is lent");
      QuotaLoan.requireEnd(until);
      requireAuthorAndReason(author, reason);
    }
  }

  /// Call back a quota that is lent, before its time (P7).
  ///
  /// @param pool of which pool
  /// @param author who; not empty
  /// @param reason why; not empty
  record RecallQuota(RequestId id, PoolId pool, LoanId loan, String author, String reason)
      implements Command {
    /// @throws InvalidValueException without author or reason
    public RecallQuota {
      requireAuthorAndReason(author, reason);
    }
  }

  /// Report what was achieved at a scope, in whatever unit the caller counts achievements: the
  /// ground for dividing budgets by performance ([Distribution]).
  ///
  /// @param score what was achieved since the last report; at least 0
  record ReportScore(RequestId id, ScopePath path, long score) implements Command {
    /// @throws InvalidValueException where the score is out of range
    public ReportScore {
      Amount.require(score, 0, "a score");
    }
  }

  /// Keep what a scope holds and has used, to restore it later ([Checkpoint]).
  ///
  /// @param path the scope, with all below it
  record TakeCheckpoint(RequestId id, ScopePath path) implements Command {}

  /// Reserve what is missing of what a checkpoint kept: in each allocation that lives, what it has
  /// less than then; for each that has ended, a new one with all that was still reserved. What was
  /// consumed stays consumed (S4). Preempts nobody and does not wait (A6).
  ///
  /// An allocation that was restored stands for the one before, in every checkpoint: so restoring
  /// again reserves nothing while they live.
  ///
  /// @param lease of the new allocations; those that live keep theirs
  /// @param partial whether each is to get what fits, instead of all or nothing
  record RestoreCheckpoint(RequestId id, CheckpointId checkpoint, Duration lease, boolean partial)
      implements Command {
    /// @throws InvalidValueException where the lease is out of range
    public RestoreCheckpoint {
      AllocationRequest.requireLease(lease);
    }
  }

  /// Give up a checkpoint; what was restored from it stays.
  record ForgetCheckpoint(RequestId id, CheckpointId checkpoint) implements Command {}

  /// Several requests as one command: each for itself, or all or none (A6).
  ///
  /// Each request has an id of its own besides the batch's. Said again, the batch returns its first
  /// outcome. A request that was decided under its own id, alone or in a batch, is not decided
  /// again: in an independent batch its first outcome stands in its place, in an atomic batch it is
  /// refused as a conflict of ids, since what was decided cannot be undone with the rest. A denied
  /// atomic batch decides nothing about its requests, so they can be asked again.
  ///
  /// @param atomic whether all are granted or none; none of them can wait then
  /// @param requests 1 to [#BATCH_MAX]
  record AllocateBatch(RequestId id, boolean atomic, List<Allocate> requests) implements Command {
    /// @throws InvalidValueException where there are none or too many, an id stands twice, or one
    ///   of an atomic batch would wait
    public AllocateBatch {
      requests = List.copyOf(requests);
      requireBatch(id, requests);
      if (atomic && requests.stream().anyMatch(each -> !each.request().maxWait().isZero())) {
        throw new InvalidValueException(
            "an atomic batch is decided at once: none of its requests has a maximum wait (A6)");
      }
    }
  }

  /// Many usage records as one command, each for itself: what happened is recorded whatever the
  /// others say (U1, A6). Ids are as in an independent [AllocateBatch].
  ///
  /// @param records 1 to [#BATCH_MAX]
  record RecordUsageBatch(RequestId id, List<RecordUsage> records) implements Command {
    /// @throws InvalidValueException where there are none or too many, or an id stands twice
    public RecordUsageBatch {
      records = List.copyOf(records);
      requireBatch(id, records);
    }
  }

  /// Decide about a request that waits (Q7).
  ///
  /// @param conflict the conflict that it was seen to be part of
  /// @param allocation the name under which it waits
  /// @param author who; not empty
  /// @param reason why; not empty
  record ResolveConflict(
      RequestId id,
      ConflictId conflict,
      AllocationId allocation,
      Resolution resolution,
      String author,
      String reason)
      implements Command {
    /// @throws InvalidValueException without author or reason
    public ResolveConflict {
      requireAuthorAndReason(author, reason);
    }
  }

  /// Say that one knows of an alert, whether it stands still or not (T2).
  ///
  /// @param author who; not empty
  /// @param note what there is to say about it; at 100 % and above it must not be empty
  record AcknowledgeAlert(RequestId id, AlertRef alert, String author, String note)
      implements Command {
    /// @throws InvalidValueException without an author, or where a text is too long
    public AcknowledgeAlert {
      requireTexts(author, note);
      if (author.isBlank()) {
        throw new InvalidValueException("an acknowledgement names its author (T2)");
      }
    }
  }

  /// Keep alerts out of sight for a while (T2).
  ///
  /// @param what one alert, or all at and below a scope
  /// @param life how long
  /// @param author who; not empty
  /// @param reason why; not empty
  record ShelveAlerts(RequestId id, Shelvable what, ShelfLife life, String author, String reason)
      implements Command {
    /// @throws InvalidValueException without an author or reason
    public ShelveAlerts {
      requireAuthorAndReason(author, reason);
    }
  }

  /// Bring shelved alerts back before their time (T2).
  ///
  /// @param what one alert, or all at and below a scope
  /// @param author who; not empty
  /// @param reason why; not empty
  record UnshelveAlerts(RequestId id, Shelvable what, String author, String reason)
      implements Command {
    /// @throws InvalidValueException without an author or reason
    public UnshelveAlerts {
      requireAuthorAndReason(author, reason);
    }
  }

  /// Say beforehand when constraints will run out, or that they will not (T5). Constraints that
  /// there are not any more are passed over.
  ///
  /// @param foretold 1 to [#BATCH_MAX], each of another constraint
  record Foretell(RequestId id, List<Foretold> foretold) implements Command {
    /// @throws InvalidValueException where there are none or too many, or a constraint stands twice
    public Foretell {
      foretold = List.copyOf(foretold);
      if (foretold.isEmpty() || foretold.size() > BATCH_MAX) {
        throw new InvalidValueException(
            "what is foretold is of 1 to %d constraints, not %d", BATCH_MAX, foretold.size());
      }
      if (foretold.stream().map(Foretold::constraint).distinct().count() < foretold.size()) {
        throw new InvalidValueException("of each constraint one thing is foretold");
      }
    }
  }

  /// What can be shelved.
  sealed interface Shelvable {
    /// One alert.
    record One(AlertRef alert) implements Shelvable {}

    /// All alerts at and below a scope.
    record Subtree(ScopePath path) implements Shelvable {}
  }

  /// Let time pass: whatever falls due is done. The only command without an id, since repeating it
  /// changes nothing.
  record AdvanceTime() implements Command {
    private static final RequestId NONE = new RequestId("-");

    @Override
    public RequestId id() {
      return NONE;
    }
  }

  /// Most requests or records of one batch.
  int BATCH_MAX = 1_000;

  private static void requireBatch(RequestId batch, List<? extends Command> commands) {
    if (commands.isEmpty() || commands.size() > BATCH_MAX) {
      throw new InvalidValueException(
          "a batch has 1 to %d requests, not %d", BATCH_MAX, commands.size());
    }
    Set<RequestId> ids = new HashSet<>(Set.of(batch));
    for (Command command : commands) {
      if (!ids.add(command.id())) {
        throw new InvalidValueException("a batch names a request id twice: %s", command.id());
      }
    }
  }

  private static void requireAuthorAndReason(String author, String reason) {
    if (author.isBlank() || reason.isBlank()) {
      throw new InvalidValueException(
          "a change of limits, pools, loans or alerts names its author and reason (L9, P7, T2)");
    }
    requireTexts(author, reason);
  }

  private static void requireTexts(String author, String reason) {
    if (author.length() > Labels.LENGTH_MAX || reason.length() > 4 * Labels.LENGTH_MAX) {
      throw new InvalidValueException(
          "an author has at most %d characters, a reason %d",
          Labels.LENGTH_MAX, 4 * Labels.LENGTH_MAX);
    }
  }
}
