package dev.headroom.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a scope held and had used at one instant, to be restored later. It outlives the scope and
/// all its allocations.
///
/// @param id its name
/// @param path the scope
/// @param at when
/// @param totals what was reserved and used at and below the scope, per type of which anything was
/// @param allocations the live ones at and below the scope: the most urgent first, then by path,
///   then by name; that is the order in which they are restored
public record Checkpoint(
    CheckpointId id, ScopePath path, Instant at, List<Total> totals, List<Kept> allocations) {

  /// Most allocations of one checkpoint: as many as one batch can have, since restoring is one.
  public static final int ALLOCATIONS_MAX = Command.BATCH_MAX;

  /// Most checkpoints of one scope; of more, the oldest gives way.
  public static final int PER_SCOPE_MAX = 8;

  /// How much all checkpoints weigh together at most, see [#weight(int)].
  public static final int WEIGHT_MAX = 1 << 16;

  /// An immutable value, whatever lists it is made of.
  public Checkpoint {
    totals = List.copyOf(totals);
    allocations = List.copyOf(allocations);
  }

  /// What a checkpoint of so many allocations weighs: each counts 1, and so does the checkpoint.
  public static int weight(int allocations) {
    return 1 + allocations;
  }

  /// What a scope had of one type. For information: what is used stays used.
  ///
  /// @param reserved what was reserved and not consumed
  /// @param consumed what was consumed; for held types the peak
  public record Total(ResourceType type, long reserved, long consumed) {}

  /// One allocation as it was.
  ///
  /// @param allocation its name then
  /// @param path its scope
  /// @param priority how urgent
  /// @param minimums to how little of each type that it had it could be shrunk for others, what it
  ///   had consumed of it included; empty where it was not negotiable
  /// @param requeue whether it would have waited again if it had been preempted
  /// @param purpose in the caller's words; may be empty
  /// @param labels the caller's own
  /// @param lines what it had; what was reserved is what is restored
  public record Kept(
      AllocationId allocation,
      ScopePath path,
      Priority priority,
      Map<ResourceType, Long> minimums,
      boolean requeue,
      String purpose,
      Map<String, String> labels,
      List<AllocationStatus.Line> lines) {
    /// An immutable value, whatever lists it is made of.
    public Kept {
      labels = Labels.sorted(labels);
      lines = List.copyOf(lines);
      minimums = Collections.unmodifiableSortedMap(new TreeMap<>(minimums));
    }

    /// Whether it could be shrunk for others, as one that is restored for it can.
    public boolean negotiable() {
      return !minimums.isEmpty();
    }
  }
}
