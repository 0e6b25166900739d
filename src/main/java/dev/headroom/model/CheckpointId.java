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

  @Override
  public int compareTo(CheckpointId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return "k" + value;
  }
}
