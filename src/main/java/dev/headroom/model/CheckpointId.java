package dev.headroom.model;

/// The engine's name for a [Checkpoint].
///
/// @param value positive; opaque to callers
public record CheckpointId(long value) implements Comparable<CheckpointId> {
  /// @throws InvalidValueException where the value is not positive
  public CheckpointId {
    if (value <= 0) {
      throw new InvalidValueException("a checkpoint id is positive, not " + value);
    }
  }

  /// Reads what [#toString()] writes.
  ///
  /// @throws InvalidValueException where `text` is no such id
  public static CheckpointId of(String text) {
    try {
      if (text.startsWith("k")) {
        return new CheckpointId(Long.parseLong(text, 1, text.length(), 10));
      }
    } catch (NumberFormatException notDecimal) {
      throw malformed(text);
    }
    throw malformed(text);
  }

  private static InvalidValueException malformed(String text) {
    return new InvalidValueException("not a checkpoint id, which looks like k7: " + text);
  }

  @Override
  public int compareTo(CheckpointId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "k" + value;
  }
}
