package dev.headroom.node.replay;

import dev.headroom.engine.Engine;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.LoanId;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.UsageRecord;
import dev.headroom.model.WaitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a command of history is called in the other world: the same, but under the names and
/// versions that things have there. One thread.
final class Translation {
  private final Engine engine;
  private final Demands demands;
  private final Overruling overruling;

  /// Empty for one that was taken in history only.
  private final Map<CheckpointId, Optional<CheckpointId>> checkpoints = new HashMap<>();

  /// Empty for one that was made in history only.
  private final Map<LoanId, Optional<LoanId>> loans = new HashMap<>();

  private long leftOut;

  /// @param engine the other world's
  Translation(Engine engine, Demands demands, Overruling overruling) {
    this.engine = engine;
    this.demands = demands;
    this.overruling = overruling;
  }

  /// How many commands had no meaning there.
  long leftOut() {
    return leftOut;
  }

  /// History has taken a checkpoint, and so has the other world, or not.
  void taken(CheckpointId then, Optional<CheckpointId> other) {
    checkpoints.put(then, other);
  }

  /// History has lent quota, and so has the other world, or not.
  void lent(LoanId then, Optional<LoanId> other) {
    loans.put(then, other);
  }

  /// The command as it is said there; empty where it has no meaning there, and only time passes.
  Optional<Command> of(Heard heard, Instant at) {
    return switch (heard.command()) {
      case Command.RecordUsage(var id, var usage) ->
          named(heard, usage.allocation()).map(is -> new Command.RecordUsage(id, of(usage, is)));
      case Command.Release(var id, var allocation) ->
          named(heard, allocation).map(is -> new Command.Release(id, is));
      case Command.Renew(var id, var allocation, var lease) ->
          named(heard, allocation).map(is -> new Command.Renew(id, is, lease));
      case Command.Resize(var id, var allocation, var type, long amount) ->
          named(heard, allocation).map(is -> new Command.Resize(id, is, type, amount));
      case Command.RecordUsageBatch batch -> batch(batch, heard);
      case Command.ResolveConflict resolve -> resolve(resolve, heard, at);
      case Command.ApplyChanges changes -> changes(changes, heard, at);
      case Command.RestoreCheckpoint(var id, var checkpoint, var lease, boolean partial) ->
          checkpoint(checkpoint).map(is -> new Command.RestoreCheckpoint(id, is, lease, partial));
      case Command.ForgetCheckpoint(var id, var checkpoint) ->
          checkpoint(checkpoint).map(is -> new Command.ForgetCheckpoint(id, is));
      case Command.RecallQuota(var id, var pool, var loan, var author, var reason) ->
          loans
              .getOrDefault(loan, Optional.of(loan))
              .map(is -> new Command.RecallQuota(id, pool, is, author, reason));
      default -> Optional.of(heard.command());
    };
  }

  private Optional<AllocationId> named(Heard heard, AllocationId then) {
    return named(heard.about().getFirst(), heard.answer(), then);
  }

  private Optional<AllocationId> named(Heard.About about, Answer answer, AllocationId then) {
    if (about.demand().isEmpty()) {
      return demands.isOfOtherOnly(then) ? Optional.empty() : Optional.of(then);
    }
    Optional<AllocationId> is = about.name();
    leftOut += is.isEmpty() && answer instanceof Outcome ? 1 : 0;
    return is;
  }

  private static UsageRecord of(UsageRecord usage, AllocationId allocation) {
    return new UsageRecord(
        allocation, usage.type(), usage.consumed(), usage.cost(), usage.category(), usage.labels());
  }

  /// Of a batch, what is about something that is there. What is about something that waits here is
  /// put off.
  private Optional<Command> batch(Command.RecordUsageBatch batch, Heard heard) {
    List<Command.RecordUsage> records = new ArrayList<>(batch.records().size());
    for (int index = 0; index < batch.records().size(); index++) {
      Command.RecordUsage each = batch.records().get(index);
      Heard.About about = heard.about().get(index);
      Answer answer = Demands.answerAt(heard.answer(), index);
      Optional<Demand> waiting = about.demand().filter(wish -> waits(wish, about));
      waiting.ifPresent(wish ->
          wish.hold(
              new Heard(heard.number(), heard.millis(), each, answer, false, List.of(about))));
      if (waiting.isEmpty()) {
        named(about, answer, each.usage().allocation())
            .ifPresent(is -> records.add(new Command.RecordUsage(each.id(), of(each.usage(), is))));
      }
    }
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(new Command.RecordUsageBatch(batch.id(), records));
  }

  /// Whether a demand has nothing here yet, or nothing any more, of what was used in history.
  static boolean waits(Demand demand, Heard.About about) {
    return about.grant().isPresent() && demand.grantedAt().isEmpty() && !demand.wasDenied();
  }

  /// Where the request waits here, if it does. What history refused was about nothing there, and
  /// what was said before is done already: who was decided about need not wait any more.
  private Optional<Command> resolve(Command.ResolveConflict resolve, Heard heard, Instant at) {
    if (heard.answer() instanceof Refusal || heard.isRepeated()) {
      return Optional.empty();
    }
    engine.apply(at, new Command.AdvanceTime());
    Optional<AllocationId> name = named(heard, resolve.allocation());
    Optional<WaitStatus> waits = name.flatMap(is -> engine.inspector().waiting(is, at));
    leftOut += name.isPresent() && waits.isEmpty() ? 1 : 0;
    return waits.map(wait ->
        new Command.ResolveConflict(
            resolve.id(),
            wait.conflict(),
            wait.id(),
            resolve.resolution(),
            resolve.author(),
            resolve.reason()));
  }

  private Optional<Command> changes(Command.ApplyChanges changes, Heard heard, Instant at) {
    return heard.answer() instanceof Refusal
        ? Optional.empty()
        : overruling.of(changes, heard.isRepeated(), engine, at).map(Command.class::cast);
  }

  private Optional<CheckpointId> checkpoint(CheckpointId then) {
    return checkpoints.getOrDefault(then, Optional.of(then));
  }
}
