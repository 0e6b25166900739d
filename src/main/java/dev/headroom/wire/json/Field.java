package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One member of an object, as [Fields] makes them.
///
/// @param <T> the kind of the object
/// @param <V> the kind of the member's value
public abstract sealed class Field<T, V> {
  final int index;
  final String name;

  private Field(int index, String name) {
    this.index = index;
    this.name = name;
  }

  abstract void write(T object, JsonGenerator out) throws IOException;

  /// Reads the member, or what stands for one that is not there.
  abstract Optional<V> read(@Nullable JsonNode node, At object);

  abstract Shape<?> shape();

  abstract boolean isRequired();

  /// Has to be there.
  static final class Required<T, V> extends Field<T, V> {
    private final Shape<V> shape;
    private final Function<T, V> get;

    Required(int index, String name, Shape<V> shape, Function<T, V> get) {
      super(index, name);
      this.shape = shape;
      this.get = get;
    }

    @Override
    void write(T object, JsonGenerator out) throws IOException {
      out.writeFieldName(name);
      shape.write(get.apply(object), out);
    }

    @Override
    Optional<V> read(@Nullable JsonNode node, At object) {
      At at = object.member(name);
      return node == null ? at.note("is missing") : shape.read(node, at);
    }

    @Override
    Shape<V> shape() {
      return shape;
    }

    @Override
    boolean isRequired() {
      return true;
    }
  }

  /// Is told at all times, and means a default where it is left out.
  static final class Defaulting<T, V> extends Field<T, V> {
    private final Required<T, V> told;
    private final Optional<V> otherwise;

    Defaulting(Required<T, V> told, V otherwise) {
      super(told.index, told.name);
      this.told = told;
      this.otherwise = Optional.of(otherwise);
    }

    @Override
    void write(T object, JsonGenerator out) throws IOException {
      told.write(object, out);
    }

    @Override
    Optional<V> read(@Nullable JsonNode node, At object) {
      return node == null ? otherwise : told.read(node, object);
    }

    @Override
    Shape<V> shape() {
      return told.shape;
    }

    @Override
    boolean isRequired() {
      return false;
    }
  }

  /// Is there or not.
  static final class Maybe<T, V> extends Field<T, Optional<V>> {
    private final Shape<V> shape;
    private final Function<T, Optional<V>> get;

    Maybe(int index, String name, Shape<V> shape, Function<T, Optional<V>> get) {
      super(index, name);
      this.shape = shape;
      this.get = get;
    }

    @Override
    void write(T object, JsonGenerator out) throws IOException {
      Optional<V> value = get.apply(object);
      if (value.isPresent()) {
        out.writeFieldName(name);
        shape.write(value.get(), out);
      }
    }

    @Override
    Optional<Optional<V>> read(@Nullable JsonNode node, At object) {
      if (node == null) {
        return Optional.of(Optional.empty());
      }
      Optional<V> value = shape.read(node, object.member(name));
      return value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    @Override
    Shape<V> shape() {
      return shape;
    }

    @Override
    boolean isRequired() {
      return false;
    }
  }

  /// Is told for the reader's comfort; what it says follows from the others.
  static final class Told<T, V> extends Field<T, Boolean> {
    private final Required<T, V> told;

    Told(Required<T, V> told) {
      super(told.index, told.name);
      this.told = told;
    }

    @Override
    void write(T object, JsonGenerator out) throws IOException {
      told.write(object, out);
    }

    @Override
    Optional<Boolean> read(@Nullable JsonNode node, At object) {
      return Optional.of(node != null);
    }

    @Override
    Shape<V> shape() {
      return told.shape;
    }

    @Override
    boolean isRequired() {
      return false;
    }
  }
}
