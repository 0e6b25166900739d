package dev.headroom.client;

import dev.headroom.model.Denial;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import java.util.List;
import java.util.stream.Collectors;

/// The step must not go on; see [StepGuard].
public final class StepStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why a step must stop.
  public sealed interface Reason {
    /// Its reservation was denied, or its wait ended in vain.
    ///
    /// @param denials for every line that failed, why; empty where nobody can tell any more
    record Denied(List<Denial> denials) implements Reason {}

    /// It has used up what it reserved, or its reservation has ended.
    ///
    /// @param used what was recorded last
    record Exhausted(ResourceType type, Outcome.Used used) implements Reason {}

    /// The instance did not take a command.
    record Refused(Refusal refusal) implements Reason {}

    /// The instance did not answer, however often it was asked.
    record Unreachable(String cause) implements Reason {}
  }

  private final transient Reason reason;

  /// @param reason why
  StepStoppedException(Reason reason) {
    super(sentence(reason));
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  private static String sentence(Reason reason) {
    return switch (reason) {
      case Reason.Denied(var denials) when denials.isEmpty() ->
          "the step's reservation was denied while it waited";
      case Reason.Denied(var denials) ->
          denials.stream()
              .map(StepStoppedException::sentence)
              .collect(Collectors.joining("; ", "the step's reservation was denied: ", ""));
      case Reason.Exhausted(var type, var used) ->
          "the step has consumed " + used.consumed() + " " + type + ", more than it has reserved";
      case Reason.Refused(var refusal) -> "the step was refused: " + refusal.sentence();
      case Reason.Unreachable(var cause) -> "the instance does not answer: " + cause;
    };
  }

  private static String sentence(Denial denial) {
    return denial.requested()
        + " "
        + denial.type()
        + " of "
        + denial.headroom()
        + " left at "
        + denial.binding()
        + " ("
        + denial.reason()
        + ")";
  }
}
