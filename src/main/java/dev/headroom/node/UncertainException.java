package dev.headroom.node;

import java.util.Objects;

/// A command was decided, but the disk failed before the decision was safe: it may or may not hold
/// after a restart. The same command with the same id can be said again once writing works.
public final class UncertainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UncertainException(String cause) {
    super(cause);
  }

  /// What the disk said, for people.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
