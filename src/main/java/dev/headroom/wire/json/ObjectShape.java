package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.InvalidValueException;
import dev.headroom.wire.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An object with members that are known by name; others are noted as mistakes.
///
/// @param <T> the kind of the object
public final class ObjectShape<T> implements Shape<T> {
  private final String name;
  private final List<Field<T, ?>> fields;
  private final List<String> names;
  private final Function<Values, T> construct;

  private ObjectShape(String name, Fields<T> fields, Function<Values, T> construct) {
    this.name = name;
    this.fields = List.copyOf(fields.all);
    this.names = this.fields.stream().map(field -> field.name).toList();
    this.construct = construct;
  }

  /// Says once what the members of an object are, and how to make one of their values:
  ///
  /// ```java
  /// Shape<Point> POINT = ObjectShape.of("Point", fields -> {
  ///   var x = fields.required("x", Values.NUMBER, Point::x);
  ///   var y = fields.byDefault("y", Values.NUMBER, 0L, Point::y);
  ///   return in -> new Point(in.get(x), in.get(y));
  /// });
  /// ```
  ///
  /// @param name what its schema is called
  public static <T> ObjectShape<T> of(
      String name, Function<Fields<T>, Function<Values, T>> members) {
    Fields<T> fields = new Fields<>();
    Function<Values, T> construct = members.apply(fields);
    return new ObjectShape<>(name, fields, construct);
  }

  /// Whether it has a member of that name.
  public boolean has(String member) {
    return names.contains(member);
  }

  @Override
  public void write(T value, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeMembers(value, out);
    out.writeEndObject();
  }

  @Override
  public Optional<T> read(JsonNode node, At at) {
    return node.isObject() ? readMembers(node, at, List.of()) : at.wrong("an object", node);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.reference(name, () -> members(schemas));
  }

  /// Its schema where some members may be left out, since they are said elsewhere.
  public ObjectNode schemaBeside(Set<String> elsewhere, Schemas schemas) {
    if (fields.stream().noneMatch(field -> field.isRequired() && elsewhere.contains(field.name))) {
      return schema(schemas);
    }
    ObjectNode schema = members(schemas);
    ArrayNode required = schema.putArray("required");
    required(elsewhere).forEach(required::add);
    return schema;
  }

  /// Whether it is complete with what is said elsewhere.
  public boolean isWholeBeside(Set<String> elsewhere) {
    return required(elsewhere).isEmpty();
  }

  private List<String> required(Set<String> elsewhere) {
    return fields.stream()
        .filter(Field::isRequired)
        .map(field -> field.name)
        .filter(name -> !elsewhere.contains(name))
        .toList();
  }

  void writeMembers(T value, JsonGenerator out) throws IOException {
    for (Field<T, ?> field : fields) {
      field.write(value, out);
    }
  }

  /// @param others members that someone else reads
  Optional<T> readMembers(JsonNode node, At at, List<String> others) {
    int before = at.count();
    Values values = new Values(fields.size());
    int found = 0;
    for (Field<T, ?> field : fields) {
      JsonNode member = node.get(field.name);
      found += member == null ? 0 : 1;
      values.set(field.index, field.read(member, at));
    }
    if (found < node.size() && at.isStrict()) {
      noteUnknown(node, at, others);
    }
    if (at.count() > before || !values.isWhole()) {
      return Optional.empty();
    }
    try {
      return Optional.of(construct.apply(values));
    } catch (InvalidValueException invalid) {
      return at.note(invalid.getMessage());
    }
  }

  /// Its own schema, to be put together with others.
  ObjectNode members(Schemas schemas) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Field<T, ?> field : fields) {
      properties.set(field.name, field.shape().schema(schemas));
      if (field.isRequired()) {
        required.add(field.name);
      }
    }
    schema.set("required", required);
    return schema;
  }

  private void noteUnknown(JsonNode node, At at, List<String> others) {
    node.fieldNames()
        .forEachRemaining(member -> {
          if (!names.contains(member) && !others.contains(member)) {
            at.member(member).note("is not known here" + Nearest.question(member, names));
          }
        });
  }

  /// What was read of an object's members.
  public static final class Values {
    private final @Nullable Object[] values;

    private Values(int count) {
      values = new Object[count];
    }

    private void set(int index, Optional<?> value) {
      values[index] = value.orElse(null);
    }

    private boolean isWhole() {
      for (Object value : values) {
        if (value == null) {
          return false;
        }
      }
      return true;
    }

    /// The value of a member.
    @SuppressWarnings("unchecked") // A field's value was read by its own shape.
    public <V> V get(Field<?, V> field) {
      return (V) Objects.requireNonNull(values[field.index]);
    }
  }
}
