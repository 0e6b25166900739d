package dev.headroom.engine.reference;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Objects;

/// Moves amounts between free, reserved and consumed, with what follows at every scope of the path:
/// alerts, and headroom for those who wait.
final class Books {
  private final World world;
  private final Alarms alarms;

  Books(World world, Alarms alarms) {
    this.world = world;
    this.alarms = alarms;
  }

  void reserve(Holding holding, Holding.Line line, long amount) {
    line.stock()
        .ifPresent(stock -> {
          stock.add(world.now, new Stock.Happening.Taken(amount));
          alarms.settle(stock);
        });
    line.reserved += amount;
    settleCaps(holding.path(), line.type);
  }

  void giveBack(Holding holding, Holding.Line line, long amount) {
    line.reserved -= amount;
    settleCaps(holding.path(), line.type);
    for (ScopePath scope : holding.path().chain()) {
      world.gain(new Place(scope, line.type, false));
    }
    line.stock()
        .ifPresent(stock -> {
          stock.add(world.now, new Stock.Happening.Returned(amount));
          alarms.settle(stock);
          world.gain(stock.place());
        });
  }

  /// Moves what is consumed out of the reservation and, where that is used up, beyond it (U2, U3).
  void spend(ScopePath path, Holding.Line line, long reserved, long beyond) {
    line.stock()
        .ifPresent(stock -> {
          stock.add(world.now, new Stock.Happening.Consumed(reserved, beyond));
          alarms.settle(stock);
        });
    line.reserved -= reserved;
    line.consumed += reserved + beyond;
    world.spendings.add(new World.Spending(path, line.type, reserved + beyond));
    settleCaps(path, line.type);
  }

  /// Notes how much of a held type is in use (U2).
  void sample(Holding holding, Holding.Line line, long inUse) {
    line.consumed = inUse;
    for (ScopePath path : holding.path().chain()) {
      Scope scope = Objects.requireNonNull(world.scopes.get(path));
      scope.peaks.merge(line.type, world.inUse(path, line.type), Math::max);
    }
  }

  private void settleCaps(ScopePath path, ResourceType type) {
    for (ScopePath scope : path.chain()) {
      world.caps(scope, type).forEach(alarms::settle);
    }
  }
}
