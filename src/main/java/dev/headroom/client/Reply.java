package dev.headroom.client;

import dev.headroom.model.Refusal;
import java.time.Duration;
import java.util.function.Function;

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

  /// The same with another value.
  default <R> Reply<R> map(Function<T, R> change) {
    return switch (this) {
      case Decided<T>(var value) -> new Decided<>(change.apply(value));
      case Refused<T>(var refusal) -> new Refused<>(refusal);
      case Silence<T>(var waited, var cause) -> new Silence<>(waited, cause);
    };
  }

  /// What comes of asking further with the value.
  default <R> Reply<R> then(Function<T, Reply<R>> next) {
    return switch (this) {
      case Decided<T>(var value) -> next.apply(value);
      case Refused<T>(var refusal) -> new Refused<>(refusal);
      case Silence<T>(var waited, var cause) -> new Silence<>(waited, cause);
    };
  }
}
