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
import java.math.BigInteger;
import java.util.Optional;

/// How consumption is counted (rules U1–U4).
final class Usages {
  private final World world;
  private final Books books;
  private final Requests requests;

  Usages(World world, Books books, Requests requests) {
    this.world = world;
    this.books = books;
    this.requests = requests;
  }

  Answer record(UsageRecord usage) {
    Optional<Holding> found = world.holding(usage.allocation());
    if (found.isEmpty()) {
      return recordLate(usage);
    }
    Holding holding = found.get();
    Optional<Holding.Line> known = holding.line(usage.type());
    Holding.Line line = known.orElseGet(() -> unreserved(holding, usage));
    Optional<Money> cost = cost(usage, line);
    if (cost.isEmpty() || overflows(usage, line)) {
      return Refusal.Invalid.at("/consumed", "overflows (S6)");
    }
    if (known.isEmpty()) {
      holding.lines.add(line);
    }
    return usage.type().isHeld()
        ? sample(usage, holding, line, cost.get())
        : spend(usage, holding, line, cost.get());
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
    Optional<Money> cost = cost(usage, line);
    boolean overflows = usage.type().isSpent() && usage.consumed() > world.countable(usage.type());
    if (cost.isEmpty() || overflows) {
      return Refusal.Invalid.at("/consumed", "overflows (S6)");
    }
    if (known.isEmpty()) {
      holding.lines.add(line);
    }
    say(usage, holding, usage.consumed(), cost.get());
    if (usage.type().isSpent()) {
      books.spend(at, line, 0, usage.consumed());
    } else {
      line.consumed = usage.consumed();
    }
    noteExcess(holding, line, usage.consumed());
    return new Outcome.Used(line.consumed, 0, line.exhausted, cost.get());
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

  /// What the caller says it cost, else the pool's price for what is spent; empty where no money
  /// can say it.
  private static Optional<Money> cost(UsageRecord usage, Holding.Line line) {
    if (usage.cost().isPresent() || usage.type().isHeld() || line.stock().isEmpty()) {
      return usage.cost().or(() -> Optional.of(Money.ZERO));
    }
    BigInteger micros =
        BigInteger.valueOf(line.stock().get().pool.terms().costPerUnit().micros())
            .multiply(BigInteger.valueOf(usage.consumed()));
    return micros.bitLength() > 63
        ? Optional.empty()
        : Optional.of(new Money(micros.longValueExact()));
  }

  private Answer spend(UsageRecord usage, Holding holding, Holding.Line line, Money cost) {
    long reserved = Math.min(line.reserved, usage.consumed());
    long beyond = usage.consumed() - reserved;
    say(usage, holding, beyond, cost);
    books.spend(holding.path(), line, reserved, beyond);
    noteExcess(holding, line, beyond);
    boolean exhausted = line.exhausted && line.reserved == 0;
    return new Outcome.Used(line.consumed, line.reserved, exhausted, cost);
  }

  private Answer sample(UsageRecord usage, Holding holding, Holding.Line line, Money cost) {
    long beyond = Math.max(0, usage.consumed() - line.reserved);
    say(usage, holding, beyond, cost);
    books.sample(holding, line, usage.consumed());
    noteExcess(holding, line, beyond);
    long remaining = Math.max(0, line.reserved - usage.consumed());
    return new Outcome.Used(usage.consumed(), remaining, beyond > 0, cost);
  }

  private void say(UsageRecord usage, Holding holding, long beyond, Money cost) {
    world.say(
        new Event.Used(
            holding.path(),
            holding.id,
            usage.type(),
            usage.consumed(),
            beyond,
            cost,
            usage.category()));
  }

  /// Said once per allocation and type (U3).
  private void noteExcess(Holding holding, Holding.Line line, long beyond) {
    if (beyond > 0 && !line.exhausted) {
      line.exhausted = true;
      world.say(new Event.Exhausted(holding.path(), holding.id, line.type));
    }
  }
}
