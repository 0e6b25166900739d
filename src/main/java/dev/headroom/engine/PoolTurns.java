package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose turn it is at a pool that its members share by a policy (rules P4, Q5).
///
/// Who starves keeps everyone from passing but those whom the policy puts first: who asks for no
/// more than their entitlement, or whose dominant share is lower; among its own members' requests
/// it always does. Finding whose turn it is looks once at each member that waits, never at each
/// waiter or holder.
final class PoolTurns {
  private final EngineState state;
  private final PoolState pool;
  private final PoolShares shares;

  PoolTurns(EngineState state, PoolState pool, PoolShares shares) {
    this.state = state;
    this.pool = pool;
    this.shares = shares;
  }

  /// The arrival of the first who starves and whom a request for `amount` on a member's account
  /// must not pass; `Long.MAX_VALUE` where there is none.
  ///
  /// @param anyone the arrival of the first who starves at the pool; there is one
  long guardedArrival(Share share, long amount, long anyone) {
    return shares.policy() == SharingPolicy.FAIR
        ? guardedAmongEquals(contender(share), contenders())
        : amount <= shares.entitlement(share) - share.held ? guardedArrival(share.line) : anyone;
  }

  /// Whom to consider next; none where nobody fits.
  ///
  /// @param turns of each member's own, as far as they have begun
  @Nullable Waiter next(ConflictStrategy strategy, Map<Optional<ScopePath>, Turns> turns) {
    long available = state.lending.grantable(pool);
    long anyone = guardedArrival(state.sites.of(pool.scope, pool.type).atPool);
    List<Contender> contenders = contenders();
    Contender first = null;
    Waiter best = null;
    for (Contender contender : contenders) {
      Turns own = turns(turns, contender.share, strategy);
      Waiter candidate =
          anyone == Long.MAX_VALUE || shares.policy() != SharingPolicy.FAIR
              ? candidate(contender, available, anyone, own)
              : guardedAmongEquals(contender, contenders) < contender.guard
                  ? null
                  : candidate(contender, available, Long.MAX_VALUE, own);
      if (candidate != null
          && (best == null
              || first == null
              || comesBefore(contender, candidate, first, best, strategy))) {
        best = candidate;
        first = contender;
      }
    }
    if (best != null && first != null) {
      turns(turns, first.share, strategy).take();
    }
    return best;
  }

  private @Nullable Waiter candidate(
      Contender contender, long available, long anyone, Turns turns) {
    Share share = contender.share;
    long free = shares.headroom(share, available);
    if (anyone < contender.guard) {
      free = Math.min(free, shares.entitlement(share) - share.held);
    }
    long reach = free;
    Waiter candidate = turns.peek(_ -> reach);
    return candidate == null || candidate.arrival > contender.guard ? null : candidate;
  }

  /// A member as it stands while nothing changes: all that takes time to find out, found out once.
  ///
  /// @param dominant its dominant share; none but under FAIR
  /// @param guard the arrival of the first of its own who starves; `Long.MAX_VALUE` for none
  private record Contender(Share share, DominantShare dominant, long guard) {}

  /// Those for whom someone waits.
  private List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>(shares.waiting().size());
    for (Share share : shares.waiting()) {
      contenders.add(contender(share));
    }
    return contenders;
  }

  private Contender contender(Share share) {
    DominantShare dominant =
        shares.policy() == SharingPolicy.FAIR ? dominant(share) : DominantShare.none(share.weight);
    return new Contender(share, dominant, guardedArrival(share.line));
  }

  /// Under FAIR who has less goes first; between equals the strategy decides.
  private boolean comesBefore(
      Contender one, Waiter waiter, Contender other, Waiter than, ConflictStrategy strategy) {
    int byShare = shares.policy() == SharingPolicy.FAIR ? byDominantShare(one, other) : 0;
    return byShare != 0
        ? byShare < 0
        : WaitingLine.comesBefore(waiter, than, strategy, state.now(), state.settings());
  }

  /// The first who starves among those of the same member and of all whose share is no higher.
  private static long guardedAmongEquals(Contender asking, List<Contender> contenders) {
    long guard = asking.guard;
    for (Contender rival : contenders) {
      if (rival.guard < guard && byDominantShare(rival, asking) <= 0) {
        guard = rival.guard;
      }
    }
    return guard;
  }

  private static int byDominantShare(Contender left, Contender right) {
    boolean guest = left.share.member.isEmpty();
    return guest || right.share.member.isEmpty()
        ? Boolean.compare(guest, right.share.member.isEmpty())
        : left.dominant.compareTo(right.dominant);
  }

  /// Over all types of which the owner has a pool that is shared FAIR.
  private DominantShare dominant(Share share) {
    DominantShare dominant = DominantShare.none(share.weight).or(share.held, pool.capacity());
    for (int type = 0; type < ResourceType.ALL.size(); type++) {
      Optional<PoolState> other = state.poolAt(pool.scope, type);
      if (other.isPresent() && type != pool.type) {
        PoolShares beside = other.get().shares;
        Share there =
            beside != null && beside.policy() == SharingPolicy.FAIR
                ? beside.active(share.member)
                : null;
        dominant = there == null ? dominant : dominant.or(there.held, other.get().capacity());
      }
    }
    return dominant;
  }

  private long guardedArrival(WaitingLine line) {
    return line.guardedArrival(state.now(), state.settings());
  }

  private Turns turns(
      Map<Optional<ScopePath>, Turns> turns, Share share, ConflictStrategy strategy) {
    return turns.computeIfAbsent(
        share.member, _ -> new Turns(share.line, strategy, state.now(), state.settings()));
  }
}
