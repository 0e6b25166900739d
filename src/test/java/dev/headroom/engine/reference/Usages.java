package dev.headroom.engine.reference;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Amount;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Money;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.util.Optional;

/// How consumption is counted (rules U1–U4).
final class Usages {
  /// What usage costs, and what is charged on top.
  private record Costs(Money cost, Overage.Charge charge) {}

  private final World world;
  private final Books books;
  private final Requests requests;
  private final Overage overage;

  Usages(World world, Books books, Requests requests, Overage overage) {
    this.world = world;
    this.books = books;
    this.requests = requests;
    this.overage = overage;
  }

  Answer record(UsageRecord usage) {
    Optional<Holding> found = world.holding(usage.allocation());
    if (found.isEmpty()) {
      return recordLate(usage);
    }
    Holding holding = found.get();
    Optional<Holding.Line> known = holding.line(usage.type());
    Holding.Line line = known.orElseGet(() -> unreserved(holding, usage));
    Bill bill = Bill.of(usage, line, world.now);
    long beyond = Math.max(0, usage.consumed() - line.reserved);
    Overage.Charge charge =
        overage.of(
            new Overage.Consumption(
                holding.path(),
                usage.type(),
                usage.consumed(),
                usage.type().isHeld() ? usage.consumed() - line.consumed : usage.consumed(),
                usage.type().isHeld() ? 0 : beyond),
            bill);
    if (!bill.isMoney() || overflows(usage, line) || !charge.fits(bill.cost())) {
      return Refusal.Invalid.at("/consumed", "overflows (S6)");
    }
    if (known.isEmpty()) {
      holding.lines.add(line);
    }
    return usage.type().isHeld()
        ? sample(usage, holding, line, new Costs(bill.money(), charge))
        : spend(usage, holding, line, new Costs(bill.money(), charge));
  }

  private Answer recordLate(UsageRecord usage) {
    Optional<Departed.Gone> found = world.departed.find(usage.allocation());
    if (found.isEmpty()) {
      AllocationId id = usage.allocation();
      return world.departed.everMet(id) && world.wish(id).isEmpty()
          ? new Refusal.TooLate(id)
          : requests.unknownOrWaiting(id);
    }
    if (world.now - found.get().endedAt() > Departed.AGE_MILLIS) {
      return new Refusal.TooLate(usage.allocation());
    }
    return spendLate(usage, found.get().holding());
  }

  /// All of it is beyond the reservation, which has gone back. A sample of a held type counts
  /// nowhere: nothing is in use any more (U4).
  private Answer spendLate(UsageRecord usage, Holding holding) {
    ScopePath at = nearest(holding.path());
    Optional<Holding.Line> known = holding.line(usage.type());
    Holding.Line line =
        known.orElseGet(
            () -> new Holding.Line(usage.type(), world.serving(at, usage.type()).orElse(null)));
    Bill bill = Bill.of(usage, line, world.now);
    long counted = usage.type().isHeld() ? 0 : usage.consumed();
    Overage.Charge charge =
        overage.of(new Overage.Consumption(at, usage.type(), counted, counted, counted), bill);
    boolean overflows = counted > 0 && counted > world.countable(usage.type());
    if (!bill.isMoney() || overflows || !charge.fits(bill.cost())) {
      return Refusal.Invalid.at("/consumed", "overflows (S6)");
    }
    if (known.isEmpty()) {
      holding.lines.add(line);
    }
    Costs costs = new Costs(bill.money(), charge);
    say(usage, holding, usage.consumed(), costs);
    if (usage.type().isSpent()) {
      books.spend(at, line, 0, usage.consumed());
    } else {
      line.consumed = usage.consumed();
    }
    books.charge(at, costs.cost, costs.charge.money());
    costs.charge.book();
    noteExcess(holding, line, usage.consumed());
    return new Outcome.Used(line.consumed, 0, line.exhausted, costs.cost, costs.charge.money());
  }

  /// The nearest scope at or above a path that exists.
  private ScopePath nearest(ScopePath path) {
    return path.chain().stream()
        .filter(world.scopes::containsKey)
        .reduce(ScopePath.ROOT, (_, lower) -> lower);
  }

  /// What was never reserved is wholly beyond the reservation (U3).
  private Holding.Line unreserved(Holding holding, UsageRecord usage) {
    return new Holding.Line(usage.type(), world.serving(holding.path(), usage.type()).orElse(null));
  }

  private boolean overflows(UsageRecord usage, Holding.Line line) {
    if (usage.type().isHeld()) {
      long others = world.inUse(ScopePath.ROOT, usage.type()) - line.consumed;
      return others + usage.consumed() > Amount.MAX;
    }
    return usage.consumed() - line.reserved > world.countable(usage.type());
  }

  private Answer spend(UsageRecord usage, Holding holding, Holding.Line line, Costs costs) {
    long reserved = Math.min(line.reserved, usage.consumed());
    long beyond = usage.consumed() - reserved;
    say(usage, holding, beyond, costs);
    books.spend(holding.path(), line, reserved, beyond);
    books.charge(holding.path(), costs.cost, costs.charge.money());
    costs.charge.book();
    noteExcess(holding, line, beyond);
    boolean exhausted = line.exhausted && line.reserved == 0;
    return new Outcome.Used(
        line.consumed, line.reserved, exhausted, costs.cost, costs.charge.money());
  }

  private Answer sample(UsageRecord usage, Holding holding, Holding.Line line, Costs costs) {
    long beyond = Math.max(0, usage.consumed() - line.reserved);
    say(usage, holding, beyond, costs);
    books.sample(holding, line, usage.consumed());
    books.charge(holding.path(), costs.cost, costs.charge.money());
    costs.charge.book();
    noteExcess(holding, line, beyond);
    long remaining = Math.max(0, line.reserved - usage.consumed());
    return new Outcome.Used(
        usage.consumed(), remaining, beyond > 0, costs.cost, costs.charge.money());
  }

  private void say(UsageRecord usage, Holding holding, long beyond, Costs costs) {
    world.say(
        new Event.Used(
            holding.path(),
            holding.id,
            usage.type(),
            usage.consumed(),
            beyond,
            costs.cost,
            usage.category(),
            costs.charge.money()));
  }

  /// Said once per allocation and type (U3).
  private void noteExcess(Holding holding, Holding.Line line, long beyond) {
    if (beyond > 0 && !line.exhausted) {
      line.exhausted = true;
      world.say(new Event.Exhausted(holding.path(), holding.id, line.type));
    }
  }
}
