package dev.headroom.sandbox;

/// A workload that cannot be played now, though it could be named: the file that it is recorded in
/// has gone, for example. The message is one line for the person who asked for it.
public final class UnplayableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param why one line for people
  public UnplayableException(String why) {
    super(why);
  }

  /// @param why one line for people
  public UnplayableException(String why, Throwable cause) {
    super(why, cause);
  }
}
