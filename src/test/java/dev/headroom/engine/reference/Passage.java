package dev.headroom.engine.reference;

import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.ResourceType;
import dev.headroom.model.SharingPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/// The passing of time: instant by instant, at each first what expires, then windows and
/// replenishment, then those who wait, then the ends of waits (rules A8, L4, P3, Q4, Q5).
final class Passage {
  private final World world;
  private final Alarms alarms;
  private final Leniency leniency;
  private final Granting granting;
  private final Queue queue;

  Passage(World world, Alarms alarms, Leniency leniency, Granting granting, Queue queue) {
    this.world = world;
    this.alarms = alarms;
    this.leniency = leniency;
    this.granting = granting;
    this.queue = queue;
  }

  /// Does all that falls due until an instant; one that has passed changes nothing (D1).
  void until(long instant) {
    long due = nextDue();
    while (due <= instant) {
      List<Stock> reached = reachedAt(due);
      world.now = Math.max(world.now, due);
      doWhatIsDue(reached);
      due = nextDue();
    }
    world.now = Math.max(world.now, instant);
    beginWindowsAndReplenish();
  }

  private long nextDue() {
    long next = alarms.nextDue();
    for (Holding holding : world.holdings) {
      next = Math.min(next, holding.expiresAt);
    }
    for (Wish wish : world.wishes) {
      next = Math.min(next, wish.until());
    }
    for (Scope scope : world.scopes.values()) {
      for (Cap cap : scope.caps) {
        next = cap.windowEnd < next && isLoud(cap) ? cap.windowEnd : next;
        next = Math.min(next, Leniency.graceEnd(cap, world.now));
      }
    }
    for (Stock stock : world.stocks.values()) {
      next = Math.min(next, turningPoints(stock).min().orElse(Long.MAX_VALUE));
      next = Math.min(next, loanEnds(stock).min().orElse(Long.MAX_VALUE));
    }
    return next;
  }

  private void doWhatIsDue(List<Stock> reached) {
    expire();
    beginWindowsAndReplenish();
    alarms.doWhatIsDue();
    reached.forEach(stock -> world.gain(stock.place()));
    queue.reconsider();
    timeOut();
    queue.reconsider();
  }

  private void expire() {
    List<Holding> expired =
        world.holdings.stream()
            .filter(holding -> holding.expiresAt <= world.now)
            .sorted(Comparator.comparing(holding -> holding.id))
            .toList();
    world.leasesEnd = true;
    expired.forEach(holding -> granting.end(holding, EndCause.EXPIRED));
    world.leasesEnd = false;
  }

  private void timeOut() {
    List<Wish> over =
        world.wishes.stream()
            .filter(wish -> wish.until() <= world.now)
            .sorted(Comparator.comparing(wish -> wish.id))
            .toList();
    over.forEach(wish -> queue.deny(wish, Denial.Reason.WAIT_TIMEOUT));
  }

  private void beginWindowsAndReplenish() {
    for (Scope scope : world.scopes.values()) {
      for (ResourceType type : ResourceType.ALL) {
        beginWindows(scope, type);
        world
            .owned(scope.path, type)
            .ifPresent(stock -> {
              alarms.settle(stock);
              world.quotas.endDue(stock);
            });
      }
    }
  }

  private void beginWindows(Scope scope, ResourceType type) {
    for (Cap cap : scope.caps) {
      if (cap.type == type && cap.windowEnd <= world.now) {
        beginWindow(cap);
      }
    }
    world.caps(scope.path, type).forEach(leniency::settle);
  }

  /// Consumed restarts at nothing, the unused part of the amount rolls over (L4). Of windows that
  /// passed in silence only the last one matters, and all of it was unused.
  private void beginWindow(Cap cap) {
    long unused = Math.max(0, cap.terms.amount() - world.consumed(cap));
    cap.rolledOver = cap.terms.rollover() ? unused : 0;
    cap.countsFrom = world.spendings.size();
    cap.windowEnd =
        Calendar.windowEnd(cap.terms.period().orElseThrow(), world.now, world.settings.timeZone());
    alarms.settleAnew(cap);
    leniency.beginWindow(cap);
    world.gain(cap.place());
  }

  /// Whether the end of the limit's window could be noticed by anybody.
  private boolean isLoud(Cap cap) {
    return world.used(cap) != 0
        || alarms.raisedPercent(cap) > 0
        || !world.wishesAt(cap.place()).isEmpty();
  }

  /// The instants at which replenishment alone clears an alert, or lets someone have what they wait
  /// for.
  private LongStream turningPoints(Stock stock) {
    long kept = alarms.keptBy(stock);
    LongStream clears =
        kept == 0 ? LongStream.empty() : reaching(stock, stock.pool.terms().capacity() - kept + 1);
    return LongStream.concat(clears, wantedFrom(stock));
  }

  /// The pools in which, at an instant, replenishment reaches what someone waits for.
  private List<Stock> reachedAt(long instant) {
    return world.stocks.values().stream()
        .filter(stock ->
            LongStream.concat(wantedFrom(stock), loanEnds(stock)).anyMatch(when -> when == instant))
        .toList();
  }

  /// When quotas that are lent return.
  private LongStream loanEnds(Stock stock) {
    LongStream byTerms =
        stock.pool.terms().members().stream()
            .flatMap(member -> member.loans().stream())
            .mapToLong(loan -> loan.until().toEpochMilli());
    return LongStream.concat(byTerms, world.quotas.ends(stock)).filter(end -> end > world.now);
  }

  private LongStream wantedFrom(Stock stock) {
    return world.wishesAt(stock.place()).stream()
        .flatMapToLong(wish -> enough(stock, wish))
        .flatMap(amount ->
            world
                .borrowing
                .whenGrantable(stock, amount)
                .map(LongStream::of)
                .orElse(LongStream.empty()));
  }

  /// What must be available for a wish: enough for itself, and under QUOTA perhaps also what is
  /// kept for others.
  private LongStream enough(Stock stock, Wish wish) {
    LongStream itself = wish.enough(stock.type());
    if (stock.pool.terms().sharing() != SharingPolicy.QUOTA) {
      return itself;
    }
    long kept = world.sharing.keptForOthers(stock, Sharing.member(stock, wish.path()));
    return itself.flatMap(amount -> LongStream.of(amount, amount + kept));
  }

  private LongStream reaching(Stock stock, long amount) {
    return stock.whenAvailable(amount, world.now).map(LongStream::of).orElseGet(LongStream::empty);
  }
}
