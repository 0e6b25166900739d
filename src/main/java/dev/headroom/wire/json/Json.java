package dev.headroom.wire.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Documents of JSON as bytes in UTF-8. Any thread may use it.
public final class Json {
  /// Deepest nesting; the deepest document has 12.
  private static final int NESTING_MAX = 24;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(NESTING_MAX).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// A value as a document.
  public static <T> byte[] write(Shape<T> shape, T value) {
    var bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
      shape.write(value, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return bytes.toByteArray();
  }

  /// A value as the text of a document, in one line.
  public static <T> String text(Shape<T> shape, T value) {
    return new String(write(shape, value), StandardCharsets.UTF_8);
  }

  /// The value that a document says; nothing where something is wrong, which is then noted.
  public static <T> Optional<T> read(Shape<T> shape, byte[] document, At at) {
    return parse(document, at).flatMap(tree -> shape.read(tree, at));
  }

  /// The tree of a document; nothing where it is no JSON or names a member twice, which is then
  /// noted.
  public static Optional<JsonNode> parse(byte[] document, At at) {
    try {
      JsonNode tree = MAPPER.readTree(document);
      return tree == null || tree.isMissingNode()
          ? at.note("is empty where a JSON document is expected")
          : Optional.of(tree);
    } catch (JsonProcessingException syntax) {
      // What else the library's message says is about the library.
      String what = syntax.getOriginalMessage().lines().findFirst().orElse("unknown syntax");
      return at.note(
          "is not JSON as expected"
              + place(syntax)
              + ": "
              + what.replaceAll(" \\(.*|: was expecting.*", ""));
    } catch (IOException notText) {
      return at.note("is not JSON in UTF-8");
    }
  }

  private static String place(JsonProcessingException syntax) {
    return Optional.ofNullable(syntax.getLocation())
        .map(place -> " in line " + place.getLineNr() + ", column " + place.getColumnNr())
        .orElse("");
  }
}
