package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Denial;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Lists allocations at and below a scope.
final class AllocationListing {
  private final EngineState state;

  AllocationListing(EngineState state) {
    this.state = state;
  }

  int count(ScopePath below, boolean waiting) {
    int top = state.scopes.find(below);
    if (top == ScopeTable.NONE) {
      return 0;
    }
    if (waiting) {
      return state.scopes.count(top, ScopeTable.Count.WAITERS);
    }
    int live = 0;
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      live += Row.allocations(state.scopes.rows(top), ScopeTable.rowAt(top, type));
    }
    return live;
  }

  List<AllocationStatus> list(ScopePath below, boolean waiting, int offset, int count) {
    int top = state.scopes.find(below);
    if (top == ScopeTable.NONE || count <= 0 || (waiting && count(below, true) == 0)) {
      return List.of();
    }
    long end = (long) offset + count;
    Comparator<Integer> order = waiting ? byTurn() : newestFirst();
    PriorityQueue<Integer> first = new PriorityQueue<>(order.reversed());
    for (int slot = 0; slot < state.allocations.end(); slot++) {
      if (state.allocations.isOpen(slot)
          && state.allocations.isWaiting(slot) == waiting
          && state.scopes.isWithin(state.allocations.scope(slot), top)) {
        if (first.size() < end) {
          first.add(slot);
        } else if (order.compare(slot, first.element()) < 0) {
          first.remove();
          first.add(slot);
        }
      }
    }
    return first.stream().sorted(order).skip(offset).map(this::status).toList();
  }

  private Comparator<Integer> newestFirst() {
    return Comparator.<Integer>comparingLong(state.allocations::since)
        .reversed()
        .thenComparing(state.allocations::id, Comparator.reverseOrder());
  }

  private Comparator<Integer> byTurn() {
    long aging = state.settings().agingInterval().toMillis();
    return Comparator.<Integer>comparingInt(
            slot -> {
              Waiter waiter = state.allocations.waiter(slot);
              return waiter == null ? 0 : -waiter.effectivePriority(state.now(), aging).ordinal();
            })
        .thenComparingLong(slot -> {
          Waiter waiter = state.allocations.waiter(slot);
          return waiter == null ? 0 : waiter.arrival;
        });
  }

  AllocationStatus status(int slot) {
    AllocationSlab slab = state.allocations;
    AllocationRequest request = slab.request(slot);
    boolean waiting = slab.isWaiting(slot);
    return new AllocationStatus(
        slab.id(slot),
        state.scopes.path(slab.scope(slot)),
        waiting ? AllocationStatus.State.WAITING : AllocationStatus.State.LIVE,
        slab.priority(slot),
        Instant.ofEpochMilli(slab.since(slot)),
        Instant.ofEpochMilli(slab.deadline(slot)),
        waiting && request != null ? asked(request) : lines(state.allocations, slot),
        because(slot),
        request == null ? "" : request.purpose(),
        request == null ? Map.of() : request.labels());
  }

  private List<Denial> because(int slot) {
    Waiter waiter = state.allocations.waiter(slot);
    return waiter == null ? state.allocations.notes.shortfalls(slot) : waiter.because;
  }

  private static List<AllocationStatus.Line> asked(AllocationRequest request) {
    List<AllocationStatus.Line> lines = new ArrayList<>();
    for (RequestLine line : request.lines()) {
      lines.add(new AllocationStatus.Line(line.type(), line.amount(), 0));
    }
    return lines;
  }

  /// What an allocation has of each type.
  static List<AllocationStatus.Line> lines(AllocationSlab allocations, int slot) {
    List<AllocationStatus.Line> lines = new ArrayList<>(4);
    int line = allocations.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      lines.add(
          new AllocationStatus.Line(
              ResourceType.ALL.get(allocations.type(line)),
              allocations.reserved(line),
              allocations.consumed(line)));
      line = allocations.nextLine(line);
    }
    return lines;
  }
}
