package dev.headroom.model;

/// The caller's own name for one mutating request or usage record; saying it twice does it once
/// (A5).
///
/// @param value 1 to 128 printable ASCII characters
public record RequestId(String value) {
  /// Most characters of an id.
  public static final int LENGTH_MAX = 128;

  /// @throws InvalidValueException where the id is empty, too long, or has other characters
  public RequestId {
    if (value.isEmpty() || value.length() > LENGTH_MAX) {
      throw new InvalidValueException(
          "a request id has 1 to %d characters, not %d", LENGTH_MAX, value.length());
    }
    for (int at = 0; at < value.length(); at++) {
      char character = value.charAt(at);
      if (character < '!' || character > '~') {
        throw new InvalidValueException(
            "a request id has printable ASCII characters only; position %d has U+%04X",
            at, (int) character);
      }
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
