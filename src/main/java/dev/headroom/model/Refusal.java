package dev.headroom.model;

import java.util.List;

/// A command that the engine did not take, and why. A refused command changes nothing.
public sealed interface Refusal extends Answer {

  /// The command contradicts a rule, or is no command at all.
  ///
  /// @param problems everything that is wrong with it
  record Invalid(List<Problem> problems) implements Refusal {
    /// One thing that is wrong.
    public static Invalid at(String pointer, String detail) {
      return new Invalid(List.of(new Problem(pointer, detail)));
    }
  }

  /// There is no such allocation, or it ended long ago.
  ///
  /// @param allocation the unknown name
  record UnknownAllocation(AllocationId allocation) implements Refusal {}

  /// The allocation has ended too long ago for usage to be recorded, or too many have since (U4).
  ///
  /// @param allocation its name
  record TooLate(AllocationId allocation) implements Refusal {}

  /// The allocation still waits: it has nothing to use, renew or resize.
  ///
  /// @param allocation its name
  record StillWaiting(AllocationId allocation) implements Refusal {}

  /// The allocation has no line of that type.
  ///
  /// @param allocation its name
  /// @param type the type it lacks
  record NoSuchLine(AllocationId allocation, ResourceType type) implements Refusal {}

  /// There is no such scope.
  ///
  /// @param path the unknown path
  record UnknownScope(ScopePath path) implements Refusal {}

  /// There is no such pool.
  ///
  /// @param pool the unknown name
  record UnknownPool(PoolId pool) implements Refusal {}

  /// There is no such conflict, or it closed long ago.
  ///
  /// @param conflict the unknown name
  record UnknownConflict(ConflictId conflict) implements Refusal {}

  /// Nothing waits under that name any more, or nothing ever did.
  ///
  /// @param allocation the name
  record NotWaiting(AllocationId allocation) implements Refusal {}

  /// There is no such alert, or it has cleared and was acknowledged.
  ///
  /// @param alert the unknown name
  record UnknownAlert(AlertRef alert) implements Refusal {}

  /// There is no such checkpoint, or it was forgotten.
  ///
  /// @param checkpoint the unknown name
  record UnknownCheckpoint(CheckpointId checkpoint) implements Refusal {}

  /// A scope has too many allocations for one checkpoint.
  ///
  /// @param path the scope
  /// @param found how many are live at and below it
  /// @param most how many may be
  record TooManyAllocations(ScopePath path, int found, int most) implements Refusal {}

  /// There is no such loan in the pool, or it has ended (P7).
  ///
  /// @param loan the unknown name
  record UnknownLoan(LoanId loan) implements Refusal {}

  /// A member has less of its quota unused than it would lend (P7).
  ///
  /// @param member who would lend
  /// @param asked how much it would lend
  /// @param lendable how much it could
  record NotLendable(ScopePath member, long asked, long lendable) implements Refusal {}

  /// All checkpoints together would keep too much.
  ///
  /// @param kept what they weigh now, see [Checkpoint#weight(int)]
  /// @param most what they may weigh
  record TooManyCheckpoints(int kept, int most) implements Refusal {}

  /// The request id was used for something else (A5).
  ///
  /// @param request the id
  record RequestIdConflict(RequestId request) implements Refusal {}

  /// The change was based on an older version (L9).
  ///
  /// @param what the limits or the pool it changes
  /// @param basedOn the version the change names
  /// @param current the version that holds
  record StaleVersion(String what, long basedOn, long current) implements Refusal {}

  /// The instance cannot write its journal (D4); it takes commands again once it can. Rules count
  /// READ_ONLY among the reasons of denials (A4), but nothing was decided of which a line and a
  /// constraint could be named.
  ///
  /// @param cause what is in the way
  record ReadOnly(String cause) implements Refusal {}

  /// The caller is unknown to the instance, or may not ask for this. No engine says so; whoever
  /// stands before it does.
  ///
  /// @param detail what is not allowed to whom
  record NotAllowed(String detail) implements Refusal {}

  /// One thing that is wrong with a command.
  ///
  /// @param pointer where, as a JSON pointer into the command
  /// @param detail what, and what would be right
  record Problem(String pointer, String detail) {
    private String sentence() {
      return pointer.isEmpty() ? detail : pointer + ": " + detail;
    }
  }

  /// The refusal in one sentence for people.
  default String sentence() {
    return switch (this) {
      case Invalid(var problems) ->
          String.join("; ", problems.stream().map(Problem::sentence).toList());
      case UnknownAllocation(var allocation) ->
          "there is no allocation " + allocation + ", or it has ended";
      case TooLate(var allocation) ->
          "allocation " + allocation + " has ended; usage is recorded for 10 minutes after the end";
      case StillWaiting(var allocation) -> "allocation " + allocation + " still waits";
      case NoSuchLine(var allocation, var type) ->
          "allocation " + allocation + " has no line of " + type;
      case UnknownScope(var path) -> "there is no scope " + path;
      case UnknownPool(var pool) -> "there is no pool " + pool;
      case UnknownConflict(var conflict) ->
          "there is no conflict " + conflict + ", or it closed long ago";
      case NotWaiting(var allocation) -> "allocation " + allocation + " does not wait any more";
      case UnknownAlert(var alert) -> "there is no alert at " + alert;
      case UnknownCheckpoint(var checkpoint) ->
          "there is no checkpoint " + checkpoint + ", or it was forgotten";
      case UnknownLoan(var loan) -> "there is no loan " + loan + " in that pool, or it has ended";
      case NotLendable(var member, long asked, long lendable) ->
          member
              + " has "
              + lendable
              + " of its own quota unused, and cannot lend "
              + asked
              + " (rule P7)";
      case TooManyAllocations(var path, int found, int most) ->
          path + " has " + found + " live allocations; a checkpoint keeps at most " + most;
      case TooManyCheckpoints(int kept, int most) ->
          "checkpoints keep "
              + kept
              + " of at most "
              + most
              + " allocations in all; forget some first";
      case RequestIdConflict(var request) ->
          "request id " + request + " was used for another request";
      case NotAllowed(var detail) -> detail;
      case ReadOnly(var cause) -> "nothing can be changed now: " + cause;
      case StaleVersion(var what, var basedOn, var current) ->
          what + " changed meanwhile: based on version " + basedOn + ", now at " + current;
    };
  }
}
