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

  @Override
  public int compareTo(ConflictId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "c" + value;
  }
}
