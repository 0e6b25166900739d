package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Taking and forgetting checkpoints; [Restoring] is what they are for.
final class CheckpointRules {
  private static final Comparator<Checkpoint.Kept> ORDER =
      Comparator.comparing(Checkpoint.Kept::priority)
          .reversed()
          .thenComparing(Checkpoint.Kept::path)
          .thenComparing(Checkpoint.Kept::allocation);

  private final EngineState state;

  CheckpointRules(EngineState state) {
    this.state = state;
  }

  Answer take(ScopePath path) {
    int top = state.scopes.find(path);
    if (top == ScopeTable.NONE) {
      return new Refusal.UnknownScope(path);
    }
    int live = live(top);
    if (live > Checkpoint.ALLOCATIONS_MAX) {
      return new Refusal.TooManyAllocations(path, live, Checkpoint.ALLOCATIONS_MAX);
    }
    if (!state.checkpoints.fits(path, live)) {
      return new Refusal.TooManyCheckpoints(state.checkpoints.weight(), Checkpoint.WEIGHT_MAX);
    }
    CheckpointId old = state.checkpoints.givingWay(path);
    if (old != null) {
      drop(path, old);
    }
    CheckpointId id = state.checkpoints.next();
    state.checkpoints.add(
        new Checkpoint(id, path, state.nowInstant(), totals(top), allocations(top)));
    state.emit(new Event.CheckpointTaken(path, id, live));
    return new Outcome.CheckpointTaken(id, live);
  }

  Answer forget(CheckpointId id) {
    Checkpoint checkpoint = state.checkpoints.find(id);
    if (checkpoint == null) {
      return new Refusal.UnknownCheckpoint(id);
    }
    drop(checkpoint.path(), id);
    return new Outcome.CheckpointForgotten();
  }

  private void drop(ScopePath path, CheckpointId id) {
    state.checkpoints.forget(id);
    state.emit(new Event.CheckpointForgotten(path, id));
  }

  private List<Checkpoint.Total> totals(int scope) {
    List<Checkpoint.Total> totals = new ArrayList<>();
    long[] rows = state.scopes.rows(scope);
    for (ResourceType type : ResourceType.ALL) {
      int row = ScopeTable.rowAt(scope, type.ordinal());
      long reserved = rows[row + Row.RESERVED];
      long consumed = rows[row + (type.isHeld() ? Row.BASE : Row.CONSUMED)];
      if (reserved != 0 || consumed != 0) {
        totals.add(new Checkpoint.Total(type, reserved, consumed));
      }
    }
    return totals;
  }

  /// Goes only where something lives.
  private List<Checkpoint.Kept> allocations(int top) {
    List<Checkpoint.Kept> kept = new ArrayList<>();
    List<Integer> scopes = new ArrayList<>(List.of(top));
    for (int at = 0; at < scopes.size(); at++) {
      int scope = scopes.get(at);
      for (int slot = state.scopes.firstAllocation(scope);
          slot != AllocationSlab.NONE;
          slot = state.allocations.next(slot)) {
        if (!state.allocations.isWaiting(slot)) {
          kept.add(kept(slot, state.scopes.path(scope)));
        }
      }
      for (int child = state.scopes.child(scope);
          child != ScopeTable.NONE;
          child = state.scopes.sibling(child)) {
        if (live(child) > 0) {
          scopes.add(child);
        }
      }
    }
    kept.sort(ORDER);
    return kept;
  }

  private int live(int scope) {
    int live = 0;
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      live += Row.allocations(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    }
    return live;
  }

  private Checkpoint.Kept kept(int slot, ScopePath path) {
    AllocationRequest request = state.allocations.request(slot);
    return new Checkpoint.Kept(
        state.allocations.id(slot),
        path,
        state.allocations.priority(slot),
        minimums(slot),
        request != null && request.requeue(),
        request == null ? "" : request.purpose(),
        request == null ? Map.of() : request.labels(),
        AllocationListing.lines(state.allocations, slot));
  }

  private Map<ResourceType, Long> minimums(int slot) {
    Minimums least = state.allocations.notes.minimums(slot);
    if (least == null) {
      return Map.of();
    }
    Map<ResourceType, Long> minimums = new EnumMap<>(ResourceType.class);
    int line = state.allocations.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      int type = state.allocations.type(line);
      minimums.put(ResourceType.ALL.get(type), least.byType().get(type));
      line = state.allocations.nextLine(line);
    }
    return minimums;
  }
}
