package dev.headroom.engine.reference;

import dev.headroom.model.Pool;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the members of pools share them (rule P4), counted anew each time. A member is named by its
/// path; whoever is none is a guest and has no name.
final class Sharing {
  private final World world;

  Sharing(World world) {
    this.world = world;
  }

  static boolean isShared(Stock stock) {
    return stock.pool.terms().sharing() != SharingPolicy.PRIORITY;
  }

  /// The pools whose waiters may have gained headroom when what is held of one changes: itself, and
  /// under FAIR all of the owner that are shared so.
  List<Stock> affectedBy(Stock stock) {
    return world.stocks.values().stream()
        .filter(other -> other == stock || areFairTogether(stock, other))
        .toList();
  }

  /// Whose account a request is on.
  static Optional<ScopePath> member(Stock stock, ScopePath path) {
    List<Pool.Member> named = stock.pool.terms().members();
    if (!named.isEmpty()) {
      return path.chain().reversed().stream()
          .filter(scope -> named.stream().anyMatch(member -> member.path().equals(scope)))
          .findFirst();
    }
    return path.chain().stream()
        .filter(scope -> scope.parent().filter(stock.pool.path()::equals).isPresent())
        .findFirst()
        .or(() -> Optional.of(stock.pool.path()));
  }

  /// How much more a request at a path may take.
  long headroom(Stock stock, ScopePath path) {
    return headroom(stock, member(stock, path), world.borrowing.grantable(stock, world.now));
  }

  /// How much more a guest may take of what is available.
  long guestHeadroom(Stock stock, long available) {
    return headroom(stock, Optional.empty(), available);
  }

  private long headroom(Stock stock, Optional<ScopePath> asking, long available) {
    return switch (stock.pool.terms().sharing()) {
      case PRIORITY, FAIR -> available;
      case EQUAL ->
          world.wishesAt(stock.place()).stream().anyMatch(wish -> claims(stock, wish, asking))
              ? Math.min(available, Math.max(0, entitlement(stock, asking) - held(stock, asking)))
              : available;
      case QUOTA ->
          Math.max(
              Math.min(available, unclaimed(stock, asking)),
              available - keptForOthers(stock, asking));
    };
  }

  /// What is kept of a pool for all other active members than the one that asks.
  long keptForOthers(Stock stock, Optional<ScopePath> asking) {
    return active(stock).stream()
        .filter(member -> !member.equals(asking))
        .mapToLong(member -> unclaimed(stock, member))
        .sum();
  }

  /// Whether one who starves keeps back a request at a path for some amount (Q5).
  boolean keepsBack(Stock stock, Wish starving, ScopePath path, long amount) {
    Optional<ScopePath> first = member(stock, starving.path());
    Optional<ScopePath> asking = member(stock, path);
    if (first.equals(asking)) {
      return true;
    }
    return switch (stock.pool.terms().sharing()) {
      case PRIORITY -> true;
      case EQUAL, QUOTA -> held(stock, asking) + amount > entitlement(stock, asking);
      case FAIR -> compareShares(stock, first, asking) <= 0;
    };
  }

  /// Which of two goes first under FAIR: guests last, else the lower of weighted dominant shares.
  int compareShares(Stock stock, Optional<ScopePath> one, Optional<ScopePath> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    return dominant(stock, one).compareTo(dominant(stock, other));
  }

  /// Whether a wish of another member is for no more than that member's part.
  private boolean claims(Stock stock, Wish wish, Optional<ScopePath> asking) {
    Optional<ScopePath> member = member(stock, wish.path());
    Set<Optional<ScopePath>> active = active(stock);
    if (asking.isPresent()) {
      active.add(asking);
    }
    return member.isPresent()
        && !member.equals(asking)
        && held(stock, member) + wish.required(stock.type())
            <= stock.pool.terms().capacity() / active.size();
  }

  private long entitlement(Stock stock, Optional<ScopePath> member) {
    if (member.isEmpty()) {
      return 0;
    }
    if (stock.pool.terms().sharing() == SharingPolicy.QUOTA) {
      return quota(stock, member);
    }
    Set<Optional<ScopePath>> active = active(stock);
    active.add(member);
    return stock.pool.terms().capacity() / active.size();
  }

  /// What a member holds of a pool.
  long held(Stock stock, Optional<ScopePath> member) {
    return world.holdings.stream()
        .filter(holding -> member(stock, holding.path()).equals(member))
        .flatMap(holding -> holding.lines.stream())
        .filter(line -> line.stock().filter(from -> from == stock).isPresent())
        .mapToLong(line -> line.reserved)
        .sum();
  }

  /// The members that hold something or wait.
  private Set<Optional<ScopePath>> active(Stock stock) {
    Set<Optional<ScopePath>> active = new LinkedHashSet<>();
    for (Holding holding : world.holdings) {
      Optional<ScopePath> member = member(stock, holding.path());
      if (member.isPresent() && held(stock, member) > 0) {
        active.add(member);
      }
    }
    world
        .wishesAt(stock.place())
        .forEach(wish -> member(stock, wish.path()).map(Optional::of).ifPresent(active::add));
    return active;
  }

  private long unclaimed(Stock stock, Optional<ScopePath> member) {
    return Math.max(0, quota(stock, member) - held(stock, member));
  }

  /// Its quota, without what it lends and with what is lent to it (P4).
  long quota(Stock stock, Optional<ScopePath> member) {
    long quota = named(stock, member).map(Pool.Member::quota).orElse(0L);
    for (Pool.Member lender : stock.pool.terms().members()) {
      for (QuotaLoan loan : lender.loans()) {
        boolean runs = loan.until().toEpochMilli() > world.now;
        quota -= runs && member.filter(lender.path()::equals).isPresent() ? loan.amount() : 0;
        quota += runs && member.filter(loan.to()::equals).isPresent() ? loan.amount() : 0;
      }
    }
    return quota + member.map(path -> world.quotas.gained(stock, path)).orElse(0L);
  }

  /// What a member has unused of what it is guaranteed.
  long unused(Stock stock, ScopePath member) {
    return unclaimed(stock, Optional.of(member));
  }

  private static Optional<Pool.Member> named(Stock stock, Optional<ScopePath> member) {
    return stock.pool.terms().members().stream()
        .filter(each -> member.filter(each.path()::equals).isPresent())
        .findFirst();
  }

  private static boolean areFairTogether(Stock one, Stock other) {
    return one.pool.path().equals(other.pool.path())
        && one.pool.terms().sharing() == SharingPolicy.FAIR
        && other.pool.terms().sharing() == SharingPolicy.FAIR;
  }

  private Part dominant(Stock stock, Optional<ScopePath> member) {
    Part most = new Part(BigInteger.ZERO, BigInteger.ONE);
    for (ResourceType type : ResourceType.ALL) {
      Optional<Stock> beside = world.owned(stock.pool.path(), type);
      if (beside.filter(other -> areFairTogether(stock, other)).isPresent()) {
        Part part =
            new Part(
                BigInteger.valueOf(held(beside.get(), member)),
                BigInteger.valueOf(beside.get().pool.terms().capacity()));
        most = part.of.signum() > 0 && part.compareTo(most) > 0 ? part : most;
      }
    }
    int weight = named(stock, member).map(Pool.Member::weight).orElse(1);
    return new Part(most.of, most.whole.multiply(BigInteger.valueOf(weight)));
  }

  /// An exact fraction; of nothing, any part is more than all others.
  private record Part(BigInteger of, BigInteger whole) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      return of.signum() == 0 || other.of.signum() == 0
          ? of.compareTo(other.of)
          : of.multiply(other.whole).compareTo(other.of.multiply(whole));
    }
  }
}
