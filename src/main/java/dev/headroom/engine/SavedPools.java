package dev.headroom.engine;

import dev.headroom.model.SharingPolicy;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.HashMap;
import java.util.Map;

/// The pools as bytes, removed ones included, in the order of their indexes, then what each has
/// borrowed and what its members have lent each other.
final class SavedPools {
  private static final int BORROWS = 1;

  /// Set where members have lent each other quota, since form 2.
  private static final int LENT = 2;

  private final EngineState state;

  SavedPools(EngineState state) {
    this.state = state;
  }

  void write(StateOutput out) {
    int count = state.pools.count();
    out.next().number(count);
    Map<PoolState, Integer> indexes = new HashMap<>();
    for (int index = 0; index < count; index++) {
      PoolState pool = state.pools.at(index);
      indexes.put(pool, index);
      pool.write(out.next());
    }
    for (int index = 0; index < count; index++) {
      PoolState pool = state.pools.at(index);
      Loans loans = pool.loans;
      int lent = pool.quotaLoans.isEmpty() ? 0 : LENT;
      ByteWriter to = out.next().oneByte(lent + (loans == null ? 0 : BORROWS));
      if (loans != null) {
        loans.write(to, indexes);
      }
      if (lent > 0) {
        pool.quotaLoans.write(to);
      }
    }
  }

  void read(StateInput in) {
    int count = in.count();
    for (int index = 0; index < count; index++) {
      enter(PoolState.read(in.next(), state.scopes));
    }
    for (int index = 0; index < count; index++) {
      ByteReader from = in.next();
      PoolState pool = state.pools.at(index);
      int what = from.oneByte();
      pool.loans = (what & BORROWS) == 0 ? null : new Loans(from, state.pools);
      if ((what & LENT) != 0) {
        state.pools.lend(pool, new QuotaLoans(from, pool.pool));
      }
    }
  }

  /// Works out how pools are shared, once all who hold something or wait are there.
  void share() {
    for (PoolState pool : state.pools.all()) {
      if (pool.pool.terms().sharing() != SharingPolicy.PRIORITY) {
        pool.shares = new PoolShares(state, pool);
      }
    }
  }

  private void enter(PoolState pool) {
    state.pools.enter(pool);
    if (!pool.removed) {
      state.sites.of(pool.scope, pool.type).pool = pool;
    }
  }
}
