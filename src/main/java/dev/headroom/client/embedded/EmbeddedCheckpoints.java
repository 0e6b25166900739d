package dev.headroom.client.embedded;

import dev.headroom.client.CheckpointKeeping;
import dev.headroom.client.CheckpointPage;
import dev.headroom.client.Reply;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;

/// The checkpoints of a node.
record EmbeddedCheckpoints(Node node) implements CheckpointKeeping {
  @Override
  public Reply<Outcome.CheckpointTaken> take(RequestId id, ScopePath path) {
    return Decision.of(node, new Command.TakeCheckpoint(id, path), Outcome.CheckpointTaken.class);
  }

  @Override
  public Reply<Outcome.OfRestore> restore(Command.RestoreCheckpoint restore) {
    return Decision.of(node, restore, Outcome.OfRestore.class);
  }

  @Override
  public Reply<Outcome.CheckpointForgotten> forget(RequestId id, CheckpointId checkpoint) {
    return Decision.of(
        node, new Command.ForgetCheckpoint(id, checkpoint), Outcome.CheckpointForgotten.class);
  }

  @Override
  public Reply<Checkpoint> of(CheckpointId checkpoint) {
    return EmbeddedQueries.found(
        node.inspect((engine, _) -> engine.checkpoint(checkpoint)),
        new Refusal.UnknownCheckpoint(checkpoint));
  }

  @Override
  public Reply<CheckpointPage> below(ScopePath scope, int offset, int count) {
    return node.inspect((engine, _) ->
        new Reply.Decided<>(
            new CheckpointPage(
                engine.checkpoints(scope, offset, count), engine.countCheckpoints(scope))));
  }
}
