package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.wire.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// An object that says by a word in one of its members which of several kinds it is.
///
/// @param <T> what all the kinds are
public final class OneOf<T> implements Shape<T> {
  private final String name;
  private final String tag;
  private final Map<String, Case<? extends T>> byWord = new LinkedHashMap<>();
  private final Map<Class<?>, Case<? extends T>> byType = new HashMap<>();

  /// @param word what the tag says
  /// @param type of which class values of this kind are
  /// @param shape the other members
  private record Case<C>(String word, Class<C> type, ObjectShape<C> shape) {}

  /// @param name what its schema is called
  /// @param tag the member that says which kind it is
  private OneOf(String name, String tag) {
    this.name = name;
    this.tag = tag;
  }

  /// Begins the list of the kinds of a sealed type.
  ///
  /// @param name what its schema is called
  /// @param tag the member that says which kind it is
  public static <T> Kinds<T> of(String name, String tag) {
    return new Kinds<>(new OneOf<>(name, tag));
  }

  /// Takes down the kinds.
  ///
  /// @param <T> what all the kinds are
  public static final class Kinds<T> {
    private final OneOf<T> shape;

    private Kinds(OneOf<T> shape) {
      this.shape = shape;
    }

    /// One more kind.
    ///
    /// @param word what the tag says
    /// @param type of which class values of this kind are
    /// @param members the other members
    public <C extends T> Kinds<T> or(String word, Class<C> type, ObjectShape<C> members) {
      Case<C> added = new Case<>(word, type, members);
      shape.byWord.put(word, added);
      shape.byType.put(type, added);
      return this;
    }

    /// The shape, once every kind has been listed.
    ///
    /// @throws IllegalStateException where a kind that `sealed` permits was forgotten
    public OneOf<T> all(Class<T> sealed) {
      for (Class<?> kind : kindsOf(sealed)) {
        if (!shape.byType.containsKey(kind)) {
          throw new IllegalStateException(shape.name + " has no shape for " + kind);
        }
      }
      return shape;
    }

    private static List<Class<?>> kindsOf(Class<?> type) {
      if (!type.isSealed()) {
        return List.of(type);
      }
      return Stream.of(type.getPermittedSubclasses())
          .flatMap(each -> kindsOf(each).stream())
          .toList();
    }
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

  void writeMembers(T value, JsonGenerator out) throws IOException {
    writeAs(Objects.requireNonNull(byType.get(value.getClass())), value, out);
  }

  /// @param others members that someone else reads
  Optional<T> readMembers(JsonNode node, At at, List<String> others) {
    JsonNode word = node.get(tag);
    Case<? extends T> kind = word == null ? null : byWord.get(word.asText());
    if (kind == null) {
      String expected = "must be one of " + String.join(", ", byWord.keySet());
      return at.member(tag)
          .note(
              word == null
                  ? "is missing; it " + expected
                  : expected + Nearest.question(word.asText(), byWord.keySet()));
    }
    List<String> known = new ArrayList<>(others);
    known.add(tag);
    return kind.shape.readMembers(node, at, known).map(value -> value);
  }

  @Override
  public ObjectNode schema(Schemas schemas) {
    return schemas.reference(name, () -> members(schemas));
  }

  /// The word that says which kind a value is.
  public String wordOf(T value) {
    return Objects.requireNonNull(byType.get(value.getClass())).word;
  }

  private ObjectNode members(Schemas schemas) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    var kinds = schema.putArray("oneOf");
    for (Case<? extends T> each : byWord.values()) {
      ObjectNode members = each.shape.members(schemas);
      ((ObjectNode) members.get("properties")).putObject(tag).put("const", each.word);
      members.withArray("required").add(tag);
      kinds.add(members);
    }
    return schema;
  }

  private <C> void writeAs(Case<C> kind, T value, JsonGenerator out) throws IOException {
    out.writeStringField(tag, kind.word);
    kind.shape.writeMembers(kind.type.cast(value), out);
  }
}
