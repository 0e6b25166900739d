package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Pool;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How the members of a pool share it while it is contended (rule P4).
///
/// A request's *member* is the nearest named one at or above its path; where none is named, the
/// child of the owner on its path, or the owner for requests of its own. A member is *active* while
/// it holds something of the pool or waits for it. Everyone else is a *guest*: all guests together
/// are entitled to nothing while a member claims its part, and come last under FAIR.
///
/// - EQUAL entitles each active member to capacity ÷ active members. A member that waits for no
///   more than that *claims* it, and while another does, nobody may hold more than their part. Who
///   waits for more than their part claims nothing: two such would else keep each other waiting for
///   what neither may have.
/// - QUOTA entitles each member to its quota. Beyond its own, a request must leave what is
///   unclaimed of the quotas of all other active members.
/// - FAIR limits nobody, but has the waiting member with the lowest dominant share go first.
///
/// Who starves keeps everyone from passing (Q5) but those whom the policy puts first: who asks for
/// no more than their entitlement, or whose dominant share is lower; among its own members'
/// requests it always does.
///
/// Only pools with a policy have this. Counters follow each reservation in O(log members); finding
/// whose turn it is looks once at each member that waits, never at each waiter or holder. All of it
/// can be worked out from the allocations and those who wait.
final class PoolShares {
  private final EngineState state;
  private final PoolState pool;
  private final Map<ScopePath, Pool.Member> named = new HashMap<>();
  private final Map<Optional<ScopePath>, Share> shares = new HashMap<>();
  private final TreeSet<Share> waiting = new TreeSet<>(Share.BY_CLAIM);
  private Map<ScopePath, Long> quotas;
  private int active;
  private long unclaimed;

  /// The shares of a pool as its allocations and those who wait for it make them.
  PoolShares(EngineState state, PoolState pool) {
    this.state = state;
    this.pool = pool;
    pool.pool.terms().members().forEach(member -> named.put(member.path(), member));
    quotas = guaranteed();
    int index = state.pools.indexOf(pool);
    for (int slot = 0; slot < state.allocations.end(); slot++) {
      if (state.allocations.isOpen(slot)) {
        int line = state.allocations.firstLine(slot);
        while (line != AllocationSlab.NONE) {
          if (state.allocations.pool(line) == index) {
            hold(
                state.scopes.path(state.allocations.scope(slot)), state.allocations.reserved(line));
          }
          line = state.allocations.nextLine(line);
        }
      }
    }
    site().atPool.all().forEach(this::join);
    shares.values().forEach(pool.quotaLoans::noteUse);
  }

  SharingPolicy policy() {
    return pool.pool.terms().sharing();
  }

  /// Counts what is reserved, or returned, on behalf of a path.
  void hold(ScopePath path, long difference) {
    Share share = entered(path);
    beforeChange(share);
    share.held += difference;
    afterChange(share);
  }

  /// Has what is lent by now be the borrower's and what has returned the lender's again, and says
  /// whether that changed anything.
  boolean requote() {
    Map<ScopePath, Long> now = guaranteed();
    if (now.equals(quotas)) {
      return false;
    }
    quotas = now;
    for (Share share : List.copyOf(shares.values())) {
      beforeChange(share);
      share.quota = share.member.map(path -> now.getOrDefault(path, 0L)).orElse(0L);
      afterChange(share);
      pool.quotaLoans.noteUse(share);
    }
    return true;
  }

  private Map<ScopePath, Long> guaranteed() {
    Map<ScopePath, Long> quotas = pool.pool.terms().quotasAt(state.nowInstant());
    return pool.quotaLoans.isEmpty() ? quotas : pool.quotaLoans.over(quotas);
  }

  /// Notes what is used of what was lent, since more was reserved on behalf of a path.
  void noteUse(ScopePath path) {
    if (!pool.quotaLoans.isEmpty()) {
      pool.quotaLoans.noteUse(of(path));
    }
  }

  /// What a member may still take of what it is guaranteed, or lend of it.
  long unclaimed(ScopePath member) {
    return of(member).unclaimed();
  }

  void join(Waiter waiter) {
    Share share = entered(waiter.request.path());
    beforeChange(share);
    share.line.add(waiter);
    afterChange(share);
  }

  void leave(Waiter waiter) {
    Share share = entered(waiter.request.path());
    beforeChange(share);
    share.line.remove(waiter);
    afterChange(share);
  }

  /// How much more a request at a path may take of what is available.
  long headroom(ScopePath path, long available) {
    return headroom(of(path), available);
  }

  /// The same for a guest, as pools that borrow are (P5).
  long guestHeadroom(long available) {
    Share guests = shares.get(Optional.<ScopePath>empty());
    return headroom(guests == null ? made(Optional.empty()) : guests, available);
  }

  /// The arrival of the first who starves here and whom a request for `amount` must not pass;
  /// `Long.MAX_VALUE` where there is none (Q5).
  long guardedArrival(ScopePath path, long amount) {
    long anyone = guardedArrival(site().atPool);
    if (anyone == Long.MAX_VALUE) {
      return anyone;
    }
    Share share = of(path);
    return policy() == SharingPolicy.FAIR
        ? guardedAmongEquals(contender(share), contenders())
        : amount <= entitlement(share) - share.held ? guardedArrival(share.line) : anyone;
  }

  /// Whom to consider next; none where nobody fits.
  ///
  /// @param turns of each member's own, as far as they have begun
  @Nullable Waiter next(ConflictStrategy strategy, Map<Optional<ScopePath>, Turns> turns) {
    long available = state.lending.grantable(pool);
    long anyone = guardedArrival(site().atPool);
    List<Contender> contenders = contenders();
    Contender first = null;
    Waiter best = null;
    for (Contender contender : contenders) {
      Turns own = turns(turns, contender.share, strategy);
      Waiter candidate =
          anyone == Long.MAX_VALUE || policy() != SharingPolicy.FAIR
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

  /// The least that must be available, more than is, for someone who waits here to be granted.
  OptionalLong leastWantedAbove(long available) {
    OptionalLong least = site().atPool.leastWantedAbove(available);
    if (policy() != SharingPolicy.QUOTA) {
      return least;
    }
    for (Share share : waiting) {
      long kept = keptForOthers(share);
      OptionalLong wanted = share.line.leastWantedAbove(available - kept);
      if (wanted.isPresent() && wanted.getAsLong() + kept < least.orElse(Long.MAX_VALUE)) {
        least = OptionalLong.of(wanted.getAsLong() + kept);
      }
    }
    return least;
  }

  /// Whose account a request at a path is on; empty for a guest.
  private Optional<ScopePath> memberAt(ScopePath path) {
    List<ScopePath> chain = path.chain();
    if (named.isEmpty()) {
      int child = pool.pool.path().depth() + 1;
      return Optional.of(chain.get(Math.min(child, chain.size() - 1)));
    }
    return chain.reversed().stream().filter(named::containsKey).findFirst();
  }

  /// What a path has of the pool on its member's account; a share that nobody keeps where the
  /// member is not active.
  Share of(ScopePath path) {
    Optional<ScopePath> member = memberAt(path);
    Share share = shares.get(member);
    return share == null ? made(member) : share;
  }

  private Share entered(ScopePath path) {
    return shares.computeIfAbsent(memberAt(path), this::made);
  }

  private Share made(Optional<ScopePath> path) {
    Optional<Pool.Member> member = path.map(named::get);
    return new Share(
        path,
        path.map(each -> quotas.getOrDefault(each, 0L)).orElse(0L),
        member.map(Pool.Member::weight).orElse(1),
        site());
  }

  private void beforeChange(Share share) {
    waiting.remove(share);
    if (share.isActive() && share.member.isPresent()) {
      active--;
      unclaimed -= share.unclaimed();
    }
  }

  private void afterChange(Share share) {
    if (!share.isActive()) {
      shares.remove(share.member);
      return;
    }
    if (share.member.isPresent()) {
      active++;
      unclaimed += share.unclaimed();
    }
    if (!share.line.isEmpty()) {
      share.claim = share.held + share.line.leastNeed();
      waiting.add(share);
    }
  }

  private long headroom(Share share, long available) {
    return switch (policy()) {
      case PRIORITY, FAIR -> available;
      case EQUAL ->
          anotherClaims(share)
              ? Math.min(available, Math.max(0, entitlement(share) - share.held))
              : available;
      case QUOTA ->
          Math.max(Math.min(available, share.unclaimed()), available - keptForOthers(share));
    };
  }

  private long entitlement(Share share) {
    if (share.member.isEmpty()) {
      return 0;
    }
    return policy() == SharingPolicy.EQUAL
        ? pool.capacity() / (share.isActive() ? active : active + 1)
        : share.quota;
  }

  /// Whether another member waits for no more than its part: the one with the least claim does if
  /// anyone does.
  private boolean anotherClaims(Share share) {
    boolean counted = share.isActive() || share.member.isEmpty();
    long part = pool.capacity() / Math.max(1, counted ? active : active + 1);
    for (Share other : waiting) {
      if (other.claim > part) {
        return false;
      }
      if (other != share && other.member.isPresent()) {
        return true;
      }
    }
    return false;
  }

  private long keptForOthers(Share share) {
    boolean counted = share.isActive() && share.member.isPresent();
    return counted ? unclaimed - share.unclaimed() : unclaimed;
  }

  private @Nullable Waiter candidate(
      Contender contender, long available, long anyone, Turns turns) {
    Share share = contender.share;
    long free = headroom(share, available);
    if (anyone < contender.guard) {
      free = Math.min(free, entitlement(share) - share.held);
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
    List<Contender> contenders = new ArrayList<>(waiting.size());
    for (Share share : waiting) {
      contenders.add(contender(share));
    }
    return contenders;
  }

  private Contender contender(Share share) {
    DominantShare dominant =
        policy() == SharingPolicy.FAIR ? dominant(share) : DominantShare.none(share.weight);
    return new Contender(share, dominant, guardedArrival(share.line));
  }

  /// Under FAIR who has less goes first; between equals the strategy decides.
  private boolean comesBefore(
      Contender one, Waiter waiter, Contender other, Waiter than, ConflictStrategy strategy) {
    int byShare = policy() == SharingPolicy.FAIR ? byDominantShare(one, other) : 0;
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
                ? beside.shares.get(share.member)
                : null;
        dominant = there == null ? dominant : dominant.or(there.held, other.get().capacity());
      }
    }
    return dominant;
  }

  private long guardedArrival(WaitingLine line) {
    return line.guardedArrival(state.now(), state.settings());
  }

  private Site site() {
    return state.sites.of(pool.scope, pool.type);
  }

  private Turns turns(
      Map<Optional<ScopePath>, Turns> turns, Share share, ConflictStrategy strategy) {
    return turns.computeIfAbsent(
        share.member, _ -> new Turns(share.line, strategy, state.now(), state.settings()));
  }
}
