package dev.headroom.console.viewmodel.edit;

import java.util.Optional;
import java.util.function.Function;

/// What somebody has typed into a field, as far as it makes sense.
///
/// @param <T> what the field is about
public sealed interface Typed<T> {
  /// It makes sense.
  record Right<T>(T value) implements Typed<T> {}

  /// It does not.
  ///
  /// @param why what would be right, in a sentence
  record Wrong<T>(String why) implements Typed<T> {}

  /// What it means, if anything.
  default Optional<T> meaning() {
    return this instanceof Right<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /// Why it means nothing; empty where it does.
  default String problem() {
    return this instanceof Wrong<T>(String why) ? why : "";
  }

  /// The same of something that is made of it.
  default <R> Typed<R> map(Function<T, R> made) {
    return switch (this) {
      case Right<T>(T value) -> new Right<>(made.apply(value));
      case Wrong<T>(String why) -> new Wrong<>(why);
    };
  }
}
