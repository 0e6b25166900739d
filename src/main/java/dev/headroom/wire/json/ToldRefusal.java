package dev.headroom.wire.json;

import dev.headroom.model.AllocationId;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.LoanId;
import dev.headroom.model.Refusal;

/// A refusal in the numbers and names that its reader knows, see [Disguise].
final class ToldRefusal {
  private ToldRefusal() {}

  /// The refusal in one sentence.
  static String sentence(Refusal refusal) {
    return shown(refusal, Disguise.current()).sentence();
  }

  private static Refusal shown(Refusal refusal, Disguise disguise) {
    return switch (refusal) {
      case Refusal.UnknownAllocation(var id) ->
          new Refusal.UnknownAllocation(allocation(id, disguise));
      case Refusal.TooLate(var id) -> new Refusal.TooLate(allocation(id, disguise));
      case Refusal.StillWaiting(var id) -> new Refusal.StillWaiting(allocation(id, disguise));
      case Refusal.NotWaiting(var id) -> new Refusal.NotWaiting(allocation(id, disguise));
      case Refusal.NoSuchLine(var id, var type) ->
          new Refusal.NoSuchLine(allocation(id, disguise), type);
      case Refusal.UnknownConflict(var id) ->
          new Refusal.UnknownConflict(
              new ConflictId(disguise.shown(Disguise.Kind.CONFLICT, id.value())));
      case Refusal.UnknownCheckpoint(var id) ->
          new Refusal.UnknownCheckpoint(
              new CheckpointId(disguise.shown(Disguise.Kind.CHECKPOINT, id.value())));
      case Refusal.UnknownLoan(var id) ->
          new Refusal.UnknownLoan(new LoanId(disguise.shown(Disguise.Kind.LOAN, id.value())));
      case Refusal.RequestIdConflict(var id) -> new Refusal.RequestIdConflict(disguise.shown(id));
      case Refusal.StaleVersion(var what, long basedOn, long current) ->
          new Refusal.StaleVersion(
              what,
              disguise.shown(Disguise.Kind.VERSION, basedOn),
              disguise.shown(Disguise.Kind.VERSION, current));
      case Refusal.Invalid _,
          Refusal.UnknownScope _,
          Refusal.UnknownPool _,
          Refusal.UnknownAlert _,
          Refusal.TooManyAllocations _,
          Refusal.TooManyCheckpoints _,
          Refusal.NotLendable _,
          Refusal.ReadOnly _,
          Refusal.NotAllowed _ ->
          refusal;
    };
  }

  private static AllocationId allocation(AllocationId id, Disguise disguise) {
    return new AllocationId(disguise.shown(Disguise.Kind.ALLOCATION, id.value()));
  }
}
