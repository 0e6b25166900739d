package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives allocations what was decided that they get, and takes it back when they end (rules A4, A7,
/// S4).
final class Granting {
  private final EngineState state;
  private final Chain chain;
  private final Admission admission;
  private final Ledger ledger;

  /// @param admission holds what was decided, at `chain`
  Granting(EngineState state, Chain chain, Admission admission, Ledger ledger) {
    this.state = state;
    this.chain = chain;
    this.admission = admission;
    this.ledger = ledger;
  }

  /// Grants a request that has just come.
  ///
  /// @param known its scope, or [ScopeTable#NONE] if it is to be made
  Outcome.Allocated grantNew(AllocationRequest request, int known) {
    return settle(open(request, known), request, 0);
  }

  /// Opens a live allocation that is to be settled at once.
  ///
  /// @param known its scope, or [ScopeTable#NONE] if it is to be made
  int open(AllocationRequest request, int known) {
    int scope = known != ScopeTable.NONE ? known : state.scopes.findOrCreate(request.path());
    long expires = state.now() + request.lease().toMillis();
    int slot = state.allocations.open(scope, request.priority(), false, state.now(), expires);
    if (!request.purpose().isEmpty() || !request.labels().isEmpty() || request.requeue()) {
      state.allocations.setRequest(slot, request);
    }
    if (request.requeue()) {
      state.allocations.notes.setTicket(slot, new Ticket(state.nextArrival(), 0));
    }
    state.link(slot, scope);
    return slot;
  }

  /// Grants a request that has left its line.
  void grantWaiting(Waiter waiter) {
    state.deadlines.remove(waiter.slot);
    long expires = state.now() + waiter.request.lease().toMillis();
    long waited = state.now() - waiter.since;
    Priority rank =
        waiter.effectivePriority(state.now(), state.settings().agingInterval().toMillis());
    state.allocations.grant(waiter.slot, rank, state.now(), expires);
    if (waiter.request.requeue()) {
      state.allocations.notes.setTicket(waiter.slot, new Ticket(waiter.arrival, waited));
    }
    settle(waiter.slot, waiter.request, waited);
  }

  /// Ends an allocation and says what comes back.
  List<GrantedLine> end(int slot, EndCause cause) {
    List<GrantedLine> returned = reservedLines(slot);
    state.deadlines.remove(slot);
    AllocationId id = state.allocations.id(slot);
    state.emit(new Event.Ended(path(slot), id, cause, returned));
    state.ended.add(id, path(slot), state.now());
    ledger.follow(state.allocations.scope(slot));
    int first = state.allocations.firstLine(slot);
    for (int line = first; line != AllocationSlab.NONE; line = state.allocations.nextLine(line)) {
      int type = state.allocations.type(line);
      if (Row.isHeld(type) && state.allocations.consumed(line) > 0) {
        ledger.sample(type, -state.allocations.consumed(line));
      }
      if (line == first || state.allocations.reserved(line) > 0) {
        ledger.giveBack(
            slot, type, state.allocations.reserved(line), line == first ? 1 : 0, poolOf(line));
      }
      state.ended.addLine(
          type,
          state.allocations.consumed(line),
          state.allocations.pool(line),
          state.allocations.exhausted(line));
    }
    state.holders.gone(slot);
    close(slot);
    return returned;
  }

  /// Forgets an allocation that has nothing any more.
  void close(int slot) {
    unlink(slot);
    state.allocations.close(slot);
  }

  /// The pool that an allocation's line draws from; none where it was removed meanwhile.
  @Nullable PoolState poolOf(int line) {
    return state.pools.existing(state.allocations.pool(line));
  }

  /// Reserves what was decided for an allocation that is open.
  Outcome.Allocated settle(int slot, AllocationRequest request, long waited) {
    int scope = state.allocations.scope(slot);
    AllocationId id = state.allocations.id(slot);
    Instant expiresAt = Instant.ofEpochMilli(state.allocations.deadline(slot));
    List<GrantedLine> lines = admission.grantedLines();
    List<Denial> shortfalls = admission.shortfalls();
    state.deadlines.add(slot);
    state.emit(new Event.Granted(request.path(), id, lines, expiresAt, waited, shortfalls));
    if (!shortfalls.isEmpty()) {
      state.allocations.notes.setShortfalls(slot, shortfalls);
    }
    ledger.follow(scope);
    for (int at = 0; at < lines.size(); at++) {
      GrantedLine line = lines.get(at);
      int type = line.type().ordinal();
      PoolState pool = chain.pool(type);
      state.allocations.addLine(
          slot, type, line.requested(), line.granted(), state.pools.indexOrNone(pool));
      ledger.reserve(slot, type, line.granted(), at == 0 ? 1 : 0, pool);
    }
    if (request.negotiable()) {
      state.allocations.notes.setMinimums(slot, admission.minimums());
    }
    state.holders.changed(slot);
    return shortfalls.isEmpty()
        ? new Outcome.Granted(id, expiresAt, lines)
        : new Outcome.Partial(id, expiresAt, lines, shortfalls);
  }

  /// Adds what was decided to an allocation that lives, and says what that is.
  List<GrantedLine> grow(int slot) {
    List<GrantedLine> lines = admission.grantedLines();
    ledger.follow(state.allocations.scope(slot));
    for (GrantedLine line : lines) {
      int type = line.type().ordinal();
      PoolState pool = chain.pool(type);
      if (state.allocations.line(slot, type) == AllocationSlab.NONE) {
        state.allocations.addLine(slot, type, line.requested(), 0, state.pools.indexOrNone(pool));
      }
      int own = state.allocations.line(slot, type);
      ledger.reserve(slot, type, line.granted(), 0, pool);
      state.allocations.setReserved(own, state.allocations.reserved(own) + line.granted());
      state.emit(
          new Event.Resized(path(slot), state.allocations.id(slot), line.type(), line.granted()));
    }
    state.holders.changed(slot);
    return lines;
  }

  private List<GrantedLine> reservedLines(int slot) {
    List<GrantedLine> lines = new ArrayList<>(4);
    int line = state.allocations.firstLine(slot);
    while (line != AllocationSlab.NONE) {
      if (state.allocations.reserved(line) > 0) {
        lines.add(
            new GrantedLine(
                ResourceType.ALL.get(state.allocations.type(line)),
                state.allocations.requested(line),
                state.allocations.reserved(line)));
      }
      line = state.allocations.nextLine(line);
    }
    return List.copyOf(lines);
  }

  private void unlink(int slot) {
    int previous = state.allocations.previous(slot);
    int next = state.allocations.next(slot);
    if (previous == AllocationSlab.NONE) {
      state.scopes.setFirstAllocation(state.allocations.scope(slot), next);
    } else {
      state.allocations.setSiblings(previous, state.allocations.previous(previous), next);
    }
    if (next != AllocationSlab.NONE) {
      state.allocations.setSiblings(next, previous, state.allocations.next(next));
    }
  }

  private ScopePath path(int slot) {
    return state.scopes.path(state.allocations.scope(slot));
  }
}
