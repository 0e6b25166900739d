package dev.headroom.sandbox.scenario;

import dev.headroom.model.Limit;
import dev.headroom.model.Period;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Price;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Thresholds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Turns budgets and supplies, which say how tight something is, into limits and pools with amounts
/// that a person might have chosen.
final class Sizing {
  /// How many hours a day, or a twentieth of a month, is good for.
  private static final double HOURS_A_DAY = 6;

  private static final double DAYS_A_MONTH = 22;

  /// How long a pool of a spent type lasts without refill.
  private static final double POOL_SECONDS = 20;

  /// No limit or pool is smaller than so many of the largest request.
  private static final int LARGEST_REQUESTS = 3;

  /// What is held goes up and down all the time: half of a limit is nothing to tell anyone.
  private static final Thresholds HELD_THRESHOLDS = new Thresholds(List.of(80, 100));

  private static final long GIB = 1L << 30;
  private static final long MIB_256 = 1L << 28;

  private Sizing() {}

  /// The limit that a budget means at a scope.
  static Limit limit(ScopePath path, Budget budget, Demand demand) {
    boolean held = budget.type().isHeld();
    var terms =
        new Limit.Terms(
            amount(budget, demand),
            budget.period(),
            false,
            budget.enforcement(),
            held ? HELD_THRESHOLDS : Thresholds.DEFAULT,
            Optional.empty());
    return new Limit(path, budget.type(), terms);
  }

  /// What a scope has spent already of a budget with a past.
  static long past(Budget budget, Demand demand) {
    if (budget.passes().isEmpty()) {
      return 0;
    }
    long ahead = budget.passes().get().toSeconds();
    double past =
        amount(budget, demand) * (budget.percent() / 100.0) - demand.usual(budget.type()) * ahead;
    return Math.max(0, Math.round(past));
  }

  /// The pool that a supply means at a scope.
  ///
  /// @param sharers those to whom some of it may be guaranteed
  static Pool pool(
      ScopePath path, PoolId id, Supply supply, Demand demand, List<ScopePath> sharers) {
    ResourceType type = supply.type();
    double usual = demand.usual(type) / (supply.percent() / 100.0);
    double least = LARGEST_REQUESTS * (double) demand.largest(type);
    long capacity = round(type, Math.max(least, type.isHeld() ? usual : usual * POOL_SECONDS));
    Optional<Pool.Replenishment> refill =
        type.isHeld()
            ? Optional.empty()
            : Optional.of(
                new Pool.Replenishment(round(type, Math.max(1, usual)), Duration.ofSeconds(1)));
    var terms =
        new Pool.Terms(
            capacity,
            refill,
            Price.flat(supply.costPerUnit()),
            supply.sharing(),
            members(supply, capacity, sharers),
            capacity * supply.borrowingPercent() / 100,
            Thresholds.DEFAULT,
            Optional.of(supply.onConflict()));
    return new Pool(id, path, type, terms);
  }

  private static List<Pool.Member> members(Supply supply, long capacity, List<ScopePath> sharers) {
    if (supply.guaranteedPercent() == 0) {
      return List.of();
    }
    long quota = capacity * supply.guaranteedPercent() / 100 / sharers.size();
    return sharers.stream().map(path -> new Pool.Member(path, quota, 1)).toList();
  }

  private static long amount(Budget budget, Demand demand) {
    ResourceType type = budget.type();
    double usual = demand.usual(type);
    double seconds = budget.period().map(Sizing::seconds).orElse(1.0);
    double amount =
        budget.passes().isPresent()
            ? usual * seconds
            : usual * seconds / (budget.percent() / 100.0);
    return round(type, Math.max(LARGEST_REQUESTS * (double) demand.largest(type), amount));
  }

  /// How many seconds of usual work a period has.
  private static double seconds(Period period) {
    double unit =
        switch (period.unit()) {
          case MINUTE -> 60;
          case HOUR -> 3600;
          case DAY -> HOURS_A_DAY * 3600;
          case WEEK -> 5 * HOURS_A_DAY * 3600;
          case MONTH -> DAYS_A_MONTH * HOURS_A_DAY * 3600;
        };
    return period.count() * unit;
  }

  /// Up to a round number: two digits, whole gibibytes, half cores.
  static long round(ResourceType type, double amount) {
    return switch (type) {
      case MEMORY, STORAGE -> upTo(amount, amount > 4 * GIB ? GIB : MIB_256);
      case COMPUTE -> upTo(amount, 500);
      case CREDITS, TOKENS, API_CALLS, TIME, NETWORK -> {
        long step = 1;
        while (amount / step > 100) {
          step *= 10;
        }
        yield upTo(amount, step);
      }
    };
  }

  private static long upTo(double amount, long step) {
    return (long) Math.ceil(amount / step) * step;
  }
}
