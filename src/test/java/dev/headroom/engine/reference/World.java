package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Event;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// All that the reference knows, and the sums that follow from it.
final class World {
  /// Something that was consumed and never comes back.
  record Spending(ScopePath path, ResourceType type, long amount) {}

  /// That a scope waits somewhere.
  record Wait(ScopePath path, Place place) {}

  long now;

  /// Whether leases are ended just now that end at this instant.
  boolean leasesEnd;

  Settings settings = Settings.DEFAULT;
  long settingsVersion;
  long configVersion;
  long arrivals;
  final TreeMap<ScopePath, Scope> scopes = new TreeMap<>();
  final TreeMap<PoolId, Stock> stocks = new TreeMap<>();
  final List<Holding> holdings = new ArrayList<>();
  final List<Spending> spendings = new ArrayList<>();

  /// Those who wait, by arrival.
  final List<Wish> wishes = new ArrayList<>();

  /// Places that may have gained headroom since they were last considered (Q5).
  final TreeSet<Place> gained = new TreeSet<>();

  /// Which scopes wait where, as far as that may close a deadlock since something about them has
  /// changed (Q6).
  final LinkedHashSet<Wait> doubts = new LinkedHashSet<>();

  /// What those will be called who wait again.
  final ArrayDeque<AllocationId> namesToCome = new ArrayDeque<>();

  final List<Happened> happened = new ArrayList<>();

  /// How much was ever said.
  long said;

  /// What is lent by command, the oldest first.
  final List<Lent> lent = new ArrayList<>();

  final Quotas quotas = new Quotas(this);
  final Sharing sharing = new Sharing(this);
  final Borrowing borrowing = new Borrowing(this);

  /// What is kept, the oldest first.
  final List<Checkpoint> checkpoints = new ArrayList<>();

  /// Allocations that have ended.
  final Departed departed;

  final Stories stories = new Stories(this);

  /// @param remembered how many allocations that have ended are remembered at most
  World(int remembered) {
    departed = new Departed(remembered);
    scopes.put(ScopePath.ROOT, new Scope(ScopePath.ROOT, 0));
  }

  void say(Event.Body body) {
    said++;
    happened.add(new Happened(Instant.ofEpochMilli(now), body));
  }

  /// Has the scope, made with all above it if need be (S3).
  Scope scopeMade(ScopePath path) {
    Scope made = null;
    for (ScopePath each : path.chain()) {
      made = scopes.computeIfAbsent(each, missing -> new Scope(missing, spendings.size()));
    }
    return java.util.Objects.requireNonNull(made);
  }

  Optional<Holding> holding(AllocationId id) {
    return holdings.stream().filter(holding -> holding.id.equals(id)).findFirst();
  }

  Optional<Wish> wish(AllocationId id) {
    return wishes.stream().filter(wish -> wish.id.equals(id)).findFirst();
  }

  List<Wish> wishesAt(Place place) {
    List<Wish> there = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish.place.equals(place)) {
        there.add(wish);
      }
    }
    return there;
  }

  /// Notes that a scope that waits was granted more, or waits somewhere no more: what it still
  /// waits for may close a deadlock.
  void doubt(ScopePath path) {
    wishes.stream()
        .filter(wish -> wish.path().equals(path))
        .map(wish -> wish.place)
        .sorted()
        .forEach(place -> doubts.add(new Wait(path, place)));
  }

  /// Notes that a place may have gained headroom, and with a pool those that may borrow from it.
  void gain(Place place) {
    gainAlone(place);
    if (place.pool()) {
      for (Stock stock : stocks.values()) {
        if (stock.mayBorrow
            && stock.type() == place.type()
            && borrowing.lender(stock).filter(lender -> lender.place().equals(place)).isPresent()) {
          gainAlone(stock.place());
        }
      }
    }
  }

  private void gainAlone(Place place) {
    if (!wishesAt(place).isEmpty()) {
      gained.add(place);
    }
  }

  /// Notes that what is held of a pool, or who waits there, has changed: under a policy that may
  /// give others headroom (P4).
  void gainByPolicy(Stock stock) {
    if (Sharing.isShared(stock)) {
      sharing.affectedBy(stock).forEach(other -> gain(other.place()));
    }
  }

  /// The same for those who share a pool that a place waits for.
  void gainByPolicy(Place place) {
    if (place.pool()) {
      owned(place.path(), place.type()).filter(Sharing::isShared).ifPresent(_ -> gain(place));
    }
  }

  /// Whether one who starves keeps back a request at a path for some amount.
  boolean keepsBack(Wish starving, ScopePath path, long amount) {
    Place place = starving.place;
    return !place.pool()
        || owned(place.path(), place.type())
            .filter(stock -> !sharing.keepsBack(stock, starving, path, amount))
            .isEmpty();
  }

  /// The limits of a scope for a type, in their order.
  List<Cap> caps(ScopePath path, ResourceType type) {
    Scope scope = scopes.get(path);
    return scope == null ? List.of() : scope.caps(type);
  }

  /// The pool that serves a type at a path: that of the nearest scope (P2).
  Optional<Stock> serving(ScopePath path, ResourceType type) {
    for (ScopePath scope : path.chain().reversed()) {
      Optional<Stock> own = owned(scope, type);
      if (own.isPresent()) {
        return own;
      }
    }
    return Optional.empty();
  }

  /// The pool of a type that a scope owns.
  Optional<Stock> owned(ScopePath path, ResourceType type) {
    for (Stock stock : stocks.values()) {
      if (stock.type() == type && stock.pool.path().equals(path)) {
        return Optional.of(stock);
      }
    }
    return Optional.empty();
  }

  /// The constraints of a scope itself: its limits, then its pool.
  List<Constraint> constraintsAt(ScopePath path, ResourceType type) {
    List<Constraint> constraints = new ArrayList<>(caps(path, type));
    owned(path, type).ifPresent(constraints::add);
    return constraints;
  }

  /// Every constraint that a request meets: limits from the root down, then the pool (A2).
  List<Constraint> chain(ScopePath path, ResourceType type) {
    List<Constraint> chain = new ArrayList<>();
    path.chain().forEach(scope -> chain.addAll(caps(scope, type)));
    serving(path, type).ifPresent(chain::add);
    return chain;
  }

  /// The constraint with the least headroom; of equals the one that is met first.
  Optional<Constraint> binding(ScopePath path, ResourceType type) {
    return chain(path, type).stream()
        .min(Comparator.comparingLong(constraint -> headroom(constraint, path)));
  }

  /// The constraint of a place with the least headroom; none where nothing limits there any more.
  Optional<Constraint> tightest(Place place) {
    return constraintsAt(place.path(), place.type()).stream()
        .filter(constraint -> constraint.place().equals(place))
        .min(Comparator.comparingLong(this::headroom));
  }

  /// The pool's own strategy, else the nearest one up the path that a limit or pool sets, else
  /// PRIORITY (Q1).
  ConflictStrategy strategy(Place place) {
    Optional<ConflictStrategy> strategy =
        place.pool()
            ? owned(place.path(), place.type()).flatMap(Stock::onConflict)
            : Optional.empty();
    for (ScopePath scope : place.path().chain().reversed()) {
      for (Constraint constraint : constraintsAt(scope, place.type())) {
        strategy = strategy.or(constraint::onConflict);
      }
    }
    return strategy.orElse(ConflictStrategy.PRIORITY);
  }

  /// What is reserved at and below a scope.
  long reserved(ScopePath path, ResourceType type) {
    long sum = 0;
    for (Holding holding : holdings) {
      if (holding.path().isWithin(path)) {
        for (Holding.Line line : holding.lines) {
          sum += line.type == type ? line.reserved : 0;
        }
      }
    }
    return sum;
  }

  /// What of a held type is in use at and below a scope, by the last samples.
  long inUse(ScopePath path, ResourceType type) {
    long sum = 0;
    for (Holding holding : holdings) {
      if (holding.path().isWithin(path)) {
        for (Holding.Line line : holding.lines) {
          sum += line.type == type ? line.consumed : 0;
        }
      }
    }
    return sum;
  }

  /// What was spent at and below a scope since a spending.
  long spent(ScopePath path, ResourceType type, int from) {
    long sum = 0;
    for (Spending spending : spendings.subList(from, spendings.size())) {
      if (spending.type == type && spending.path.isWithin(path)) {
        sum += spending.amount;
      }
    }
    return sum;
  }

  /// What was consumed in the limit's window.
  long consumed(Cap cap) {
    return cap.type.isHeld() ? 0 : spent(cap.path, cap.type, cap.countsFrom);
  }

  /// What counts against a constraint's allowance (L3).
  long used(Constraint constraint) {
    return switch (constraint) {
      case Cap cap -> reserved(cap.path, cap.type) + consumed(cap);
      case Stock stock -> {
        Stock.Level level = stock.at(now);
        yield stock.type().isHeld()
            ? level.reserved
            : stock.pool.terms().capacity() - level.available;
      }
    };
  }

  long allowance(Constraint constraint) {
    return switch (constraint) {
      case Cap cap -> cap.allowance();
      case Stock stock -> stock.pool.terms().capacity();
    };
  }

  /// How much more a constraint would grant right now.
  long headroom(Constraint constraint) {
    return switch (constraint) {
      case Cap cap -> Leniency.headroom(cap, used(cap), now);
      case Stock stock -> stock.at(now).available;
    };
  }

  /// How much more a constraint would grant a request at a path right now.
  long headroom(Constraint constraint, ScopePath path) {
    return switch (constraint) {
      case Cap cap -> headroom(cap);
      case Stock stock -> sharing.headroom(stock, path);
    };
  }

  /// How much more of a type the counters of the root could hold (S6); those of every other scope
  /// hold no more than they.
  long countable(ResourceType type) {
    long reserved = reserved(ScopePath.ROOT, type);
    return Amount.MAX - reserved - (type.isHeld() ? 0 : spent(ScopePath.ROOT, type, 0));
  }
}
