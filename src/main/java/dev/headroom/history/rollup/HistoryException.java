package dev.headroom.history.rollup;

import java.sql.SQLException;
import java.util.Objects;

/// The history cannot be read or written. What was told and not written is kept in memory and
/// written the next time; the journal has all of it in any case.
public final class HistoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HistoryException(String what, SQLException cause) {
    this(what, cause, "");
  }

  /// @param remedy what to do about it, as the end of a sentence
  HistoryException(String what, SQLException cause, String remedy) {
    super(what + ": " + cause.getMessage() + remedy, cause);
  }

  /// @param what what went wrong and what to do, for people
  public HistoryException(String what) {
    super(what);
  }

  /// What went wrong, for people.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
