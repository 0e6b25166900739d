package dev.headroom.model;

/// What only two may know. It is not shown where it is printed by mistake.
///
/// @param text at most [#LENGTH_MAX] characters that can be printed
public record Secret(String text) {
  /// The longest secret.
  public static final int LENGTH_MAX = 512;

  /// @throws InvalidValueException where it is empty, too long, or cannot be printed
  public Secret {
    if (text.isEmpty()
        || text.length() > LENGTH_MAX
        || !text.chars().allMatch(character -> character >= ' ' && character <= '~')) {
      throw new InvalidValueException(
          "must be 1 to %d characters of ASCII that can be printed", LENGTH_MAX);
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
