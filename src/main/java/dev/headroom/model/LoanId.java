package dev.headroom.model;

/// The engine's name for a [LentQuota]: the number of the event that told of it.
///
/// @param value positive; opaque to callers
public record LoanId(long value) implements Comparable<LoanId> {
  /// @throws InvalidValueException where the value is not positive
  public LoanId {
    if (value <= 0) {
      throw new InvalidValueException("a loan id is positive, not " + value);
    }
  }

  /// Reads what [#toString()] writes.
  ///
  /// @throws InvalidValueException where `text` is no such id
  public static LoanId of(String text) {
    try {
      if (text.startsWith("q")) {
        return new LoanId(Long.parseLong(text, 1, text.length(), 10));
      }
    } catch (NumberFormatException notDecimal) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static InvalidValueException malformed(String text) {
    return new InvalidValueException("not a loan id, which looks like q7: " + text);
  }

  @Override
  public int compareTo(LoanId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "q" + value;
  }
}
