package dev.headroom.engine;

import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.PoolId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The pools by id, and by the index that allocations name them with. An index is never used again,
/// so that an allocation of a removed pool cannot return to another.
final class PoolTable {
  /// Most pools that an instance ever has, removed ones included: what an allocation's line can
  /// name.
  static final int COUNT_MAX = (1 << 24) - 2;

  private final List<PoolState> byIndex = new ArrayList<>();
  private final TreeMap<PoolId, Integer> indexes = new TreeMap<>();

  /// Those in which something is lent by command (P7), by id.
  private final TreeMap<PoolId, PoolState> lending = new TreeMap<>();

  PoolTable() {}

  PoolTable(PoolTable other) {
    Map<PoolState, PoolState> copies = new HashMap<>();
    for (PoolState pool : other.byIndex) {
      PoolState copy = new PoolState(pool);
      copies.put(pool, copy);
      byIndex.add(copy);
    }
    copies.forEach(
        (pool, copy) -> copy.loans = pool.loans == null ? null : new Loans(pool.loans, copies));
    indexes.putAll(other.indexes);
    other.lending.forEach((id, pool) -> lending.put(id, Objects.requireNonNull(copies.get(pool))));
  }

  @Nullable PoolState find(PoolId id) {
    Integer index = indexes.get(id);
    return index == null ? null : byIndex.get(index);
  }

  PoolState at(int index) {
    return byIndex.get(index);
  }

  /// The pool at an index, if it was not removed; none for [AllocationSlab#NONE].
  @Nullable PoolState existing(int index) {
    PoolState pool = index == AllocationSlab.NONE ? null : byIndex.get(index);
    return pool == null || pool.removed ? null : pool;
  }

  /// The name of the pool at an index; empty where there is none any more.
  String nameAt(int index) {
    PoolState pool = existing(index);
    return pool == null ? "" : pool.pool.id().value();
  }

  /// The index of a pool that exists.
  int indexOf(PoolState pool) {
    return Objects.requireNonNull(indexes.get(pool.pool.id()));
  }

  /// The same, or [AllocationSlab#NONE] for none.
  int indexOrNone(@Nullable PoolState pool) {
    return pool == null ? AllocationSlab.NONE : indexOf(pool);
  }

  void add(PoolState pool) {
    indexes.put(pool.pool.id(), byIndex.size());
    byIndex.add(pool);
  }

  /// Enters the next pool as it was before, which may be removed.
  void enter(PoolState pool) {
    if (!pool.removed) {
      indexes.put(pool.pool.id(), byIndex.size());
    }
    byIndex.add(pool);
  }

  /// Enters what a member has lent another.
  void lend(PoolState pool, LentQuota loan) {
    pool.quotaLoans.add(loan);
    lending.put(loan.pool(), pool);
  }

  /// The same for all that was read of a pool.
  void lend(PoolState pool, QuotaLoans loans) {
    pool.quotaLoans = loans;
    lending.put(pool.pool.id(), pool);
  }

  /// Takes out what was lent.
  void endLoan(PoolState pool, LoanId loan) {
    pool.quotaLoans.remove(loan);
    if (pool.quotaLoans.isEmpty()) {
      lending.remove(pool.pool.id());
    }
  }

  /// The pools in which something is lent by command, by id, as they are now.
  List<PoolState> lending() {
    return lending.isEmpty() ? List.of() : List.copyOf(lending.values());
  }

  /// How many there are or were.
  int count() {
    return byIndex.size();
  }

  void remove(PoolState pool) {
    indexes.remove(pool.pool.id());
    pool.removed = true;
  }

  /// The pools that exist, by id.
  Collection<PoolState> all() {
    return indexes.values().stream().map(byIndex::get).toList();
  }

  boolean isFull() {
    return byIndex.size() >= COUNT_MAX;
  }
}
