package dev.headroom.app.simulation;

import dev.headroom.engine.Inspector;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.util.List;

/// Makes up what keeps the state of runs: checkpoints are taken, restored, now and then by a wrong
/// name, and given up.
final class Checkpoints {
  /// So many, the newest first, are chosen from.
  private static final int LOOKED_AT = 20;

  private final Dice dice;

  Checkpoints(Dice dice) {
    this.dice = dice;
  }

  /// @param path where one is taken, if one is
  /// @param lease for what is allocated anew, if anything is
  Command next(RequestId id, Inspector inspector, ScopePath path, Duration lease) {
    List<Checkpoint> kept = inspector.checkpoints(ScopePath.ROOT, 0, LOOKED_AT);
    if (kept.isEmpty() || dice.happens(40)) {
      return new Command.TakeCheckpoint(id, path);
    }
    CheckpointId one = kept.get((int) dice.between(0, kept.size() - 1)).id();
    CheckpointId named = dice.happens(3) ? new CheckpointId(Long.MAX_VALUE) : one;
    return dice.happens(15)
        ? new Command.ForgetCheckpoint(id, named)
        : new Command.RestoreCheckpoint(id, named, lease, dice.happens(50));
  }
}
