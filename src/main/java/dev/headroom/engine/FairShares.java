package dev.headroom.engine;

import java.util.List;

/// Divides what there is by weighted max-min fairness (rule Q3, SHARING): nobody gets more than
/// they ask for or less than their minimum, and no share could grow but at the cost of one that is
/// no larger for its weight.
///
/// All shares rise together, each as fast as its weight, from its minimum on and up to what was
/// asked, until nothing is left. Units are whole; those that do not suffice for everyone go to
/// those who come first, so that the result depends on nothing but their order. O(n log amount).
///
/// @see "Bertsekas and Gallager, Data Networks, 2nd ed. (1992), section 6.5.2"
final class FairShares {
  /// One who takes part.
  ///
  /// @param least its minimum; at most `asked`
  /// @param weight how fast its share rises; at least 1
  record Part(long least, long asked, int weight) {
    long at(long level) {
      return Math.clamp(level * weight, least, asked);
    }
  }

  private FairShares() {}

  /// A share for each part, in their order.
  ///
  /// @param free at least all minimums together
  static long[] divide(long free, List<Part> parts) {
    long level = 0;
    long above = dev.headroom.model.Amount.MAX;
    while (level < above) {
      long middle = level + (above - level + 1) / 2;
      if (fits(free, parts, middle)) {
        level = middle;
      } else {
        above = middle - 1;
      }
    }
    long[] shares = new long[parts.size()];
    long left = free;
    for (int index = 0; index < shares.length; index++) {
      shares[index] = parts.get(index).at(level);
      left -= shares[index];
    }
    for (int index = 0; index < shares.length && left > 0; index++) {
      long more = Math.min(left, parts.get(index).at(level + 1) - shares[index]);
      shares[index] += more;
      left -= more;
    }
    return shares;
  }

  private static boolean fits(long free, List<Part> parts, long level) {
    long left = free;
    for (Part part : parts) {
      left -= part.at(level);
      if (left < 0) {
        return false;
      }
    }
    return true;
  }
}
