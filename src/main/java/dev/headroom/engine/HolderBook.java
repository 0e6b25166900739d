package dev.headroom.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps [Holders] of those constraints at which someone has tried to preempt, and [Slacks] of
/// those at which someone has tried to negotiate. They are gathered when they are first asked for
/// and kept up to date from then on, until the configuration changes: where nobody preempts or
/// negotiates, nothing is kept and nothing is paid. Worked out from the rest of the state, and so
/// no part of it.
final class HolderBook {
  /// Takes an allocation and what it has reserved.
  @FunctionalInterface
  interface Taker {
    void take(int slot, long reserved);
  }

  private final EngineState state;
  private final List<WaitingLine> kept = new ArrayList<>();
  private final int[] chain = new int[ScopeTable.CHAIN_MAX];

  HolderBook(EngineState state) {
    this.state = state;
  }

  /// The holders of the constraint that a line waits for.
  Holders of(WaitingLine line) {
    Holders known = line.holders;
    if (known != null) {
      return known;
    }
    Holders gathered = gather(line);
    line.holders = gathered;
    kept.add(line);
    return gathered;
  }

  /// Those holders of the constraint that a line waits for that can be shrunk.
  Slacks slacksOf(WaitingLine line) {
    Slacks known = line.slacks;
    if (known != null) {
      return known;
    }
    Slacks gathered = new Slacks();
    each(
        line,
        (slot, _) -> {
          int itsLine = state.allocations.line(slot, line.site.type);
          gathered.put(holder(slot), Minimums.slack(state.allocations, slot, itsLine));
        });
    line.slacks = gathered;
    kept.add(line);
    return gathered;
  }

  /// What an allocation has reserved has changed.
  void changed(int slot) {
    if (!kept.isEmpty()) {
      note(slot, false);
    }
  }

  /// An allocation ends; it still has its lines.
  void gone(int slot) {
    if (!kept.isEmpty()) {
      note(slot, true);
    }
  }

  /// Lets go of everything: constraints or their strategies have changed.
  void clear() {
    kept.forEach(line -> {
      line.holders = null;
      line.slacks = null;
    });
    kept.clear();
  }

  /// Lets go of the constraints of a row that is no more.
  void forget(Site site) {
    site.atLimits.holders = null;
    site.atPool.holders = null;
    site.atLimits.slacks = null;
    site.atPool.slacks = null;
    kept.removeIf(line -> line.site == site);
  }

  /// Whether an allocation's line counts at the constraint that a line waits for.
  boolean counts(WaitingLine line, int slot, int itsLine) {
    if (line.ofPool) {
      PoolState pool = line.site.pool;
      return pool != null && state.allocations.pool(itsLine) == state.pools.indexOf(pool);
    }
    return state.allocations.type(itsLine) == line.site.type
        && state.scopes.isWithin(state.allocations.scope(slot), line.site.scope);
  }

  /// Hands over every allocation that counts at the constraint that a line waits for, with what it
  /// has reserved of it, keeping nothing.
  void each(WaitingLine line, Taker taker) {
    Deque<Integer> scopes = new ArrayDeque<>(List.of(line.site.scope));
    while (!scopes.isEmpty()) {
      int scope = scopes.pop();
      eachAt(line, scope, taker);
      int child = state.scopes.child(scope);
      while (child != ScopeTable.NONE) {
        scopes.push(child);
        child = state.scopes.sibling(child);
      }
    }
  }

  private Holders gather(WaitingLine line) {
    Holders holders = new Holders();
    each(
        line,
        (slot, reserved) -> holders.put(state.allocations.rank(slot), holder(slot), reserved));
    return holders;
  }

  private void eachAt(WaitingLine line, int scope, Taker taker) {
    int slot = state.scopes.firstAllocation(scope);
    while (slot != AllocationSlab.NONE) {
      int itsLine = state.allocations.firstLine(slot);
      while (itsLine != AllocationSlab.NONE) {
        if (counts(line, slot, itsLine)) {
          taker.take(slot, state.allocations.reserved(itsLine));
        }
        itsLine = state.allocations.nextLine(itsLine);
      }
      slot = state.allocations.next(slot);
    }
  }

  private void note(int slot, boolean gone) {
    int length = state.scopes.chain(state.allocations.scope(slot), chain);
    int line = state.allocations.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      for (int step = 0; step < length; step++) {
        Site site = siteAt(chain[step], state.allocations.type(line));
        if (site != null) {
          note(site.atLimits, slot, line, gone);
          note(site.atPool, slot, line, gone);
        }
      }
      line = state.allocations.nextLine(line);
    }
  }

  private void note(WaitingLine line, int slot, int itsLine, boolean gone) {
    Holders holders = line.holders;
    Slacks slacks = line.slacks;
    if ((holders == null && slacks == null) || !counts(line, slot, itsLine)) {
      return;
    }
    if (holders != null) {
      long reserved = gone ? 0 : state.allocations.reserved(itsLine);
      holders.put(state.allocations.rank(slot), holder(slot), reserved);
    }
    if (slacks != null) {
      slacks.put(holder(slot), gone ? 0 : Minimums.slack(state.allocations, slot, itsLine));
    }
  }

  private @Nullable Site siteAt(int scope, int type) {
    int index = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    return index == 0 ? null : state.sites.at(index);
  }

  private Holders.Holder holder(int slot) {
    return new Holders.Holder(
        slot, state.allocations.since(slot), state.allocations.id(slot).value());
  }
}
