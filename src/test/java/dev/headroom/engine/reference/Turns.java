package dev.headroom.engine.reference;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Whose turn it is at a pool that its members share (rules P4, Q2, Q5): each waits behind those of
/// its own member and rank that came before, and is considered once at most.
final class Turns {
  private record Row(Optional<ScopePath> member, int rank) {}

  private final World world;
  private final Stock stock;
  private final boolean byArrival;
  private final Comparator<Wish> order;
  private final Map<Row, Long> considered = new HashMap<>();

  Turns(World world, Stock stock, ConflictStrategy strategy) {
    this.world = world;
    this.stock = stock;
    this.byArrival = strategy == ConflictStrategy.QUEUING;
    Comparator<Wish> byStrategy =
        byArrival
            ? Comparator.comparingLong(wish -> wish.arrival)
            : Comparator.comparingInt(this::rank).thenComparingLong(wish -> wish.arrival);
    Comparator<Wish> byShare =
        (one, other) -> world.sharing.compareShares(stock, member(one), member(other));
    this.order =
        stock.pool.terms().sharing() == SharingPolicy.FAIR
            ? byShare.thenComparing(byStrategy)
            : byStrategy;
  }

  void forEach(Consumer<Wish> consider) {
    Optional<Wish> next = next();
    while (next.isPresent()) {
      considered.put(row(next.get()), next.get().arrival);
      consider.accept(next.get());
      next = next();
    }
  }

  private Optional<Wish> next() {
    return world.wishesAt(stock.place()).stream()
        .filter(wish -> wish.arrival > considered.getOrDefault(row(wish), 0L))
        .filter(wish -> wish.required(stock.type()) <= world.sharing.headroom(stock, wish.path()))
        .filter(wish -> !isKeptBack(wish))
        .min(order);
  }

  private boolean isKeptBack(Wish wish) {
    return world.wishesAt(stock.place()).stream()
        .filter(other -> other.arrival < wish.arrival)
        .filter(other -> other.starves(world.now, world.settings))
        .anyMatch(other -> world.keepsBack(other, wish.path(), wish.required(stock.type())));
  }

  private int rank(Wish wish) {
    return wish.starves(world.now, world.settings)
        ? Integer.MIN_VALUE
        : -wish.effectivePriority(world.now, world.settings).ordinal();
  }

  private Row row(Wish wish) {
    return new Row(member(wish), byArrival ? 0 : rank(wish));
  }

  private Optional<ScopePath> member(Wish wish) {
    return Sharing.member(stock, wish.path());
  }
}
