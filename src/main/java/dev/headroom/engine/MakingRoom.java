package dev.headroom.engine;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Event;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes room for a request that has failed by contention, where the strategy of what it lacks is
/// PREEMPTION or NEGOTIATION (rule Q3).
final class MakingRoom {
  /// For whom room is made.
  ///
  /// @param slot its allocation; [AllocationSlab#NONE] while it has none
  /// @param rank its effective priority
  /// @param arrival its place among those who wait; `Long.MAX_VALUE` for a new request
  record Asker(AllocationRequest request, int slot, Priority rank, long arrival) {
    /// The same, now that it has an allocation.
    Asker at(int opened) {
      return new Asker(request, opened, rank, arrival);
    }
  }

  /// How room is to be made.
  sealed interface Plan {
    /// Nobody is worse off until it is carried out.
    Conflict.Verdict verdict();

    /// Others are to be revoked.
    record Revoke(List<Preemption.Victim> victims) implements Plan {
      @Override
      public Conflict.Verdict verdict() {
        return Conflict.Verdict.GRANTED_BY_PREEMPTION;
      }
    }

    /// More is to be borrowed, and others are to be shrunk.
    record Bargain(Negotiation.Deal deal) implements Plan {
      @Override
      public Conflict.Verdict verdict() {
        return Conflict.Verdict.GRANTED_BY_NEGOTIATION;
      }
    }
  }

  private final EngineState state;
  private final Chain chain;
  private final Admission admission;
  private final WaitingRoom waitingRoom;
  private final Ledger ledger;
  private final Preemption preemption;
  private final Negotiation negotiation;
  private final Revocation revocation;
  private final List<Loans> credited = new ArrayList<>();

  /// @param admission decides, at `chain`
  MakingRoom(
      EngineState state,
      Chain chain,
      Admission admission,
      Granting granting,
      WaitingRoom waitingRoom,
      Ledger ledger) {
    this.state = state;
    this.chain = chain;
    this.admission = admission;
    this.waitingRoom = waitingRoom;
    this.ledger = ledger;
    this.preemption = new Preemption(state, chain, waitingRoom);
    this.negotiation = new Negotiation(state, chain, waitingRoom);
    this.revocation = new Revocation(state, granting, waitingRoom);
  }

  /// How to make room for a request that has just failed by contention, as the constraint that it
  /// met first decides; empty where that makes none.
  Optional<Plan> plan(Asker asker) {
    WaitingLine line = admission.obstacle();
    return line == null ? Optional.empty() : plan(asker, waitingRoom.strategy(line), false);
  }

  /// The same where constraints may decide otherwise (Q7).
  Optional<Plan> planAnyway(Asker asker, ConflictStrategy strategy) {
    return admission.obstacle() == null ? Optional.empty() : plan(asker, strategy, true);
  }

  private Optional<Plan> plan(Asker asker, ConflictStrategy strategy, boolean anyway) {
    return switch (strategy) {
      case QUEUING, PRIORITY, SHARING -> Optional.empty();
      case PREEMPTION ->
          Optional.of(preemption.victims(asker.request, asker.rank, asker.arrival, anyway))
              .filter(victims -> !victims.isEmpty())
              .map(Plan.Revoke::new);
      case NEGOTIATION ->
          negotiation.deal(asker.request, asker.arrival, asker.slot, anyway).map(Plan.Bargain::new);
    };
  }

  /// Makes room as planned, after which the request fits, and says who lost what. Once it has been
  /// given what it asked for, [#settled()] is due, and then [#requeue()].
  List<Conflict.Loss> carryOut(Plan plan, Asker asker) {
    List<Conflict.Loss> losses =
        switch (plan) {
          case Plan.Revoke(var victims) ->
              revocation.revoke(
                  victims,
                  new Revocation.Asker(
                      state.allocations.id(asker.slot), asker.request.path(), asker.rank));
          case Plan.Bargain(var deal) -> strike(deal, asker);
        };
    chain.follow(state.allocations.scope(asker.slot), asker.request.path());
    if (!admission.decide(asker.request, asker.arrival)) {
      throw new IllegalStateException(plan + " in vain for " + asker.request);
    }
    return losses;
  }

  /// Nobody may borrow beyond a limit any more.
  void settled() {
    credited.forEach(loans -> loans.beyond = 0);
    credited.clear();
  }

  /// Lets those wait again who were preempted and asked for it.
  void requeue() {
    revocation.requeue();
  }

  private List<Conflict.Loss> strike(Negotiation.Deal deal, Asker asker) {
    List<Conflict.Loss> losses = new ArrayList<>();
    for (Negotiation.Cut cut : deal.cuts()) {
      shrink(cut, asker);
      if (losses.size() < Revocation.LOSSES_MAX) {
        int slot = cut.holder().slot();
        losses.add(new Conflict.Loss(path(slot), state.allocations.id(slot), cut.amount()));
      }
    }
    for (Negotiation.Credit credit : deal.credits()) {
      credit.loans().beyond = credit.beyond();
      credited.add(credit.loans());
    }
    return List.copyOf(losses);
  }

  private void shrink(Negotiation.Cut cut, Asker asker) {
    int slot = cut.holder().slot();
    int type = cut.at().site.type;
    AllocationId id = state.allocations.id(slot);
    state.emit(
        new Event.Shrunk(
            path(slot),
            id,
            ResourceType.ALL.get(type),
            cut.amount(),
            waitingRoom.constraint(cut.at()),
            Optional.of(state.allocations.id(asker.slot)),
            asker.request.path()));
    PoolState pool = state.pools.existing(state.allocations.pool(cut.line()));
    ledger.follow(state.allocations.scope(slot)).giveBack(slot, type, cut.amount(), 0, pool);
    state.allocations.setReserved(
        cut.line(), state.allocations.reserved(cut.line()) - cut.amount());
    state.holders.changed(slot);
    state.emit(new Event.Resized(path(slot), id, ResourceType.ALL.get(type), -cut.amount()));
  }

  private ScopePath path(int slot) {
    return state.scopes.path(state.allocations.scope(slot));
  }
}
