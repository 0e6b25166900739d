package dev.headroom.engine;

import dev.headroom.model.SharingPolicy;
import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.HashMap;
import java.util.Map;

/// The pools as bytes, removed ones included, in the order of their indexes, then what each has
/// borrowed.
final class SavedPools {
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
      Loans loans = state.pools.at(index).loans;
      ByteWriter to = out.next().oneByte(loans == null ? 0 : 1);
      if (loans != null) {
        loans.write(to, indexes);
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
      state.pools.at(index).loans = from.oneByte() == 0 ? null : new Loans(from, state.pools);
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
