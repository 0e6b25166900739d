package dev.headroom.journal;

/// Hears what becomes of appended commands, from the journal's own thread, before those who wait
/// for them do.
@FunctionalInterface
public interface SafetyListener {
  /// Everything up to and including this command survives any crash.
  void safeUpTo(long number);

  /// A segment was begun, so that those before it change no more.
  default void segmentClosed() {}

  /// Nothing can be written from now on.
  ///
  /// @param cause for people
  default void failed(String cause) {}

  /// It can be written again, and everything that was appended is safe.
  default void recovered() {}
}
