package dev.headroom.console.viewmodel;

import dev.headroom.model.Refusal;
import java.util.stream.Collectors;

/// Says why a command was not taken. What a server says in words of its own stays as it is. Pure.
final class Refusals {
  private Refusals() {}

  static String text(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Invalid(var problems) ->
          problems.stream()
              .map(problem -> Wording.text("refusal.invalid", problem.pointer(), problem.detail()))
              .collect(Collectors.joining("; "));
      case Refusal.UnknownAllocation(var allocation) ->
          Wording.text("refusal.unknownAllocation", allocation);
      case Refusal.TooLate(var allocation) -> Wording.text("refusal.tooLate", allocation);
      case Refusal.StillWaiting(var allocation) -> Wording.text("refusal.stillWaiting", allocation);
      case Refusal.NoSuchLine(var allocation, var type) ->
          Wording.text("refusal.noSuchLine", allocation, Figures.name(type));
      case Refusal.UnknownScope(var path) -> Wording.text("refusal.unknownScope", path);
      case Refusal.UnknownPool(var pool) -> Wording.text("refusal.unknownPool", pool);
      case Refusal.UnknownConflict(var conflict) ->
          Wording.text("refusal.unknownConflict", conflict);
      case Refusal.NotWaiting(var allocation) -> Wording.text("refusal.notWaiting", allocation);
      case Refusal.UnknownAlert(var alert) ->
          Wording.text("refusal.unknownAlert", Phrases.alert(alert));
      case Refusal.UnknownCheckpoint(var checkpoint) ->
          Wording.text("refusal.unknownCheckpoint", checkpoint);
      case Refusal.UnknownLoan(var loan) -> Wording.text("refusal.unknownLoan", loan);
      case Refusal.NotLendable(var member, long asked, long lendable) ->
          Wording.text("refusal.notLendable", member, lendable, asked);
      case Refusal.TooManyAllocations(var path, int found, int most) ->
          Wording.text("refusal.tooManyAllocations", path, found, most);
      case Refusal.TooManyCheckpoints(int kept, int most) ->
          Wording.text("refusal.tooManyCheckpoints", kept, most);
      case Refusal.RequestIdConflict(var request) ->
          Wording.text("refusal.requestIdConflict", request);
      case Refusal.StaleVersion(var what, long basedOn, long current) ->
          Wording.text("refusal.staleVersion", what, basedOn, current);
      case Refusal.ReadOnly(var cause) -> Wording.text("refusal.readOnly", cause);
      case Refusal.NotAllowed(var detail) -> detail;
    };
  }
}
