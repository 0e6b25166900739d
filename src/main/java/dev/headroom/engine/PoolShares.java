package dev.headroom.engine;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Pool;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.util.Collection;
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
/// Only pools with a policy have this. Counters follow each reservation in O(log members); all of
/// them can be worked out from the allocations and those who wait.
final class PoolShares {
  private final EngineState state;
  private final PoolState pool;
  private final Map<ScopePath, Pool.Member> named = new HashMap<>();
  private final Map<Optional<ScopePath>, Share> shares = new HashMap<>();
  private final TreeSet<Share> waiting = new TreeSet<>(Share.BY_CLAIM);
  private Map<ScopePath, Long> quotas;
  private final PoolTurns turns;
  private int active;
  private long unclaimed;

  /// The shares of a pool as its allocations and those who wait for it make them.
  PoolShares(EngineState state, PoolState pool) {
    this.state = state;
    this.pool = pool;
    turns = new PoolTurns(state, pool, this);
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
    long anyone = site().atPool.guardedArrival(state.now(), state.settings());
    return anyone == Long.MAX_VALUE ? anyone : turns.guardedArrival(of(path), amount, anyone);
  }

  /// Whom to consider next; none where nobody fits.
  ///
  /// @param begun the turns of each member's own, as far as they have begun
  @Nullable Waiter next(ConflictStrategy strategy, Map<Optional<ScopePath>, Turns> begun) {
    return turns.next(strategy, begun);
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

  /// What an active member has of the pool; none where it is not active.
  @Nullable Share active(Optional<ScopePath> member) {
    return shares.get(member);
  }

  /// Those for whom someone waits, the least claim first.
  Collection<Share> waiting() {
    return waiting;
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

  /// The same for a member.
  long headroom(Share share, long available) {
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

  /// How much a member may hold while others claim their parts.
  long entitlement(Share share) {
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

  private Site site() {
    return state.sites.of(pool.scope, pool.type);
  }
}
