package dev.headroom.client.contract;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.Command;
import java.util.Set;

/// Says a command to an instance by the method that is there for it.
final class Speech {
  /// The methods that commands are said by.
  static final Set<String> METHODS =
      Set.of(
          "allocate",
          "allocateAll",
          "recordUsage",
          "recordAll",
          "release",
          "renew",
          "resize",
          "closeScope",
          "apply",
          "topUp",
          "reportScore",
          "takeCheckpoint",
          "restore",
          "forgetCheckpoint",
          "resolve",
          "acknowledge",
          "shelve",
          "unshelve",
          "foretell");

  private Speech() {}

  static Reply<?> say(Command command, World world) {
    Instance instance = world.instance();
    return switch (command) {
      case Command.Allocate(var id, var request) -> instance.allocate(id, request);
      case Command.AllocateBatch batch -> instance.allocateAll(batch);
      case Command.RecordUsage(var id, var usage) -> instance.recordUsage(id, usage);
      case Command.RecordUsageBatch batch -> instance.recordAll(batch);
      case Command.Release(var id, var allocation) -> instance.release(id, allocation);
      case Command.Renew(var id, var allocation, var lease) ->
          instance.renew(id, allocation, lease);
      case Command.Resize(var id, var allocation, var type, long amount) ->
          instance.resize(id, allocation, type, amount);
      case Command.CloseScope(var id, var path) -> instance.closeScope(id, path);
      case Command.ApplyChanges changes -> instance.apply(changes);
      case Command.TopUp topUp -> instance.topUp(topUp);
      case Command.LendQuota lend -> instance.lending().lend(lend);
      case Command.RecallQuota recall -> instance.lending().recall(recall);
      case Command.ReportScore(var id, var path, long score) ->
          instance.reportScore(id, path, score);
      case Command.TakeCheckpoint(var id, var path) -> instance.checkpoints().take(id, path);
      case Command.RestoreCheckpoint restore -> instance.checkpoints().restore(restore);
      case Command.ForgetCheckpoint(var id, var checkpoint) ->
          instance.checkpoints().forget(id, checkpoint);
      case Command.ResolveConflict resolve -> instance.resolve(resolve);
      case Command.AcknowledgeAlert acknowledge -> instance.alerts().acknowledge(acknowledge);
      case Command.ShelveAlerts shelve -> instance.alerts().shelve(shelve);
      case Command.UnshelveAlerts unshelve -> instance.alerts().unshelve(unshelve);
      case Command.Foretell foretell -> instance.foretell(foretell);
      case Command.AdvanceTime advance -> {
        world.advance();
        yield new Reply.Decided<>(advance);
      }
    };
  }
}
