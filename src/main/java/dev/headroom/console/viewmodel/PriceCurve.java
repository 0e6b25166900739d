package dev.headroom.console.viewmodel;

import dev.headroom.model.Money;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Price;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a unit of a pool costs by how much of the pool is drawn, and where the pool stands, as it
/// is drawn. Pure.
///
/// @param stretches over which the price stays the same, from nothing drawn to `end`
/// @param end the percent of the capacity at the right edge; at least 100
/// @param dearest the highest price, in credits; 0 where all is free
/// @param drawn where the pool stands, in percent of its capacity, if that is known
/// @param text the same in words: what the next unit costs, and what units cost from where on
public record PriceCurve(
    List<Stretch> stretches, double end, double dearest, Optional<Double> drawn, String text) {

  /// Units that cost the same.
  ///
  /// @param from where they begin, in percent of the capacity
  /// @param to where they end
  /// @param credits what each costs
  public record Stretch(double from, double to, double credits) {}

  private static final double MARGIN = 1.15;

  /// The curve of a pool's price; empty where every unit costs the same.
  public static Optional<PriceCurve> of(PoolStatus pool) {
    return of(pool.pool().terms().costPerUnit(), Optional.of(pool));
  }

  /// The curve of a price; empty where every unit costs the same.
  ///
  /// @param pool that has it, or is to have it
  public static Optional<PriceCurve> of(Price price, Optional<PoolStatus> pool) {
    if (price.isFlat()) {
      return Optional.empty();
    }
    Optional<Double> drawn = pool.map(PriceCurve::drawnPercent);
    double last = price.steps().getLast().from();
    double end = Math.max(last >= 100 ? last * MARGIN : 100, drawn.orElse(0.0));
    List<Stretch> stretches = new ArrayList<>();
    double from = 0;
    Money credits = price.base();
    for (Price.Step step : price.steps()) {
      stretches.add(new Stretch(from, step.from(), number(credits)));
      from = step.from();
      credits = step.costPerUnit();
    }
    stretches.add(new Stretch(from, end, number(credits)));
    double dearest = stretches.stream().mapToDouble(Stretch::credits).max().orElse(0);
    String steps = text(price);
    String text =
        pool.map(at -> Wording.text("price.now", next(price, at), percent(at)) + " · " + steps)
            .orElse(steps);
    return Optional.of(new PriceCurve(List.copyOf(stretches), end, dearest, drawn, text));
  }

  /// A price in one line: `0.0001; 0.0002 from 50 % on`.
  public static String text(Price price) {
    StringBuilder text = new StringBuilder(Figures.decimals(price.base().credits()));
    for (Price.Step step : price.steps()) {
      text.append("; ")
          .append(
              Wording.text(
                  "price.step", Figures.decimals(step.costPerUnit().credits()), step.from()));
    }
    return text.toString();
  }

  /// What the highest price is called at the edge of the plot.
  public String dearestText() {
    return Figures.decimals(BigDecimal.valueOf(dearest).stripTrailingZeros());
  }

  private static String next(Price price, PoolStatus pool) {
    Money next = price.at(pool.drawn(), pool.pool().terms().capacity());
    return Figures.decimals(next.credits());
  }

  /// Rounded down, so that it never reaches a step before the price does.
  private static String percent(PoolStatus pool) {
    return Wording.text("price.percent", (long) drawnPercent(pool));
  }

  private static double drawnPercent(PoolStatus pool) {
    long capacity = pool.pool().terms().capacity();
    return capacity == 0 ? 100 : Math.max(0, 100.0 * pool.drawn() / capacity);
  }

  private static double number(Money money) {
    return money.credits().doubleValue();
  }
}
