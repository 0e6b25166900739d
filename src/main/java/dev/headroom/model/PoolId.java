package dev.headroom.model;

/// A pool's name, unique in an instance; written like the name of a scope (rule S2).
///
/// @param value the name
public record PoolId(String value) implements Comparable<PoolId> {
  /// @throws InvalidValueException where the name is empty, too long, or has other characters
  public PoolId {
    if (value.isEmpty() || value.length() > ScopePath.NAME_LENGTH_MAX) {
      throw new InvalidValueException(
          "a pool id has 1 to %d characters, not %d", ScopePath.NAME_LENGTH_MAX, value.length());
    }
    for (int at = 0; at < value.length(); at++) {
      if (!ScopePath.isNameCharacter(value.charAt(at))) {
        throw new InvalidValueException(
            "'%s' at position %d of %s is not allowed in a pool id",
            Character.toString(value.charAt(at)), at, value);
      }
    }
  }

  @Override
  public int compareTo(PoolId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
