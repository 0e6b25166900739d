package dev.headroom.wire.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Takes down the members of an object, in the order in which they are written.
///
/// @param <T> the kind of the object
public final class Fields<T> {
  final List<Field<T, ?>> all = new ArrayList<>();

  Fields() {}

  /// A member that has to be there.
  public <V> Field<T, V> required(String name, Shape<V> shape, Function<T, V> get) {
    return add(new Field.Required<>(all.size(), name, shape, get));
  }

  /// A member that means `otherwise` where it is left out; it is told at all times.
  public <V> Field<T, V> byDefault(String name, Shape<V> shape, V otherwise, Function<T, V> get) {
    return add(
        new Field.Defaulting<>(new Field.Required<>(all.size(), name, shape, get), otherwise));
  }

  /// A member that is there or not.
  public <V> Field<T, Optional<V>> optional(
      String name, Shape<V> shape, Function<T, Optional<V>> get) {
    return add(new Field.Maybe<>(all.size(), name, shape, get));
  }

  /// A member that follows from the others: it is told, and what it says is not read.
  public <V> void told(String name, Shape<V> shape, Function<T, V> get) {
    add(new Field.Told<>(new Field.Required<>(all.size(), name, shape, get)));
  }

  private <F extends Field<T, ?>> F add(F field) {
    all.add(field);
    return field;
  }
}
