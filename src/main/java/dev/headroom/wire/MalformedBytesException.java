package dev.headroom.wire;

import java.util.Objects;

/// Bytes that nothing here has written.
public final class MalformedBytesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param what makes no sense
  /// @param at where, counted from the start of the buffer
  MalformedBytesException(String what, int at) {
    super("byte " + at + ": " + what);
  }

  /// Makes no sense as a whole.
  public MalformedBytesException(String what) {
    super(what);
  }

  /// Makes no sense as a whole, for a reason.
  public MalformedBytesException(String what, RuntimeException cause) {
    super(what, cause);
  }

  /// What makes no sense, and where.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
