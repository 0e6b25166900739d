package dev.headroom.model;

import java.util.List;

/// What one consumed unit of a pool costs, by how much of the pool is drawn when it is consumed.
///
/// *Drawn* is what was consumed and not replenished, topped up or returned since: capacity less
/// available less reserved. Reserving and releasing move no price. Each unit costs what the last
/// step says that it reaches, where `drawn` before it is at least that percent of the capacity;
/// before the first step the base price. So consuming many units at once costs exactly what
/// consuming them one after the other does, and needs no rounding.
///
/// @param base what a unit costs before the first step
/// @param steps from how much on it costs something else; 0 to [#STEPS_MAX], ascending
public record Price(Money base, List<Step> steps) {
  /// No cost.
  public static final Price NONE = flat(Money.ZERO);

  /// Most steps.
  public static final int STEPS_MAX = 16;

  /// Another price from some use on.
  ///
  /// @param from percent of the capacity, 1 to [Thresholds#PERCENT_MAX]; beyond 100 a pool is that
  ///   owes what usage took beyond it (U3)
  /// @param costPerUnit what a unit costs from there on
  public record Step(int from, Money costPerUnit) {
    /// @throws InvalidValueException where the percent is out of range
    public Step {
      if (from < 1 || from > Thresholds.PERCENT_MAX) {
        throw new InvalidValueException(
            "a price step begins at 1 to %d percent, not %d", Thresholds.PERCENT_MAX, from);
      }
    }

    /// How much is drawn where the step begins.
    ///
    /// @param capacity of the pool
    public long begins(long capacity) {
      return Math.ceilDiv(from * capacity, 100L);
    }

    @Override
    public String toString() {
      return from + "%: " + costPerUnit;
    }
  }

  /// @throws InvalidValueException where there are too many steps, or one does not begin after the
  ///   one before
  public Price {
    steps = List.copyOf(steps);
    if (steps.size() > STEPS_MAX) {
      throw new InvalidValueException("a price has at most %d steps", STEPS_MAX);
    }
    for (int at = 1; at < steps.size(); at++) {
      if (steps.get(at).from() <= steps.get(at - 1).from()) {
        throw new InvalidValueException("the steps of a price ascend: %s", steps);
      }
    }
  }

  /// The same for every unit.
  public static Price flat(Money costPerUnit) {
    return new Price(costPerUnit, List.of());
  }

  /// Whether every unit costs the same.
  public boolean isFlat() {
    return steps.isEmpty();
  }

  /// What the next unit costs.
  ///
  /// @param drawn what of the pool is drawn; below zero where more is reserved than it holds
  public Money at(long drawn, long capacity) {
    Money price = base;
    for (Step step : steps) {
      price = drawn >= step.begins(capacity) ? step.costPerUnit() : price;
    }
    return price;
  }

  /// What `units` units cost, the first of them where `drawn` is drawn. Exact; throws
  /// `ArithmeticException` where no number can hold it.
  public Money of(long units, long drawn, long capacity) {
    if (steps.isEmpty()) {
      return base.times(units);
    }
    long end = Math.addExact(drawn, units);
    long done = drawn;
    Money price = base;
    Money sum = Money.ZERO;
    for (Step step : steps) {
      long until = Math.clamp(step.begins(capacity), done, end);
      sum = sum.plus(price.times(until - done));
      done = until;
      price = step.costPerUnit();
    }
    return sum.plus(price.times(end - done));
  }

  /// A flat price as the amount alone.
  @Override
  public String toString() {
    return steps.isEmpty() ? base.toString() : base + " " + steps;
  }
}
