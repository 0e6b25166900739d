package dev.headroom.model;

import java.time.Duration;
import java.util.List;

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

  /// Let time pass: whatever falls due is done. The only command without an id, since repeating it
  /// changes nothing.
  record AdvanceTime() implements Command {
    private static final RequestId NONE = new RequestId("-");

    @Override
    public RequestId id() {
      return NONE;
    }
  }

  private static void requireAuthorAndReason(String author, String reason) {
    if (author.isBlank() || reason.isBlank()) {
      throw new InvalidValueException(
          "a change of limits or pools names its author and reason (L9)");
    }
    if (author.length() > Labels.LENGTH_MAX || reason.length() > 4 * Labels.LENGTH_MAX) {
      throw new InvalidValueException(
          "an author has at most %d characters, a reason %d",
          Labels.LENGTH_MAX, 4 * Labels.LENGTH_MAX);
    }
  }
}
