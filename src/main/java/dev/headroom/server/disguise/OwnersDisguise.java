package dev.headroom.server.disguise;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.RequestId;
import dev.headroom.wire.json.Disguise;

/// For those who see all: everything as the engine has it. They also understand the ids that others
/// are told, so that whoever is asked about one can look it up.
record OwnersDisguise(ShownNumbers numbers) implements Disguise {
  @Override
  public long shown(Kind kind, long own) {
    return own;
  }

  @Override
  public long own(Kind kind, long shown) {
    return switch (kind) {
      case ALLOCATION, CONFLICT, CHECKPOINT, LOAN ->
          ShownNumbers.isShown(kind, shown) ? numbers.own(kind, shown) : shown;
      case EVENT, VERSION -> shown;
    };
  }

  @Override
  public RequestId shown(RequestId own) {
    return own;
  }

  @Override
  public RequestId own(RequestId said) {
    return said;
  }

  @Override
  public long headroom(ConstraintRef at, long headroom) {
    return headroom;
  }
}
