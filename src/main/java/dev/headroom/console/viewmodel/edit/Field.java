package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Wording;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/// One thing that a limit or a pool says, which can be compared, told and taken over by itself.
///
/// @param <T> a limit or a pool
/// @param key under which its name is found
/// @param value what is compared
/// @param text how it is told
/// @param copied the first, but with this field as the second has it
record Field<T>(
    String key, Function<T, Object> value, Function<T, String> text, BinaryOperator<T> copied) {
  String name() {
    return Wording.text("field." + key);
  }

  boolean differs(T one, T other) {
    return !value.apply(one).equals(value.apply(other));
  }
}
