package dev.headroom.server;

import dev.headroom.model.AllocationId;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.Scalar;

/// Parameters that more than one route takes.
final class Addresses {
  static final Parameter<ScopePath> BELOW =
      Parameter.byDefault(
          "path", Names.PATH, ScopePath.ROOT, "at and below which scope, such as /user:ada");

  static final Parameter<ScopePath> PATH =
      Parameter.required("path", Names.PATH, "a scope, such as /user:ada");

  static final Parameter<AllocationId> ALLOCATION =
      Parameter.required("allocationId", Names.ALLOCATION, "an allocation");

  static final Parameter<ConflictId> CONFLICT =
      Parameter.required("conflictId", Names.CONFLICT, "a conflict");

  static final Parameter<CheckpointId> CHECKPOINT =
      Parameter.required("checkpointId", Names.CHECKPOINT, "a checkpoint");

  static final Parameter<PoolId> POOL = Parameter.required("poolId", Names.POOL, "a pool");

  static final Parameter<Boolean> DRY_RUN =
      Parameter.byDefault(
          "dryRun", Scalar.FLAG, false, "whether to tell only what it would do, and do nothing");

  private Addresses() {}
}
