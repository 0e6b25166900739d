package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Event;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Borrowing more than usual and shrinking others (rule Q3, NEGOTIATION).
final class Negotiating {
  private static final int LOSSES_MAX = 16;

  /// One who is to be shrunk, and where they stand in the way.
  static final class Cut {
    private final Holding holding;
    private final Place at;
    private long amount;

    Cut(Holding holding, Place at) {
      this.holding = holding;
      this.at = at;
    }
  }

  /// All that is to be done.
  record Deal(Map<Stock, Long> beyond, List<Cut> cuts) {}

  private record Lack(Place place, long missing) {}

  private final World world;
  private final Books books;

  Negotiating(World world, Books books) {
    this.world = world;
    this.books = books;
  }

  /// What to do for a request that has failed; empty where nothing helps.
  ///
  /// @param growing whose difference is asked for, if anybody's
  Optional<Deal> deal(
      AllocationRequest request, long arrival, Optional<Holding> growing, boolean anyway) {
    Map<Stock, Long> beyond = new HashMap<>();
    List<Lack> lacks = lacks(request, beyond);
    boolean possible =
        !lacks.isEmpty()
            && !isShared(request)
            && !Judge.mayNotPass(world, request, arrival)
            && lacks.stream().allMatch(lack -> anyway || negotiates(lack.place));
    for (Lack lack : lacks) {
      long slack =
          world.holdings.stream()
              .filter(holding -> growing.filter(holding::equals).isEmpty())
              .mapToLong(holding -> slack(holding, lack.place))
              .sum();
      possible &= slack >= lack.missing;
    }
    return possible ? Optional.of(new Deal(beyond, cuts(lacks, growing))) : Optional.empty();
  }

  /// Returns who lost what, no more than are remembered.
  List<Conflict.Loss> strike(Deal deal, AllocationId by, ScopePath byPath) {
    for (Cut cut : deal.cuts) {
      Holding holding = cut.holding;
      ResourceType type = cut.at.type();
      var at = world.tightest(cut.at).orElseThrow().ref();
      world.say(
          new Event.Shrunk(
              holding.path(), holding.id, type, cut.amount, at, Optional.of(by), byPath));
      books.giveBack(holding, holding.line(type).orElseThrow(), cut.amount);
      world.say(new Event.Resized(holding.path(), holding.id, type, -cut.amount));
    }
    deal.beyond.forEach((stock, amount) -> stock.beyond = amount);
    return deal.cuts.stream()
        .limit(LOSSES_MAX)
        .map(cut -> new Conflict.Loss(cut.holding.path(), cut.holding.id, cut.amount))
        .toList();
  }

  /// Nobody may borrow beyond a limit any more.
  void settled() {
    world.stocks.values().forEach(stock -> stock.beyond = 0);
  }

  /// What negotiation may make free at a place.
  long reach(Place place) {
    long surplus =
        place.pool()
            ? world.owned(place.path(), place.type()).map(world.borrowing::surplus).orElse(0L)
            : 0;
    return surplus + world.holdings.stream().mapToLong(holding -> slack(holding, place)).sum();
  }

  private boolean negotiates(Place place) {
    return world.strategy(place) == ConflictStrategy.NEGOTIATION;
  }

  private boolean isShared(AllocationRequest request) {
    return request.lines().stream()
        .filter(RequestLine::required)
        .flatMap(line -> world.serving(request.path(), line.type()).stream())
        .anyMatch(Sharing::isShared);
  }

  private List<Lack> lacks(AllocationRequest request, Map<Stock, Long> beyond) {
    List<Lack> lacks = new ArrayList<>();
    List<RequestLine> required = request.lines().stream().filter(RequestLine::required).toList();
    for (ResourceType type : required.stream().map(RequestLine::type).distinct().toList()) {
      long need =
          required.stream()
              .filter(line -> line.type() == type)
              .mapToLong(RequestLine::amount)
              .sum();
      List<Lack> ofType = new ArrayList<>();
      for (ScopePath scope : request.path().chain()) {
        Place place = new Place(scope, type, false);
        world
            .tightest(place)
            .map(world::headroom)
            .filter(free -> free < need && !world.caps(scope, type).isEmpty())
            .ifPresent(free -> ofType.add(new Lack(place, need - free)));
      }
      world.serving(request.path(), type).ifPresent(stock -> addLack(ofType, stock, need, beyond));
      ofType.sort(Comparator.comparingLong(Lack::missing).reversed());
      lacks.addAll(ofType);
    }
    return lacks;
  }

  private void addLack(List<Lack> lacks, Stock stock, long need, Map<Stock, Long> beyond) {
    Stock.Level level = stock.at(world.now);
    long own = Math.min(level.available, stock.pool.terms().capacity() - level.reserved);
    if (!stock.mayBorrow) {
      if (need > own) {
        lacks.add(new Lack(stock.place(), need - own));
      }
      return;
    }
    if (need <= world.borrowing.grantable(stock, world.now)) {
      return;
    }
    long lent =
        Math.max(world.borrowing.surplus(stock), world.borrowing.lendable(stock, world.now));
    boolean enough = Math.max(0, own) + lent >= need;
    long missing = enough ? 0 : need - own - lent;
    long used = enough ? need - Math.max(0, own) : lent;
    long within = stock.pool.terms().borrowing() - world.borrowing.borrowed(stock);
    if (used > within) {
      beyond.put(stock, used - within);
    }
    boolean returnsElsewhere =
        missing > 0
            && world.borrowing.owesAnything(stock)
            && !world.borrowing.grantsWhatReturns(stock);
    lacks.add(new Lack(stock.place(), returnsElsewhere ? Long.MAX_VALUE : missing));
  }

  private List<Cut> cuts(List<Lack> lacks, Optional<Holding> growing) {
    List<Cut> cuts = new ArrayList<>();
    for (Lack lack : lacks) {
      long left = lack.missing - given(cuts, lack.place);
      for (Holding holding : largestSlackFirst(lack.place, growing)) {
        if (left > 0) {
          Cut cut = cutOf(cuts, holding, lack.place);
          long more = Math.min(left, slack(holding, lack.place) - cut.amount);
          cut.amount += more;
          left -= more;
        }
      }
    }
    spare(cuts, lacks);
    cuts.removeIf(cut -> cut.amount == 0);
    return cuts;
  }

  /// Nobody is cut by more than turns out to be needed, beginning with the last.
  private static void spare(List<Cut> cuts, List<Lack> lacks) {
    for (Cut cut : cuts.reversed()) {
      long spared = cut.amount;
      for (Lack lack : lacks) {
        if (cut.at.type() == lack.place.type() && Preempting.counts(cut.holding, lack.place)) {
          spared = Math.min(spared, given(cuts, lack.place) - lack.missing);
        }
      }
      cut.amount -= spared;
    }
  }

  private static Cut cutOf(List<Cut> cuts, Holding holding, Place place) {
    for (Cut cut : cuts) {
      if (cut.holding == holding && cut.at.type() == place.type()) {
        return cut;
      }
    }
    cuts.add(new Cut(holding, place));
    return cuts.getLast();
  }

  private List<Holding> largestSlackFirst(Place place, Optional<Holding> growing) {
    return world.holdings.stream()
        .filter(holding -> growing.filter(holding::equals).isEmpty())
        .filter(holding -> slack(holding, place) > 0)
        .sorted(
            Comparator.comparingLong((Holding holding) -> slack(holding, place))
                .thenComparingLong(holding -> holding.since)
                .thenComparing(holding -> holding.id)
                .reversed())
        .toList();
  }

  private static long given(List<Cut> cuts, Place place) {
    return cuts.stream()
        .filter(cut -> cut.at.type() == place.type() && Preempting.counts(cut.holding, place))
        .mapToLong(cut -> cut.amount)
        .sum();
  }

  /// By how much a holding may be shrunk where it counts at a place.
  private static long slack(Holding holding, Place place) {
    if (!holding.request.negotiable() || !Preempting.counts(holding, place)) {
      return 0;
    }
    Holding.Line line = holding.line(place.type()).orElseThrow();
    long size = place.type().isHeld() ? line.reserved : line.reserved + line.consumed;
    long floor = Math.max(line.consumed, holding.minimums.getOrDefault(place.type(), 0L));
    return Math.max(0, Math.min(size - floor, line.reserved));
  }
}
