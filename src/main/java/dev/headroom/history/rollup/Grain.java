package dev.headroom.history.rollup;

import java.util.List;

/// How long the stretches are over which sums are kept, shortest first. Each lies wholly within one
/// of the next.
public enum Grain {
  MINUTE,
  HOUR,
  DAY,
  MONTH;

  /// All of them; shared, since `values()` copies.
  public static final List<Grain> ALL = List.of(values());

  /// The next shorter one.
  ///
  /// @throws IllegalStateException for the shortest
  public Grain finer() {
    if (this == MINUTE) {
      throw new IllegalStateException("there is nothing shorter than a minute");
    }
    return ALL.get(ordinal() - 1);
  }
}
