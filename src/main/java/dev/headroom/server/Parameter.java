package dev.headroom.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Shape;
import java.util.Optional;

/// What a call says in its address.
///
/// @param name as in `?name=`, or `{name}` in a template
/// @param shape of its value
/// @param otherwise what it is where the call does not say it; empty where it must
/// @param ofCommand whether it is a member of the command that the call carries, and read with that
/// @param meaning for people
/// @param <T> the kind of its value
record Parameter<T>(
    String name, Shape<T> shape, Optional<T> otherwise, boolean ofCommand, String meaning) {
  private static final int DIGITS_MAX = 18;

  static <T> Parameter<T> required(String name, Shape<T> shape, String meaning) {
    return new Parameter<>(name, shape, Optional.empty(), false, meaning);
  }

  static <T> Parameter<T> byDefault(String name, Shape<T> shape, T otherwise, String meaning) {
    return new Parameter<>(name, shape, Optional.of(otherwise), false, meaning);
  }

  /// One that is a member of the call's command.
  static <T> Parameter<T> ofCommand(String name, Shape<T> shape, String meaning) {
    return new Parameter<>(name, shape, Optional.empty(), true, meaning);
  }

  /// What an address says, as a member of a document: as text, where that is understood.
  JsonNode asMember(String text) {
    JsonNode asText = TextNode.valueOf(text);
    return shape.read(asText, At.root()).isPresent() ? asText : node(text);
  }

  /// Understands a value; nothing where it is wrong or missing, which is then noted.
  Optional<T> read(Optional<String> text, At at) {
    At here = at.member(name);
    if (text.isEmpty()) {
      return otherwise.isPresent() ? otherwise : here.note("is required here: " + meaning);
    }
    Optional<T> asText = shape.read(TextNode.valueOf(text.get()), At.root());
    return asText.isPresent() ? asText : shape.read(node(text.get()), here);
  }

  /// Notes what a call says more than once: whichever was meant, the other was not.
  static void noteRepeated(HttpCall call, At at) {
    call.repeated().forEach(name -> at.member(name).note("is said more than once"));
  }

  /// The same in the form that documents have.
  static JsonNode node(String text) {
    if (text.equals("true") || text.equals("false")) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    boolean whole =
        !text.isEmpty()
            && text.length() <= DIGITS_MAX
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return whole ? LongNode.valueOf(Long.parseLong(text)) : TextNode.valueOf(text);
  }
}
