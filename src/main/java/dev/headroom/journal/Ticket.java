package dev.headroom.journal;

/// What a command gets when it is appended, to wait for its being safe.
@FunctionalInterface
public interface Ticket {
  /// Waits until the command and all before it survive any crash.
  ///
  /// @return whether they do; if not, nobody knows yet: the disk has failed
  boolean await();
}
