package dev.headroom.client.remote;

import dev.headroom.client.CheckpointKeeping;
import dev.headroom.client.CheckpointPage;
import dev.headroom.client.Reply;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Changes;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Page;
import dev.headroom.wire.json.Plans;

/// How checkpoints are asked of a server.
record RemoteCheckpoints(Calls calls) implements CheckpointKeeping {
  private static final String CHECKPOINTS = "v1/checkpoints";
  private static final Listing<Page<Checkpoint>> LISTING =
      Listing.of("CheckpointPage", "checkpoints", Plans.CHECKPOINT);

  @Override
  public Reply<Outcome.CheckpointTaken> take(RequestId id, ScopePath path) {
    return calls.post(
        CHECKPOINTS,
        Changes.TAKE_CHECKPOINT,
        new Command.TakeCheckpoint(id, path),
        Effects.CHECKPOINT_TAKEN);
  }

  @Override
  public Reply<Outcome.OfRestore> restore(Command.RestoreCheckpoint restore) {
    return calls.post(
        one(restore.checkpoint()) + "/restore", Changes.RESTORE, restore, Effects.OF_RESTORE);
  }

  @Override
  public Reply<Outcome.CheckpointForgotten> forget(RequestId id, CheckpointId checkpoint) {
    return calls.delete(
        calls.at(one(checkpoint)).addQueryParameter("requestId", id.value()),
        Effects.CHECKPOINT_FORGOTTEN);
  }

  @Override
  public Reply<Checkpoint> of(CheckpointId checkpoint) {
    return calls.get(calls.at(one(checkpoint)), Plans.CHECKPOINT);
  }

  @Override
  public Reply<CheckpointPage> below(ScopePath scope, int offset, int count) {
    return LISTING
        .ask(calls, calls.at(CHECKPOINTS, scope), offset, count)
        .map(page -> new CheckpointPage(page.items(), Math.toIntExact(page.total())));
  }

  private static String one(CheckpointId checkpoint) {
    return CHECKPOINTS + "/" + checkpoint;
  }
}
