package dev.headroom.engine;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Divides whole units in proportion to weights, so that nothing is lost: everyone gets the whole
/// part of their exact share, and the units that are left go one each to the largest remainders; of
/// equal remainders the earlier in the list comes first, so the result depends on nothing else.
/// Nobody's share differs from the exact one by a unit or more. O(n log n).
///
/// See Balinski and Young, "Fair Representation" (1982), on Hamilton's method of largest
/// remainders.
final class Apportionment {
  private Apportionment() {}

  /// Divides a budget.
  ///
  /// @param budget how many units; at least `least` for everyone
  /// @param weights none negative; where all are zero, all count the same
  /// @param least what everyone gets before the rest is divided by weight
  /// @return a share for each weight, in their order; together exactly `budget`
  static long[] divide(long budget, List<BigInteger> weights, long least) {
    long rest = budget - Math.multiplyExact(least, weights.size());
    if (rest < 0 || weights.isEmpty()) {
      throw new IllegalArgumentException(
          budget + " cannot give " + least + " to each of " + weights.size());
    }
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    return sum.signum() == 0
        ? divide(budget, weights.stream().map(_ -> BigInteger.ONE).toList(), least)
        : divide(rest, weights, sum, least);
  }

  private static long[] divide(long rest, List<BigInteger> weights, BigInteger sum, long least) {
    BigInteger all = BigInteger.valueOf(rest);
    long[] shares = new long[weights.size()];
    BigInteger[] remainders = new BigInteger[weights.size()];
    long left = rest;
    for (int at = 0; at < shares.length; at++) {
      BigInteger[] exact = all.multiply(weights.get(at)).divideAndRemainder(sum);
      remainders[at] = exact[1];
      shares[at] = least + exact[0].longValueExact();
      left -= exact[0].longValueExact();
    }
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparing((Integer at) -> remainders[at]).reversed())
        .limit(left)
        .forEach(at -> shares[at]++);
    return shares;
  }
}
