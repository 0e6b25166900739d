package dev.headroom.client;

import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;

/// What scopes held and had used, kept to be restored. For any thread, as the [Instance] that it is
/// of.
public interface CheckpointKeeping {
  /// Keep what a scope holds and has used, to restore it later.
  Reply<Outcome.CheckpointTaken> take(RequestId id, ScopePath path);

  /// Reserve what is missing of what a checkpoint kept: all or nothing, or what fits.
  Reply<Outcome.OfRestore> restore(Command.RestoreCheckpoint restore);

  /// Give up a checkpoint.
  Reply<Outcome.CheckpointForgotten> forget(RequestId id, CheckpointId checkpoint);

  /// One checkpoint.
  Reply<Checkpoint> of(CheckpointId checkpoint);

  /// A page of the checkpoints of scopes at and below one, the newest first.
  ///
  /// @param offset how many to skip
  /// @param count how many at most
  Reply<CheckpointPage> below(ScopePath scope, int offset, int count);
}
