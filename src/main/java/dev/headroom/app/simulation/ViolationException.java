package dev.headroom.app.simulation;

/// Something that must hold does not.
final class ViolationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param what is wrong
  ViolationException(String what) {
    super(what);
  }

  /// @param what is wrong
  /// @param cause what was thrown
  ViolationException(String what, Throwable cause) {
    super(what, cause);
  }

  /// Requires that something holds.
  static void unless(boolean holds, String what, Object of) {
    if (!holds) {
      throw new ViolationException(what + ": " + of);
    }
  }
}
