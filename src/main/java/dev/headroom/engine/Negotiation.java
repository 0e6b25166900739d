package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.RequestLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what must be borrowed, and who must be shrunk by how much, for a request to fit, doing
/// nothing yet (rule Q3, NEGOTIATION).
///
/// A pool that may borrow takes what it lacks from its lender first, beyond its limit too as long
/// as nobody waits there. For every constraint that lacks room still, the one that lacks most
/// first, those who declared themselves negotiable are shrunk, the largest slack first and nobody
/// by more than is missing. Then whoever turns out not to be needed for it is spared, those who
/// came last first. Only what a request requires is worth that; every constraint that lacks room
/// must have the strategy, and nobody who starves may be passed (Q5). Where a pool is shared by a
/// policy that decides (P4). What comes back to a pool that owes something returns to its lender
/// first (P5); so nobody is shrunk there unless the pool can borrow all of that again at once.
///
/// Takes O(log n) to see that it cannot be done, and a step per allocation shrunk where it can.
final class Negotiation {
  /// One who is to be shrunk.
  ///
  /// @param line which of its lines
  /// @param at where the constraint is waited for whose lack it makes good
  record Cut(Holders.Holder holder, int line, long amount, WaitingLine at) {
    Cut plus(long more) {
      return new Cut(holder, line, amount + more, at);
    }
  }

  /// What a pool is to borrow beyond its limit.
  record Credit(Loans loans, long beyond) {}

  /// All that is to be done.
  record Deal(List<Credit> credits, List<Cut> cuts) {}

  /// A constraint that lacks room for the request, after borrowing.
  private record Lack(WaitingLine line, long missing) {}

  private final EngineState state;
  private final Chain chain;
  private final WaitingRoom waitingRoom;
  private final List<Lack> lacks = new ArrayList<>();
  private final List<Credit> credits = new ArrayList<>();
  private final Map<Integer, Cut> cuts = new LinkedHashMap<>();

  /// @param chain that which the request meets
  Negotiation(EngineState state, Chain chain, WaitingRoom waitingRoom) {
    this.state = state;
    this.chain = chain;
    this.waitingRoom = waitingRoom;
  }

  /// What to do for a request that has failed; empty where nothing helps.
  ///
  /// @param arrival its place among those who wait; `Long.MAX_VALUE` for a new request
  /// @param asking the allocation that grows, or [AllocationSlab#NONE]
  /// @param anyway whether even constraints are to negotiate that decide otherwise (Q7)
  Optional<Deal> deal(AllocationRequest request, long arrival, int asking, boolean anyway) {
    lacks.clear();
    credits.clear();
    cuts.clear();
    if (!findLacks(request, arrival, anyway) || !canBeMadeGood(asking)) {
      return Optional.empty();
    }
    lacks.forEach(lack -> cut(lack, asking));
    if (lacks.size() > 1) {
      spare();
    }
    return Optional.of(new Deal(List.copyOf(credits), List.copyOf(cuts.values())));
  }

  /// @return whether something lacks, all of it where it is negotiated, and nobody who starves
  ///   stands before it
  private boolean findLacks(AllocationRequest request, long arrival, boolean anyway) {
    Map<Integer, Long> needs = new LinkedHashMap<>();
    for (RequestLine line : request.lines()) {
      if (line.required()) {
        needs.merge(line.type().ordinal(), line.amount(), Long::sum);
      }
    }
    boolean lacking = false;
    for (Map.Entry<Integer, Long> need : needs.entrySet()) {
      int type = need.getKey();
      PoolState pool = chain.pool(type);
      boolean shared = pool != null && pool.shares != null;
      if (shared || chain.guard(type, arrival, need.getValue()) != null) {
        return false;
      }
      List<Lack> ofType = lacksOf(type, need.getValue());
      if (!anyway && !ofType.stream().allMatch(lack -> isNegotiated(lack.line))) {
        return false;
      }
      lacking |= !ofType.isEmpty();
      ofType.sort(Comparator.comparingLong(Lack::missing).reversed());
      lacks.addAll(ofType);
    }
    return lacking;
  }

  private List<Lack> lacksOf(int type, long need) {
    List<Lack> ofType = new ArrayList<>();
    for (int step = 0; step < chain.length(); step++) {
      int scope = chain.scope(step);
      if (state.limits.hasAny(scope, type)) {
        WaitingLine line = state.sites.of(scope, type).atLimits;
        addLack(ofType, line, need - waitingRoom.free(line));
      }
    }
    PoolState pool = chain.pool(type);
    if (pool != null) {
      WaitingLine line = state.sites.of(pool.scope, type).atPool;
      Loans loans = pool.loans;
      if (loans == null) {
        addLack(ofType, line, need - pool.free(state.now()));
      } else if (need > state.lending.grantable(pool)) {
        ofType.add(new Lack(line, missing(pool, loans, need)));
      }
    }
    return ofType;
  }

  private static void addLack(List<Lack> lacks, WaitingLine line, long missing) {
    if (missing > 0) {
      lacks.add(new Lack(line, missing));
    }
  }

  /// What a pool lacks after it has borrowed all it can for a need, which that notes.
  private long missing(PoolState pool, Loans loans, long need) {
    long lendable = state.lending.lendableBeyond(pool);
    long own = pool.free(state.now());
    long missing = need <= Math.max(0, own) + lendable ? 0 : need - own - lendable;
    long lent = need - Math.max(0, own + missing);
    long within = pool.pool.terms().borrowing() - loans.borrowed();
    if (lent > within) {
      credits.add(new Credit(loans, lent - within));
    }
    boolean helps = loans.isEmpty() || state.lending.grantsWhatReturns(pool, loans);
    return missing > 0 && !helps ? Long.MAX_VALUE : missing;
  }

  private boolean isNegotiated(WaitingLine line) {
    return waitingRoom.strategy(line) == ConflictStrategy.NEGOTIATION;
  }

  private boolean canBeMadeGood(int asking) {
    return lacks.stream()
        .allMatch(lack ->
            lack.missing == 0
                || state.holders.slacksOf(lack.line).sumBeside(asking) >= lack.missing);
  }

  private void cut(Lack lack, int asking) {
    long left = lack.missing - given(lack);
    for (Slacks.Slack slack : state.holders.slacksOf(lack.line).largestFirst()) {
      if (left <= 0) {
        return;
      }
      int slot = slack.holder().slot();
      int line = state.allocations.line(slot, lack.line.site.type);
      Cut before = cuts.getOrDefault(line, new Cut(slack.holder(), line, 0, lack.line));
      long more = slot == asking ? 0 : Math.min(left, slack.amount() - before.amount);
      if (more > 0) {
        cuts.put(line, before.plus(more));
        left -= more;
      }
    }
  }

  private void spare() {
    Map<Lack, Long> surplus = new HashMap<>();
    lacks.forEach(lack -> surplus.put(lack, given(lack) - lack.missing));
    for (Cut cut : List.copyOf(cuts.values()).reversed()) {
      List<Lack> helped = lacks.stream().filter(lack -> counts(cut, lack)).toList();
      long least =
          helped.stream().mapToLong(lack -> surplus.getOrDefault(lack, 0L)).min().orElseThrow();
      long spared = Math.min(cut.amount, least);
      helped.forEach(lack -> surplus.merge(lack, -spared, Long::sum));
      if (spared == cut.amount) {
        cuts.remove(cut.line);
      } else {
        cuts.put(cut.line, cut.plus(-spared));
      }
    }
  }

  /// What a constraint gains by the cuts so far.
  private long given(Lack lack) {
    return cuts.values().stream().filter(cut -> counts(cut, lack)).mapToLong(Cut::amount).sum();
  }

  private boolean counts(Cut cut, Lack lack) {
    return state.holders.counts(lack.line, cut.holder.slot(), cut.line);
  }
}
