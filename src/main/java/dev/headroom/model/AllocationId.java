package dev.headroom.model;

/// The engine's name for an allocation, from the moment it is granted or starts to wait.
///
/// @param value positive; opaque to callers
public record AllocationId(long value) implements Comparable<AllocationId> {
  /// Odd, and 2^64 divided by the golden ratio.
  ///
  /// @see "Knuth, The Art of Computer Programming, vol. 3, 2nd ed. (1998), section 6.4"
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  /// @throws InvalidValueException where the value is not positive
  public AllocationId {
    if (value <= 0) {
      throw new InvalidValueException("an allocation id is positive, not " + value);
    }
  }

  /// Reads what [#toString()] writes.
  ///
  /// @throws InvalidValueException where `text` is no allocation id
  public static AllocationId of(String text) {
    try {
      if (text.startsWith("a")) {
        return new AllocationId(Long.parseLong(text, 1, text.length(), 16));
      }
    } catch (NumberFormatException notHexadecimal) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static InvalidValueException malformed(String text) {
    return new InvalidValueException("not an allocation id, which looks like a1f: " + text);
  }

  /// Spread over all numbers: the values of one engine lie so close together that maps would have
  /// many of them in one place.
  @Override
  public int hashCode() {
    return Long.hashCode(value * SPREAD);
  }

  @Override
  public int compareTo(AllocationId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "a" + Long.toHexString(value);
  }
}
