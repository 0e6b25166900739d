package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes everything that decides how an engine goes on, in a fixed order (rule D2). What can be
/// worked out from the rest, and where things happen to lie in memory, is left out.
final class CanonicalState {
  private final EngineState state;

  CanonicalState(EngineState state) {
    this.state = state;
  }

  void write(CanonicalForm form) {
    form.number(state.now()).number(state.sequence()).number(state.arrivals());
    form.number(state.configVersion()).number(state.settingsVersion());
    form.text(state.settings().toString());
    writeScopes(form);
    form.number(state.pools.all().size());
    state
        .pools
        .all()
        .forEach(pool -> {
          pool.write(form);
          writeLoans(pool, form);
        });
    writeAllocations(form);
    state.alerts.write(form);
    state.conflicts.write(form);
    state.scores.write(form);
    state.checkpoints.write(form);
    state.memory.write(form);
    state.ended.write(form, state);
    form.flush();
  }

  private void writeLoans(PoolState pool, CanonicalForm form) {
    Loans loans = pool.loans;
    form.number(loans == null ? 0 : loans.all().size());
    if (loans != null) {
      for (Loans.Loan loan : loans.all()) {
        PoolState lender = loan.lender;
        form.number(state.allocations.id(loan.slot).value()).number(loan.amount());
        form.text(lender.removed ? "" : lender.pool.id().value());
      }
    }
  }

  private void writeScopes(CanonicalForm form) {
    List<Integer> scopes = new ArrayList<>();
    for (int scope = 0; scope < state.scopes.end(); scope++) {
      if (state.scopes.exists(scope)) {
        scopes.add(scope);
      }
    }
    scopes.sort(Comparator.comparing(state.scopes::path));
    form.number(scopes.size());
    for (int scope : scopes) {
      form.text(state.scopes.path(scope).text()).number(state.scopes.limitsVersion(scope));
      for (int type = 0; type < ResourceType.ALL.size(); type++) {
        writeRow(scope, type, form);
      }
    }
  }

  private void writeRow(int scope, int type, CanonicalForm form) {
    long[] rows = state.scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    form.number(rows[at + Row.RESERVED]).number(rows[at + Row.CONSUMED]);
    form.number(Row.isHeld(type) ? rows[at + Row.BASE] : 0).number(Row.allocations(rows, at));
    List<Integer> limits = new ArrayList<>(state.limits.of(scope, type));
    limits.sort(Comparator.comparing(limit -> state.limits.ref(scope, type, limit)));
    form.number(limits.size());
    limits.forEach(limit -> state.limits.write(scope, type, limit, form));
  }

  private void writeAllocations(CanonicalForm form) {
    form.number(state.allocations.end());
    for (int slot = 0; slot < state.allocations.end(); slot++) {
      form.number(state.allocations.generation(slot));
      if (state.allocations.isOpen(slot)) {
        writeAllocation(slot, form);
      }
    }
    for (int slot : state.allocations.freeSlots()) {
      form.number(slot);
    }
  }

  private void writeAllocation(int slot, CanonicalForm form) {
    AllocationSlab slab = state.allocations;
    form.text(state.scopes.path(slab.scope(slot)).text()).number(slab.priority(slot).ordinal());
    form.number(slab.isWaiting(slot) ? 0 : slab.rank(slot).ordinal());
    form.number(slab.since(slot)).number(slab.deadline(slot));
    Ticket ticket = slab.notes.ticket(slot);
    if (ticket != null) {
      form.number(ticket.arrival()).number(ticket.waitedMillis());
    }
    Minimums minimums = slab.notes.minimums(slot);
    if (minimums != null) {
      minimums.byType().forEach(form::number);
    }
    if (!slab.notes.shortfalls(slot).isEmpty()) {
      form.text(slab.notes.shortfalls(slot).toString());
    }
    AllocationRequest request = slab.request(slot);
    form.text(request == null ? "" : request.toString());
    Waiter waiter = slab.waiter(slot);
    if (waiter != null) {
      Site site = waiter.line.site;
      form.number(waiter.arrival).text(state.scopes.path(site.scope).text()).number(site.type);
      form.number(waiter.line.ofPool ? 1 : 0).text(waiter.because.toString());
    }
    int line = slab.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      form.number(slab.type(line)).number(slab.requested(line)).number(slab.reserved(line));
      form.number(slab.consumed(line)).number(slab.exhausted(line) ? 1 : 0);
      form.text(state.pools.nameAt(slab.pool(line)));
      line = slab.nextLine(line);
    }
    form.number(AllocationSlab.NONE);
  }
}
