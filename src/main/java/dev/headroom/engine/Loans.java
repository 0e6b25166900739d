package dev.headroom.engine;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the allocations of one pool have from pools further up, since it was out of stock (rule
/// P5). Only pools that may borrow have this.
final class Loans {
  /// What one allocation has from one lender.
  static final class Loan {
    /// Its place in the order in which loans began.
    final long age;

    /// The allocation; of a pool's type it has one line.
    final int slot;

    /// Where it came from; what came from a pool that is removed returns nowhere.
    final PoolState lender;

    private long amount;

    private Loan(long age, int slot, PoolState lender) {
      this.age = age;
      this.slot = slot;
      this.lender = lender;
    }

    long amount() {
      return amount;
    }
  }

  private final TreeMap<Long, Loan> byAge = new TreeMap<>();
  private final Map<Integer, List<Loan>> bySlot = new HashMap<>();

  /// How many loans there are from each lender.
  private final Map<PoolState, Integer> lenders = new HashMap<>();

  private long ages;
  private long borrowed;

  /// How much may be borrowed beyond the limit while one decision is made; else 0.
  long beyond;

  Loans() {}

  /// @param pools the copy of each pool that may have lent something
  Loans(Loans other, Map<PoolState, PoolState> pools) {
    for (Loan loan : other.byAge.values()) {
      Loan copy = new Loan(loan.age, loan.slot, Objects.requireNonNull(pools.get(loan.lender)));
      copy.amount = loan.amount;
      enter(copy);
    }
    this.ages = other.ages;
    this.borrowed = other.borrowed;
    this.beyond = other.beyond;
  }

  /// Reads what [#write] has written.
  Loans(ByteReader from, PoolTable pools) {
    int count = from.upTo(Integer.MAX_VALUE);
    for (int read = 0; read < count; read++) {
      long age = from.number();
      int slot = from.upTo(Integer.MAX_VALUE);
      Loan loan = new Loan(age, slot, pools.at(from.upTo(pools.count() - 1)));
      loan.amount = from.number();
      borrowed += loan.lender.removed ? 0 : loan.amount;
      enter(loan);
    }
    ages = from.number();
  }

  /// @param indexes of all pools
  void write(ByteWriter to, Map<PoolState, Integer> indexes) {
    to.number(byAge.size());
    for (Loan loan : byAge.values()) {
      int lender = Objects.requireNonNull(indexes.get(loan.lender));
      to.number(loan.age).number(loan.slot).number(lender).number(loan.amount);
    }
    to.number(ages);
  }

  /// What is owed to pools that exist.
  long borrowed() {
    return borrowed;
  }

  /// All, the oldest first.
  Collection<Loan> all() {
    return byAge.values();
  }

  boolean isEmpty() {
    return byAge.isEmpty();
  }

  /// Whether all that there are come from one pool.
  boolean areFrom(PoolState lender) {
    return lenders.keySet().stream().allMatch(each -> each == lender);
  }

  /// Those of one allocation, the oldest first, as they are now.
  List<Loan> of(int slot) {
    return List.copyOf(bySlot.getOrDefault(slot, List.of()));
  }

  /// How much of an allocation's reservation is borrowed.
  long total(int slot) {
    return of(slot).stream().mapToLong(Loan::amount).sum();
  }

  /// The oldest loan from a pool that exists; none where nothing is owed.
  @Nullable Loan oldest() {
    for (Loan loan : byAge.values()) {
      if (!loan.lender.removed) {
        return loan;
      }
    }
    return null;
  }

  void add(int slot, PoolState lender, long amount) {
    List<Loan> loans = bySlot.getOrDefault(slot, List.of());
    Loan last = loans.isEmpty() ? null : loans.getLast();
    if (last == null || last.lender != lender) {
      last = new Loan(++ages, slot, lender);
      enter(last);
    }
    last.amount += amount;
    borrowed += amount;
  }

  private void enter(Loan loan) {
    byAge.put(loan.age, loan);
    bySlot.computeIfAbsent(loan.slot, _ -> new ArrayList<>(1)).add(loan);
    lenders.merge(loan.lender, 1, Integer::sum);
  }

  /// Makes a loan less, since some of it was returned or consumed.
  void reduce(Loan loan, long amount) {
    loan.amount -= amount;
    borrowed -= loan.lender.removed ? 0 : amount;
    if (loan.amount == 0) {
      byAge.remove(loan.age);
      lenders.computeIfPresent(loan.lender, (_, count) -> count == 1 ? null : count - 1);
      List<Loan> loans = bySlot.getOrDefault(loan.slot, List.of());
      loans.remove(loan);
      if (loans.isEmpty()) {
        bySlot.remove(loan.slot);
      }
    }
  }

  /// Owes nothing any more to a pool that is about to be removed, and says whether it did.
  boolean forgive(PoolState lender) {
    long owed =
        byAge.values().stream().filter(loan -> loan.lender == lender).mapToLong(Loan::amount).sum();
    borrowed -= owed;
    return owed > 0;
  }
}
