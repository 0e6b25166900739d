package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What would be granted of several requests together, each as if those before it had been (rule
/// A6): pools have it taken while more is tried, scopes only claimed. Used once.
final class BatchTrial {
  private final EngineState state;
  private final Claims claims = new Claims();
  private final Chain chain;
  private final Admission admission;
  private final List<Taken> taken = new ArrayList<>();

  BatchTrial(EngineState state) {
    this.state = state;
    this.chain = new Chain(state, claims);
    this.admission = new Admission(state, chain);
  }

  /// The first line that no counter could hold any more, or −1 (S6).
  int overflowing(AllocationRequest request) {
    return admission.overflowing(request);
  }

  /// Claims what one more request would be granted, and says whether it would.
  boolean claim(AllocationRequest request) {
    chain.follow(state.scopes.findNearest(request.path()), request.path());
    if (!admission.decide(request, Long.MAX_VALUE)) {
      return false;
    }
    for (GrantedLine line : admission.grantedLines()) {
      int type = line.type().ordinal();
      PoolState pool = chain.pool(type);
      if (pool != null) {
        claims.claimFrom(pool, line.granted());
        take(pool, request.path(), line.granted());
      }
      for (int step = 0; step < chain.length(); step++) {
        claims.claim(chain.scope(step), type, line.granted());
      }
    }
    return true;
  }

  /// Why the last request would not be granted.
  List<Denial> failed() {
    return admission.failed();
  }

  /// Pools are as before.
  void putBack() {
    taken.reversed().forEach(each -> each.take(-1));
  }

  private void take(PoolState pool, ScopePath path, long amount) {
    Loans loans = pool.loans;
    long own = loans == null ? amount : Math.min(amount, Math.max(0, pool.available(state.now())));
    Taken more = new Taken(pool, path, own, amount - own, state.lending.lender(pool));
    more.take(1);
    taken.add(more);
  }

  /// What one line would take from its pool and that pool's lender, on its member's account (P4,
  /// P5).
  private record Taken(
      PoolState pool, ScopePath path, long own, long borrowed, @Nullable PoolState lender) {
    /// Takes it once, or −1 times.
    void take(int times) {
      pool.take(times * own);
      Loans loans = pool.loans;
      if (loans != null && lender != null && borrowed > 0) {
        lender.take(times * borrowed);
        loans.beyond -= times * borrowed;
      }
      PoolShares shares = pool.shares;
      if (shares != null) {
        shares.hold(path, times * (own + borrowed));
      }
    }
  }
}
