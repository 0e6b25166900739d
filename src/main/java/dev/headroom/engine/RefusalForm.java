package dev.headroom.engine;

import dev.headroom.model.AlertRef;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.LoanId;
import dev.headroom.model.PoolId;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;

/// Refusals as bytes, among the outcomes of a batch: like those a tag, then what it says. Saved
/// states have these bytes, so that no tag ever gets another meaning.
final class RefusalForm {
  private RefusalForm() {}

  /// Writes a refusal where a form stands.
  static void write(Refusal refusal, OutcomeForm to) {
    switch (refusal) {
      case Refusal.Invalid(var problems) -> {
        to.number(0).number(problems.size());
        problems.forEach(problem -> to.text(problem.pointer()).text(problem.detail()));
      }
      case Refusal.UnknownAllocation(var allocation) -> to.number(2).number(allocation.value());
      case Refusal.StillWaiting(var allocation) -> to.number(3).number(allocation.value());
      case Refusal.NoSuchLine(var allocation, var type) ->
          to.number(4).number(allocation.value()).number(type.ordinal());
      case Refusal.UnknownScope(var path) -> to.number(5).text(path.text());
      case Refusal.UnknownPool(var pool) -> to.number(6).text(pool.value());
      case Refusal.RequestIdConflict(var request) -> to.number(7).text(request.value());
      case Refusal.ReadOnly(var cause) -> to.number(22).text(cause);
      case Refusal.NotAllowed(var detail) -> to.number(23).text(detail);
      case Refusal.StaleVersion(var what, long basedOn, long current) ->
          to.number(8).text(what).number(basedOn).number(current);
      case Refusal.TooLate(var allocation) -> to.number(9).number(allocation.value());
      case Refusal.UnknownCheckpoint(var checkpoint) -> to.number(50).number(checkpoint.value());
      case Refusal.TooManyAllocations(var path, int found, int most) ->
          to.number(51).text(path.text()).number(found).number(most);
      case Refusal.TooManyCheckpoints(int kept, int most) ->
          to.number(52).number(kept).number(most);
      case Refusal.UnknownLoan(var loan) -> to.number(70).number(loan.value());
      case Refusal.NotLendable(var member, long asked, long lendable) ->
          to.number(71).text(member.text()).number(asked).number(lendable);
      case Refusal.UnknownConflict(var conflict) -> to.number(20).number(conflict.value());
      case Refusal.NotWaiting(var allocation) -> to.number(21).number(allocation.value());
      case Refusal.UnknownAlert(var alert) -> {
        to.number(10);
        to.constraint(alert.constraint());
        to.number(alert.percent());
      }
    }
  }

  /// Reads what [#write] wrote.
  static Refusal read(OutcomeForm from) {
    int tag = (int) from.number();
    return switch (tag) {
      case 0 -> new Refusal.Invalid(from.list(() -> new Refusal.Problem(from.text(), from.text())));
      case 2 -> new Refusal.UnknownAllocation(from.allocation());
      case 3 -> new Refusal.StillWaiting(from.allocation());
      case 4 -> new Refusal.NoSuchLine(from.allocation(), from.type());
      case 5 -> new Refusal.UnknownScope(ScopePath.of(from.text()));
      case 6 -> new Refusal.UnknownPool(new PoolId(from.text()));
      case 7 -> new Refusal.RequestIdConflict(new RequestId(from.text()));
      case 50 -> new Refusal.UnknownCheckpoint(new CheckpointId(from.number()));
      case 51 ->
          new Refusal.TooManyAllocations(
              ScopePath.of(from.text()), (int) from.number(), (int) from.number());
      case 52 -> new Refusal.TooManyCheckpoints((int) from.number(), (int) from.number());
      case 70 -> new Refusal.UnknownLoan(new LoanId(from.number()));
      case 71 -> new Refusal.NotLendable(ScopePath.of(from.text()), from.number(), from.number());
      case 20 -> new Refusal.UnknownConflict(new ConflictId(from.number()));
      case 21 -> new Refusal.NotWaiting(from.allocation());
      case 8 -> new Refusal.StaleVersion(from.text(), from.number(), from.number());
      case 9 -> new Refusal.TooLate(from.allocation());
      case 22 -> new Refusal.ReadOnly(from.text());
      case 23 -> new Refusal.NotAllowed(from.text());
      case 10 -> new Refusal.UnknownAlert(new AlertRef(from.constraint(), (int) from.number()));
      default -> throw new IllegalStateException("no refusal has the tag " + tag);
    };
  }
}
