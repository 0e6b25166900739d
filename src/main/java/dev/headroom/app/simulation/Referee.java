package dev.headroom.app.simulation;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestLine;
import java.util.List;

/// Checks that an answer is one to the command (A3, A4, A6).
final class Referee {
  private Referee() {}

  static void check(Command command, Answer answer) {
    if (answer instanceof Refusal) {
      return;
    }
    boolean fits =
        switch (command) {
          case Command.Allocate(var _, var request) -> isAnswer(request, answer);
          case Command.RecordUsage _ -> answer instanceof Outcome.Used;
          case Command.Release _ -> answer instanceof Outcome.Released;
          case Command.Renew _ -> answer instanceof Outcome.Renewed;
          case Command.Resize _ -> answer instanceof Outcome.Resized;
          case Command.CloseScope _ -> answer instanceof Outcome.Closed;
          case Command.ApplyChanges _ -> answer instanceof Outcome.ConfigChanged;
          case Command.TopUp _ -> answer instanceof Outcome.ToppedUp;
          case Command.LendQuota _ -> answer instanceof Outcome.QuotaLent;
          case Command.RecallQuota _ -> answer instanceof Outcome.QuotaRecalled;
          case Command.AcknowledgeAlert _ -> answer instanceof Outcome.AlertAcknowledged;
          case Command.ShelveAlerts _ -> answer instanceof Outcome.AlertsShelved;
          case Command.UnshelveAlerts _ -> answer instanceof Outcome.AlertsUnshelved;
          case Command.Foretell _ -> answer instanceof Outcome.Foretold;
          case Command.ResolveConflict _ -> answer instanceof Outcome.Resolved;
          case Command.ReportScore _ -> answer instanceof Outcome.ScoreReported;
          case Command.TakeCheckpoint _ -> answer instanceof Outcome.CheckpointTaken;
          case Command.RestoreCheckpoint restore -> isAnswer(restore, answer);
          case Command.ForgetCheckpoint _ -> answer instanceof Outcome.CheckpointForgotten;
          case Command.AllocateBatch batch -> isAnswer(batch, answer);
          case Command.RecordUsageBatch batch ->
              answer instanceof Outcome.Batched(var answers) && each(batch.records(), answers);
          case Command.AdvanceTime _ -> answer instanceof Outcome.TimeAdvanced;
        };
    ViolationException.unless(fits, "no answer to such a command", answer);
  }

  private static boolean isAnswer(AllocationRequest request, Answer answer) {
    return switch (answer) {
      case Outcome.Granted(var _, var _, var lines) ->
          lines.stream().allMatch(line -> line.granted() == line.requested())
              && sum(lines) == request.lines().stream().mapToLong(RequestLine::amount).sum();
      case Outcome.Partial(var _, var _, var lines, var shortfalls) ->
          !shortfalls.isEmpty() && sum(lines) >= required(request);
      case Outcome.Queued queued -> !request.maxWait().isZero() && queued.position() >= 1;
      case Outcome.Denied(var denials) -> !denials.isEmpty();
      default -> false;
    };
  }

  private static boolean isAnswer(Command.RestoreCheckpoint restore, Answer answer) {
    return switch (answer) {
      case Outcome.Restored(var allocations) ->
          restore.partial() || allocations.stream().allMatch(each -> each.shortfalls().isEmpty());
      case Outcome.NotRestored(var lacking) -> !restore.partial() && !lacking.isEmpty();
      default -> false;
    };
  }

  private static boolean isAnswer(Command.AllocateBatch batch, Answer answer) {
    return switch (answer) {
      case Outcome.Batched(var answers) ->
          each(batch.requests(), answers)
              && (!batch.atomic()
                  || answers.stream()
                      .allMatch(each ->
                          each instanceof Outcome.Granted || each instanceof Outcome.Partial));
      case Outcome.BatchDenied(var failing) -> batch.atomic() && !failing.isEmpty();
      default -> false;
    };
  }

  private static boolean each(List<? extends Command> commands, List<Answer> answers) {
    if (commands.size() != answers.size()) {
      return false;
    }
    for (int at = 0; at < commands.size(); at++) {
      check(commands.get(at), answers.get(at));
    }
    return true;
  }

  private static long required(AllocationRequest request) {
    return request.lines().stream()
        .filter(RequestLine::required)
        .mapToLong(RequestLine::minimum)
        .sum();
  }

  private static long sum(List<GrantedLine> lines) {
    return lines.stream().mapToLong(GrantedLine::granted).sum();
  }
}
