package dev.headroom.model;

/// The engine's name for a conflict (rule Q1).
///
/// @param value positive; opaque to callers
public record ConflictId(long value) implements Comparable<ConflictId> {
  /// @throws InvalidValueException where the value is not positive
  public ConflictId {
    if (value <= 0) {
      throw new InvalidValueException("a conflict id is positive, not " + value);
    }
  }

  /// Reads what [#toString()] writes.
  ///
  /// @throws InvalidValueException where `text` is no such id
  public static ConflictId of(String text) {
    try {
      if (text.startsWith("c")) {
        return new ConflictId(Long.parseLong(text, 1, text.length(), 10));
      }
    } catch (NumberFormatException notDecimal) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static InvalidValueException malformed(String text) {
    return new InvalidValueException("not a conflict id, which looks like c7: " + text);
  }

  @Override
  public int compareTo(ConflictId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "c" + value;
  }
}
