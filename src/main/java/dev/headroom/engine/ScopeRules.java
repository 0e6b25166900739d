package dev.headroom.engine;

import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Closing scopes (rule S3).
final class ScopeRules {
  private final EngineState state;
  private final AllocationRules allocations;
  private final ConfigRules config;
  private final QuotaRules quotas;

  ScopeRules(
      EngineState state, AllocationRules allocations, ConfigRules config, QuotaRules quotas) {
    this.state = state;
    this.allocations = allocations;
    this.config = config;
    this.quotas = quotas;
  }

  Answer close(ScopePath path) {
    if (path.isRoot()) {
      return Refusal.Invalid.at("/path", "the root always exists and cannot be closed (rule S1)");
    }
    int top = state.scopes.find(path);
    if (top == ScopeTable.NONE) {
      return new Refusal.UnknownScope(path);
    }
    List<Integer> subtree = deepestFirst(top);
    int ended = 0;
    int denied = 0;
    for (int scope : subtree) {
      for (int slot : slotsOf(scope)) {
        if (state.allocations.isWaiting(slot)) {
          denied++;
        } else {
          ended++;
        }
        allocations.endWithScope(slot);
      }
    }
    quotas.close(path);
    for (int scope : subtree) {
      config.removeAll(scope);
      state.scores.forget(scope);
      state.activity.forget(scope);
      state.agenda.forget(scope);
      state.scopes.remove(scope);
    }
    state.emit(new Event.ScopeClosed(path));
    return new Outcome.Closed(ended, denied);
  }

  Answer reportScore(ScopePath path, long score) {
    int scope = state.scopes.find(path);
    if (scope == ScopeTable.NONE) {
      return new Refusal.UnknownScope(path);
    }
    return state.scores.add(scope, score)
        ? new Outcome.ScoreReported(state.scores.total(scope))
        : Refusal.Invalid.at("/score", "would overflow a counter (rule S6)");
  }

  /// Of equally deep scopes by path, not by age.
  private List<Integer> deepestFirst(int top) {
    List<Integer> order = new ArrayList<>();
    order.add(top);
    for (int at = 0; at < order.size(); at++) {
      int child = state.scopes.child(order.get(at));
      while (child != ScopeTable.NONE) {
        order.add(child);
        child = state.scopes.sibling(child);
      }
    }
    order.sort(
        Comparator.comparing(
            state.scopes::path,
            Comparator.comparingInt(ScopePath::depth)
                .reversed()
                .thenComparing(Comparator.naturalOrder())));
    return order;
  }

  private List<Integer> slotsOf(int scope) {
    List<Integer> slots = new ArrayList<>();
    int slot = state.scopes.firstAllocation(scope);
    while (slot != AllocationSlab.NONE) {
      slots.add(slot);
      slot = state.allocations.next(slot);
    }
    slots.sort(Comparator.comparing(state.allocations::id));
    return slots;
  }
}
