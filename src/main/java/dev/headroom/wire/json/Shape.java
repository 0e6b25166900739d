package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.InvalidValueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// How values of one kind are written as JSON, read back, and described. What is written is always
/// read back as an equal value. Immutable; any thread may use it.
///
/// @param <T> the kind of value
public interface Shape<T> {
  /// Writes a value.
  void write(T value, JsonGenerator out) throws IOException;

  /// Reads a value; nothing where it is wrong, which is then noted at its place.
  Optional<T> read(JsonNode node, At at);

  /// Its JSON Schema, as OpenAPI 3.1 takes it.
  ///
  /// @param schemas where shapes that have a name are described once
  ObjectNode schema(Schemas schemas);

  /// The same value as something else.
  ///
  /// @param read makes it of what was read; its [InvalidValueException] becomes the problem's text
  /// @param write what to write of it
  default <R> Shape<R> as(Function<T, R> read, Function<R, T> write) {
    Shape<T> self = this;
    return new Shape<>() {
      @Override
      public void write(R value, JsonGenerator out) throws IOException {
        self.write(write.apply(value), out);
      }

      @Override
      public Optional<R> read(JsonNode node, At at) {
        try {
          return self.read(node, at).map(read);
        } catch (InvalidValueException invalid) {
          return at.note(invalid.getMessage());
        }
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        return self.schema(schemas);
      }
    };
  }

  /// A list of values; those that are wrong are noted and left out.
  ///
  /// @param countMax most of them
  default Shape<List<T>> listed(int countMax) {
    return listed(0, countMax);
  }

  /// The same, of which there has to be a number.
  ///
  /// @param countMin least of them
  default Shape<List<T>> listed(int countMin, int countMax) {
    Shape<T> item = this;
    return new Shape<>() {
      @Override
      public void write(List<T> values, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (T value : values) {
          item.write(value, out);
        }
        out.writeEndArray();
      }

      @Override
      public Optional<List<T>> read(JsonNode node, At at) {
        if (!node.isArray()) {
          return at.wrong("a list", node);
        }
        if (node.size() > countMax) {
          return at.note("has " + node.size() + " items, of which there may be " + countMax);
        }
        if (node.size() < countMin) {
          return at.note("has " + node.size() + " items, and has to have at least " + countMin);
        }
        List<T> values = new ArrayList<>(node.size());
        for (int index = 0; index < node.size(); index++) {
          item.read(node.get(index), at.item(index)).ifPresent(values::add);
        }
        return Optional.of(List.copyOf(values));
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
        if (countMin > 0) {
          schema.put("minItems", countMin);
        }
        if (countMax < Integer.MAX_VALUE) {
          schema.put("maxItems", countMax);
        }
        schema.set("items", item.schema(schemas));
        return schema;
      }
    };
  }

  /// A list of as many values as there are, for what an instance says.
  default Shape<List<T>> listed() {
    return listed(Integer.MAX_VALUE);
  }

  /// Values by names of the caller's own.
  default Shape<Map<String, T>> named() {
    Shape<T> entry = this;
    return new Shape<>() {
      @Override
      public void write(Map<String, T> values, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, T> each : values.entrySet()) {
          out.writeFieldName(each.getKey());
          entry.write(each.getValue(), out);
        }
        out.writeEndObject();
      }

      @Override
      public Optional<Map<String, T>> read(JsonNode node, At at) {
        if (!node.isObject()) {
          return at.wrong("an object", node);
        }
        Map<String, T> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : node.properties()) {
          entry
              .read(each.getValue(), at.member(each.getKey()))
              .ifPresent(value -> values.put(each.getKey(), value));
        }
        return Optional.of(values);
      }

      @Override
      public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("additionalProperties", entry.schema(schemas));
        return schema;
      }
    };
  }
}
