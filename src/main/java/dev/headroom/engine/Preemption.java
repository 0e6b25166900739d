package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds whom to revoke so that a request fits, revoking nobody yet (rule Q3, PREEMPTION).
///
/// For every constraint that lacks room, the one that lacks most first, those who hold some of it
/// with a strictly lower priority are picked, the lowest and newest first, until nothing lacks.
/// Then whoever turns out not to be needed is spared, the highest and oldest first, so that no
/// fewer of the picked would do. Only what a request requires is worth another's work; every
/// constraint that lacks room must have the strategy, and nobody who starves may be passed (Q5).
/// Where a pool is shared by a policy (P4) or may borrow (P5), those decide, and nobody is revoked.
///
/// Takes O(log n) to see that it cannot be done, and a step per allocation revoked where it can.
final class Preemption {
  /// One who is to be revoked.
  ///
  /// @param rank the priority it holds with
  /// @param at where the constraint is waited for whose lack it makes good
  record Victim(Holders.Holder holder, Priority rank, WaitingLine at) {
    static final Comparator<Victim> ORDER =
        Comparator.comparing(Victim::rank).thenComparing(Victim::holder, Holders.Holder.ORDER);
  }

  /// A constraint without room for the request.
  private static final class Lack {
    final WaitingLine line;
    final long missing;

    /// How much more than what is missing those who were picked have.
    long surplus;

    Lack(WaitingLine line, long missing) {
      this.line = line;
      this.missing = missing;
      this.surplus = -missing;
    }
  }

  private final EngineState state;
  private final Chain chain;
  private final WaitingRoom waitingRoom;
  private final List<Lack> lacks = new ArrayList<>();
  private final Map<Holders.Holder, Victim> picked = new TreeMap<>(Holders.Holder.ORDER);

  /// @param chain that which the request meets
  Preemption(EngineState state, Chain chain, WaitingRoom waitingRoom) {
    this.state = state;
    this.chain = chain;
    this.waitingRoom = waitingRoom;
  }

  /// Whom to revoke, in this order, for a request that has failed; empty where that is not to be.
  ///
  /// @param rank the request's effective priority
  /// @param arrival its place among those who wait; `Long.MAX_VALUE` for a new request
  List<Victim> victims(AllocationRequest request, Priority rank, long arrival) {
    lacks.clear();
    picked.clear();
    if (rank == Priority.LOW || !findLacks(request, arrival) || !canBeMadeGood(rank)) {
      return List.of();
    }
    lacks.forEach(lack -> pick(lack, rank));
    spare();
    return picked.values().stream().sorted(Victim.ORDER).toList();
  }

  /// @return whether something lacks, and nobody who starves stands before it
  private boolean findLacks(AllocationRequest request, long arrival) {
    Map<Integer, Long> needs = new java.util.LinkedHashMap<>();
    for (RequestLine line : request.lines()) {
      if (line.required()) {
        needs.merge(line.type().ordinal(), line.amount(), Long::sum);
      }
    }
    for (Map.Entry<Integer, Long> need : needs.entrySet()) {
      int type = need.getKey();
      if (isSharedOut(chain.pool(type)) || chain.guard(type, arrival, need.getValue()) != null) {
        return false;
      }
      findLacks(type, need.getValue());
    }
    return !lacks.isEmpty();
  }

  /// Whether what a pool has goes by shares or loans, which no one preempts.
  private static boolean isSharedOut(@Nullable PoolState pool) {
    return pool != null && (pool.shares != null || pool.loans != null);
  }

  private void findLacks(int type, long need) {
    List<Lack> ofType = new ArrayList<>();
    for (int step = 0; step < chain.length(); step++) {
      int scope = chain.scope(step);
      if (state.limits.hasAny(scope, type)) {
        WaitingLine line = state.sites.of(scope, type).atLimits;
        ofType.add(new Lack(line, need - waitingRoom.free(line)));
      }
    }
    PoolState pool = chain.pool(type);
    if (pool != null) {
      WaitingLine line = state.sites.of(pool.scope, type).atPool;
      ofType.add(new Lack(line, need - pool.free(state.now())));
    }
    ofType.removeIf(lack -> lack.missing <= 0);
    ofType.sort(Comparator.comparingLong((Lack lack) -> lack.missing).reversed());
    lacks.addAll(ofType);
  }

  private boolean canBeMadeGood(Priority rank) {
    for (Lack lack : lacks) {
      if (waitingRoom.strategy(lack.line) != ConflictStrategy.PREEMPTION
          || state.holders.of(lack.line).below(rank) < lack.missing) {
        return false;
      }
    }
    return true;
  }

  private void pick(Lack lack, Priority rank) {
    state
        .holders
        .of(lack.line)
        .take(
            rank,
            -lack.surplus,
            picked::containsKey,
            (holder, _) -> {
              Priority held = state.allocations.rank(holder.slot());
              Victim victim = new Victim(holder, held, lack.line);
              picked.put(holder, victim);
              lacks.forEach(each -> each.surplus += gain(victim, each));
            });
  }

  private void spare() {
    for (Victim victim : picked.values().stream().sorted(Victim.ORDER.reversed()).toList()) {
      if (lacks.stream().allMatch(lack -> gain(victim, lack) <= lack.surplus)) {
        picked.remove(victim.holder);
        lacks.forEach(lack -> lack.surplus -= gain(victim, lack));
      }
    }
  }

  /// What a constraint gains if someone is revoked.
  private long gain(Victim victim, Lack lack) {
    int slot = victim.holder.slot();
    int line = state.allocations.line(slot, lack.line.site.type);
    return line != AllocationSlab.NONE && state.holders.counts(lack.line, slot, line)
        ? state.allocations.reserved(line)
        : 0;
  }
}
