package dev.headroom.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the engine decided about a command that it understood.
public sealed interface Outcome extends Answer {

  /// The four outcomes of a request (rule A4).
  sealed interface Allocated extends Outcome {}

  /// Every line is reserved in full.
  ///
  /// @param allocation its name
  /// @param expiresAt when it ends unless renewed
  /// @param lines what was reserved
  record Granted(AllocationId allocation, Instant expiresAt, List<GrantedLine> lines)
      implements Allocated {}

  /// All required lines are reserved; optional ones were cut or left out.
  ///
  /// @param allocation its name
  /// @param expiresAt when it ends unless renewed
  /// @param lines what was reserved
  /// @param shortfalls per line that was cut, replaced or left out, what bound it
  record Partial(
      AllocationId allocation, Instant expiresAt, List<GrantedLine> lines, List<Denial> shortfalls)
      implements Allocated {}

  /// The request waits (Q4). The allocation's name holds from now on.
  ///
  /// @param allocation its name, to be granted under, or to be released to cancel the wait
  /// @param conflict the conflict that it is part of
  /// @param at where it waits
  /// @param position 1 for the next in line
  /// @param waitsUntil when it is denied at the latest
  record Queued(
      AllocationId allocation,
      ConflictId conflict,
      ConstraintRef at,
      int position,
      Instant waitsUntil)
      implements Allocated {}

  /// Nothing was reserved.
  ///
  /// @param denials for every line that failed, why
  record Denied(List<Denial> denials) implements Allocated {}

  /// Usage was recorded (U2, U3).
  ///
  /// @param consumed all that the allocation has consumed of the type; for held types this sample
  /// @param remaining what is left of its reservation
  /// @param exhausted whether the caller has used more than it reserved and must stop
  /// @param cost what this record cost, without the overage charge
  /// @param overageCharge what consumption beyond a soft limit costs on top (L6)
  record Used(long consumed, long remaining, boolean exhausted, Money cost, Money overageCharge)
      implements Outcome {
    /// Usage within the allowance, or in its grace.
    public Used(long consumed, long remaining, boolean exhausted, Money cost) {
      this(consumed, remaining, exhausted, cost, Money.ZERO);
    }
  }

  /// The allocation, or the wait for it, has ended (A7).
  ///
  /// @param returned what came back, per type
  record Released(List<GrantedLine> returned) implements Outcome {}

  /// The allocation has a new expiry.
  ///
  /// @param expiresAt when it ends now
  record Renewed(Instant expiresAt) implements Outcome {}

  /// A line was resized, or could not be.
  sealed interface Resized extends Outcome {}

  /// The line has its new size.
  ///
  /// @param reserved what is reserved now, not yet consumed
  /// @param flags what a soft limit says about what was added (L6)
  record ResizedTo(long reserved, List<GrantedLine.Flag> flags) implements Resized {
    /// Resized within every allowance.
    public ResizedTo(long reserved) {
      this(reserved, List.of());
    }
  }

  /// The difference could not be had; nothing changed.
  ///
  /// @param denial why
  record NotResized(Denial denial) implements Resized {}

  /// The scope and everything below it was closed (S3).
  ///
  /// @param allocations how many allocations were released
  /// @param waiters how many waiting requests were denied
  record Closed(int allocations, int waiters) implements Outcome {}

  /// A change set was applied (L9).
  ///
  /// @param version the configuration's new version
  record ConfigChanged(long version) implements Outcome {}

  /// A pool was topped up.
  ///
  /// @param available what the pool has now
  record ToppedUp(long available) implements Outcome {}

  /// A quota is lent (P7).
  ///
  /// @param loan its name
  record QuotaLent(LoanId loan) implements Outcome {}

  /// A quota that was lent is called back (P7).
  ///
  /// @param peak the most that the borrower has used of it at once
  record QuotaRecalled(long peak) implements Outcome {}

  /// What was foretold is known (see [Command.Foretell]).
  ///
  /// @param standing how many of those constraints are expected to run out now
  record Foretold(int standing) implements Outcome {}

  /// A score was added (see [Command.ReportScore]).
  ///
  /// @param total all that was achieved at and below the scope
  record ScoreReported(long total) implements Outcome {}

  /// What became of a batch (A6).
  sealed interface OfBatch extends Outcome {}

  /// Every request of the batch has an answer of its own. Of an atomic batch, all are granted.
  ///
  /// @param answers in the order of the requests
  record Batched(List<Answer> answers) implements OfBatch {}

  /// Nothing of an atomic batch was reserved.
  ///
  /// @param failing the requests that could not be granted together with those before them
  record BatchDenied(List<Failing> failing) implements OfBatch {}

  /// One request that keeps an atomic batch from being granted.
  ///
  /// @param index its place in the batch, from 0
  /// @param denials for every line that failed, why
  record Failing(int index, List<Denial> denials) {}

  /// What a scope holds and has used is kept.
  ///
  /// @param checkpoint its name
  /// @param allocations how many it has
  record CheckpointTaken(CheckpointId checkpoint, int allocations) implements Outcome {}

  /// The checkpoint is no more.
  record CheckpointForgotten() implements Outcome {}

  /// What became of a restore.
  sealed interface OfRestore extends Outcome {}

  /// What was missing is reserved; where partial was asked for, as far as it fits.
  ///
  /// @param allocations what became of each, in the order of the checkpoint
  record Restored(List<Restoration> allocations) implements OfRestore {}

  /// Nothing was reserved, since not all that is missing fits.
  ///
  /// @param lacking the allocations for which there is not enough, together with those before them
  record NotRestored(List<Lacking> lacking) implements OfRestore {}

  /// What became of one allocation of a checkpoint.
  ///
  /// @param then its name in the checkpoint
  /// @param now its name now; empty where it has ended and nothing was reserved for it
  /// @param reserved what was reserved; nothing where nothing was missing
  /// @param shortfalls per line that was cut or left out, what bound it
  record Restoration(
      AllocationId then,
      Optional<AllocationId> now,
      List<GrantedLine> reserved,
      List<Denial> shortfalls) {}

  /// One allocation that keeps a checkpoint from being restored.
  ///
  /// @param then its name in the checkpoint
  /// @param denials for every line that failed, why
  record Lacking(AllocationId then, List<Denial> denials) {}

  /// An administrator's decision was carried out (Q7).
  ///
  /// @param conflict the conflict that the request was part of
  /// @param waits whether it still waits
  record Resolved(ConflictId conflict, boolean waits) implements Outcome {}

  /// The alert is acknowledged (T2).
  record AlertAcknowledged() implements Outcome {}

  /// Alerts are shelved (T2).
  ///
  /// @param hidden how many that could be seen before
  record AlertsShelved(int hidden) implements Outcome {}

  /// Alerts are shelved no more (T2).
  ///
  /// @param shown how many can be seen again
  record AlertsUnshelved(int shown) implements Outcome {}

  /// Time was advanced.
  record TimeAdvanced() implements Outcome {}
}
