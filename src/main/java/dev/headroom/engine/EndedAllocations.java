package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.ScopePath;
import org.jspecify.annotations.Nullable;

/// Remembers allocations that ended, for usage that is reported late (rule U4). Bounded by age and
/// count in the manner of [RequestMemory]: in two generations, of which the older is forgotten when
/// the younger is full or has taken new ones for longer than usage is accepted.
///
/// An allocation is remembered with its path and not its scope, which may be forgotten meanwhile.
final class EndedAllocations {
  /// How long after an allocation's end usage is accepted, in milliseconds.
  static final long AGE_MILLIS = 10 * 60 * 1000;

  private final int generationMax;
  private EndedGeneration younger;
  private EndedGeneration older;

  /// @param capacity the most to remember; half as many are, however many end
  EndedAllocations(int capacity) {
    this.generationMax = capacity / 2;
    this.younger = new EndedGeneration();
    this.older = new EndedGeneration();
  }

  EndedAllocations(EndedAllocations other) {
    this.generationMax = other.generationMax;
    this.younger = new EndedGeneration(other.younger);
    this.older = new EndedGeneration(other.older);
  }

  /// Begins to remember an allocation that ends now; its lines follow by [#addLine].
  void add(AllocationId id, ScopePath path, long now) {
    if (younger.size() == generationMax || now - younger.startedAt() > AGE_MILLIS) {
      EndedGeneration forgotten = older;
      older = younger;
      younger = forgotten;
      younger.clear(now);
    }
    younger.add(id.value(), path, now);
  }

  /// A line of the allocation that was added last.
  ///
  /// @param pool index of the pool that served it, or [AllocationSlab#NONE]
  void addLine(int type, long consumed, int pool, boolean exhausted) {
    younger.addLine(younger.size() - 1, type, consumed, pool, exhausted);
  }

  /// The allocation, if usage is still accepted for it.
  @Nullable Ended find(AllocationId id, long now) {
    EndedGeneration generation = younger;
    int entry = younger.find(id.value());
    if (entry == EndedGeneration.NONE) {
      generation = older;
      entry = older.find(id.value());
    }
    return entry == EndedGeneration.NONE || now - generation.endedAt(entry) > AGE_MILLIS
        ? null
        : new Ended(generation, entry);
  }

  /// Writes everything that is remembered, oldest first.
  void write(CanonicalForm form, EngineState state) {
    older.write(form, state);
    younger.write(form, state);
  }

  /// Writes the same as bytes.
  void write(StateOutput out, ScopeTable scopes) {
    older.write(out, scopes);
    younger.write(out, scopes);
  }

  /// Reads what was written.
  void read(StateInput in, EngineState state) {
    older.read(in, state.scopes, state.pools);
    younger.read(in, state.scopes, state.pools);
  }

  /// An allocation that has ended, until the next one ends.
  ///
  /// @param generation where it is remembered
  /// @param entry at which place
  record Ended(EndedGeneration generation, int entry) {
    ScopePath path() {
      return generation.path(entry);
    }

    /// Its line of a type, or [EndedGeneration#NONE].
    int line(int type) {
      return generation.line(entry, type);
    }

    /// The index of the pool that served its line of a type, or [AllocationSlab#NONE].
    int pool(int line) {
      return generation.pool(line);
    }

    long consumed(int line) {
      return generation.consumed(line);
    }

    boolean exhausted(int line) {
      return generation.exhausted(line);
    }

    /// Gives it a line of a type that it never had.
    ///
    /// @param pool index of the pool that serves it, or [AllocationSlab#NONE]
    int addLine(int type, int pool) {
      generation.addLine(entry, type, 0, pool, false);
      return line(type);
    }

    void setConsumed(int line, long consumed) {
      generation.setConsumed(line, consumed);
    }

    void setExhausted(int line) {
      generation.setExhausted(line);
    }
  }
}
