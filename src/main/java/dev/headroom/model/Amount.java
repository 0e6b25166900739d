package dev.headroom.model;

/// The range of amounts: whole numbers of a type's unit that JSON can carry exactly (rule S6).
public final class Amount {
  /// The largest amount, 2^53 − 1.
  public static final long MAX = (1L << 53) - 1;

  private Amount() {}

  /// Returns `amount` if it lies between `least` and [#MAX].
  ///
  /// @param what how the message names the value
  /// @throws InvalidValueException where it does not
  public static long require(long amount, long least, String what) {
    if (amount < least || amount > MAX) {
      throw new InvalidValueException(
          "%s must be between %d and %d, not %d", what, least, MAX, amount);
    }
    return amount;
  }
}
