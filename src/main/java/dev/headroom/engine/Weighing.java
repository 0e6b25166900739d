package dev.headroom.engine;

import dev.headroom.model.Distribution;
import java.math.BigInteger;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// How much each child counts when a budget is divided: whole numbers, of which only the
/// proportions matter.
final class Weighing {
  /// Achievement per unit is counted in this fraction of a score, and blended parts in this
  /// fraction of the whole.
  private static final int SCALE_BITS = 32;

  private Weighing() {}

  static List<BigInteger> weights(Distribution distribution, List<Distribution.Evidence> children) {
    return switch (distribution.policy()) {
      case EQUAL -> all(children, _ -> 1);
      case PRIORITY -> all(children, child -> child.priority().weight());
      case PERFORMANCE -> performance(children);
      case ADAPTIVE -> blended(children, distribution.demandPercent());
    };
  }

  /// Score per amount consumed. Who has no evidence counts as the average of those who have.
  private static List<BigInteger> performance(List<Distribution.Evidence> children) {
    List<BigInteger> known =
        children.stream().filter(Weighing::isKnown).map(Weighing::performance).toList();
    BigInteger average =
        known.isEmpty() ? BigInteger.ONE : sum(known).divide(BigInteger.valueOf(known.size()));
    return children.stream().map(child -> isKnown(child) ? performance(child) : average).toList();
  }

  private static boolean isKnown(Distribution.Evidence child) {
    return child.score() > 0 && child.consumed() > 0;
  }

  private static BigInteger performance(Distribution.Evidence child) {
    return BigInteger.valueOf(child.score())
        .shiftLeft(SCALE_BITS)
        .divide(BigInteger.valueOf(child.consumed()));
  }

  private static List<BigInteger> blended(List<Distribution.Evidence> children, int demandPercent) {
    List<BigInteger> performance = parts(performance(children));
    List<BigInteger> demand = parts(all(children, child -> Math.max(0, child.demand())));
    BigInteger byDemand = BigInteger.valueOf(demandPercent);
    BigInteger byPerformance = BigInteger.valueOf(100L - demandPercent);
    return IntStream.range(0, children.size())
        .mapToObj(at ->
            performance.get(at).multiply(byPerformance).add(demand.get(at).multiply(byDemand)))
        .toList();
  }

  /// Each as a part of their sum; where that is nothing, all the same.
  private static List<BigInteger> parts(List<BigInteger> weights) {
    BigInteger sum = sum(weights);
    return sum.signum() == 0
        ? parts(weights.stream().map(_ -> BigInteger.ONE).toList())
        : weights.stream().map(weight -> weight.shiftLeft(SCALE_BITS).divide(sum)).toList();
  }

  private static BigInteger sum(List<BigInteger> numbers) {
    return numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static List<BigInteger> all(
      List<Distribution.Evidence> children, ToLongFunction<Distribution.Evidence> weight) {
    return children.stream().map(child -> BigInteger.valueOf(weight.applyAsLong(child))).toList();
  }
}
