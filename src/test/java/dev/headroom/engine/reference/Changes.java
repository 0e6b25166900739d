package dev.headroom.engine.reference;

import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Changes of limits, pools and settings that were found to be sound (rules L7, L9, P6).
final class Changes {
  private final World world;
  private final Alarms alarms;
  private final Books books;
  private final Leniency leniency;

  Changes(World world, Alarms alarms, Leniency leniency, Books books) {
    this.world = world;
    this.books = books;
    this.alarms = alarms;
    this.leniency = leniency;
  }

  Answer apply(Command.ApplyChanges command) {
    Optional<Refusal> refusal = new Scrutiny(world).refusal(command.changes());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    world.configVersion++;
    world.say(
        new Event.ConfigChanged(
            ScopePath.ROOT,
            world.configVersion,
            command.changes(),
            command.author(),
            command.reason()));
    command.changes().forEach(this::apply);
    return new Outcome.ConfigChanged(world.configVersion);
  }

  Answer topUp(Command.TopUp topUp) {
    Stock stock = world.stocks.get(topUp.pool());
    if (stock == null) {
      return new Refusal.UnknownPool(topUp.pool());
    }
    if (stock.type().isHeld()) {
      return Refusal.Invalid.at("/pool", "a pool of a held type has no stock to add to");
    }
    Stock.Level level = stock.at(world.now);
    if (level.available + level.reserved + topUp.amount() > stock.pool.terms().capacity()) {
      return Refusal.Invalid.at("/amount", "does not fit the capacity (P1)");
    }
    world.say(
        new Event.ToppedUp(
            stock.pool.path(), topUp.pool(), topUp.amount(), topUp.author(), topUp.reason()));
    stock.add(world.now, new Stock.Happening.ToppedUp(topUp.amount()));
    alarms.settle(stock);
    world.gain(stock.place());
    return new Outcome.ToppedUp(stock.at(world.now).available);
  }

  /// Takes away what a scope that closes has (S3).
  void removeAll(Scope scope) {
    for (ResourceType type : ResourceType.ALL) {
      world.caps(scope.path, type).forEach(cap -> remove(scope, cap));
      world.owned(scope.path, type).ifPresent(this::remove);
    }
  }

  private void apply(Change change) {
    switch (change) {
      case Change.PutLimits(var path, var limits, long _) -> putLimits(path, limits);
      case Change.PutPool(var pool, long _) -> putPool(pool);
      case Change.RemovePool(var id, long _) ->
          remove(Objects.requireNonNull(world.stocks.get(id)));
      case Change.PutSettings(var settings, long _) -> putSettings(settings);
    }
  }

  private void putLimits(ScopePath path, List<Limit> limits) {
    Scope scope = world.scopeMade(path);
    scope.limitsVersion = world.configVersion;
    Map<LimitKey, Limit> wanted =
        limits.stream().collect(Collectors.toMap(Limit::key, Function.identity()));
    for (ResourceType type : ResourceType.ALL) {
      for (Cap cap : world.caps(path, type)) {
        Limit changed = wanted.remove(cap.limit().key());
        if (changed == null) {
          remove(scope, cap);
        } else {
          change(cap, changed.terms());
        }
      }
      world.gain(new Place(path, type, false));
    }
    wanted.values().stream().sorted().forEach(limit -> add(scope, limit));
  }

  /// A limit with a period counts from now on, in the window that contains now; one without counts
  /// all that the scope ever consumed (L2, L3).
  private void add(Scope scope, Limit limit) {
    boolean lifetime = limit.terms().period().isEmpty();
    Cap cap = new Cap(limit, lifetime ? scope.countsFrom : world.spendings.size());
    limit
        .terms()
        .period()
        .ifPresent(period ->
            cap.windowEnd = Calendar.windowEnd(period, world.now, world.settings.timeZone()));
    scope.add(cap);
    alarms.settleAnew(cap);
    leniency.settle(cap);
  }

  private void change(Cap cap, Limit.Terms changed) {
    if (!cap.terms.thresholds().equals(changed.thresholds())) {
      alarms.drop(cap);
    }
    cap.terms = changed;
    cap.rolledOver = changed.rollover() ? cap.rolledOver : 0;
    alarms.settleAnew(cap);
    leniency.settle(cap);
  }

  private void remove(Scope scope, Cap cap) {
    alarms.drop(cap);
    alarms.dropForetold(cap);
    leniency.drop(cap);
    scope.caps.remove(cap);
  }

  private void putPool(Pool pool) {
    Stock known = world.stocks.get(pool.id());
    if (known == null) {
      addPool(pool);
      return;
    }
    if (!known.thresholds().equals(pool.terms().thresholds())) {
      alarms.drop(known);
    }
    world.gainByPolicy(known);
    known.pool = pool;
    known.mayBorrow |= pool.terms().borrowing() > 0;
    known.version = world.configVersion;
    known.add(world.now, new Stock.Happening.Changed(pool.terms()));
    world.quotas.endWhatLostItsGround(known);
    alarms.settleAnew(known);
    world.gain(known.place());
    world.gainByPolicy(known);
  }

  private void addPool(Pool pool) {
    world.scopeMade(pool.path());
    Stock stock = new Stock(pool, world.configVersion, world.now);
    Optional<Stock> further =
        world
            .serving(pool.path(), pool.type())
            .filter(above -> !above.place().equals(stock.place()));
    world.stocks.put(pool.id(), stock);
    alarms.settleAnew(stock);
    further.ifPresent(above -> moveWaiters(above.place(), stock.place()));
    world.gain(stock.place());
    world.gainByPolicy(stock);
  }

  /// Whom the nearer pool serves waits there from now on (P2).
  private void moveWaiters(Place above, Place nearer) {
    world.wishesAt(above).stream()
        .filter(wish -> wish.path().isWithin(nearer.path()))
        .forEach(wish -> world.stories.move(wish, nearer));
    world.gain(above);
    world.gain(nearer);
  }

  /// Those who waited at the pool are considered at what serves them now.
  private void remove(Stock stock) {
    world.quotas.endAll(stock);
    alarms.drop(stock);
    alarms.dropForetold(stock);
    world.gain(stock.place());
    world.gainByPolicy(stock);
    books.returnAll(stock);
    for (Stock borrower : world.stocks.values()) {
      if (world.borrowing.owes(borrower, stock)) {
        world.gain(borrower.place());
      }
    }
    world.stocks.remove(stock.pool.id());
    stock.removed = true;
  }

  /// Windows that have begun keep their end; everybody who waits may be starving no more.
  private void putSettings(Settings settings) {
    world.settings = settings;
    world.settingsVersion = world.configVersion;
    world.wishes.forEach(wish -> world.gain(wish.place));
  }
}
