package dev.headroom.client;

import dev.headroom.model.Refusal;
import java.time.Duration;

/// What comes back from an instance.
///
/// @param <T> what a success carries
public sealed interface Reply<T> {

  /// The engine decided. A denial is a decision too.
  ///
  /// @param value what it decided, or what was asked for
  record Decided<T>(T value) implements Reply<T> {}

  /// The engine did not take the command; nothing changed.
  ///
  /// @param refusal why
  record Refused<T>(Refusal refusal) implements Reply<T> {}

  /// Nobody answered. The engine may or may not have acted; the same command, with the same id, can
  /// be sent again.
  ///
  /// @param waited how long
  /// @param cause what went wrong, for people
  record Silence<T>(Duration waited, String cause) implements Reply<T> {}
}
