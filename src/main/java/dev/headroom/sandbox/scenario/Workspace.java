package dev.headroom.sandbox.scenario;

import dev.headroom.model.ResourceType;
import java.util.List;

/// What every step holds for as long as its run lives.
final class Workspace {
  static final List<Portion> PORTIONS =
      List.of(
          new Portion(ResourceType.MEMORY, 48L << 20, 192L << 20),
          new Portion(ResourceType.STORAGE, 128L << 20, 768L << 20));

  private Workspace() {}
}
