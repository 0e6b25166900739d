package dev.headroom.node;

import dev.headroom.engine.Engine;
import java.time.InstantSource;

/// Nodes that go on from where another engine is.
public final class Continuation {
  private Continuation() {}

  /// A node whose engine lives in memory only and begins as a copy of another one. It remembers for
  /// a while what is asked of it, and nothing of before.
  ///
  /// @param clock what time it is; where it jumps back, the engine's time stands still
  /// @param beginning is copied
  public static Node of(InstantSource clock, Engine beginning) {
    Publication publication = new Publication(true);
    Engine engine = beginning.fork(publication::happened);
    MemoryLog log = MemoryLog.goingOn(engine, MemoryLog.BYTES_MAX_DEFAULT);
    publication.begin(MemoryLog.BEFORE, engine.sequence());
    return new Node(clock, log, engine, publication);
  }
}
