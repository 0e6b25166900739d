package dev.headroom.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes random calls of an API by its description: what it asks for, and then something about it
/// wrong, so that calls get as far as being understood, or nearly. For one thread.
final class AnyCall {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int DEPTH_MAX = 6;
  private static final List<String> PATHS =
      List.of(
          "/",
          "/user:ada",
          "/user:ada/run:r1",
          "/user:ada/swarm:s/run:r2/step:1",
          "/user:bob",
          "/session:s",
          "/user:bob/session:x/run:y",
          "/user:eve/step:z");
  private static final List<JsonNode> JUNK =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.textNode(""),
          NODES.textNode("\u0000\ud800 \u202e 𝕏"),
          NODES.textNode("x".repeat(10_000)),
          NODES.textNode("/user:../../etc"),
          NODES.numberNode(-1),
          NODES.numberNode(0.1),
          NODES.numberNode(Long.MIN_VALUE),
          NODES.numberNode(BigInteger.TEN.pow(400)),
          NODES.numberNode(Double.MAX_VALUE),
          NODES.arrayNode(),
          NODES.objectNode(),
          NODES.arrayNode().add(NODES.arrayNode().add(NODES.nullNode())));

  private final JsonNode document;
  private final List<String> operations = new ArrayList<>();
  private final SplittableRandom random;

  /// @param document an OpenAPI description
  AnyCall(JsonNode document, SplittableRandom random) {
    this.document = document;
    this.random = random;
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> operations.add(verb + " " + path.getKey())));
  }

  /// A call.
  ///
  /// @param headers names and values in turn
  record Made(String method, String address, Body body, List<String> headers) {
    @Override
    public String toString() {
      String text = new String(body.bytes, StandardCharsets.UTF_8);
      String begin = text.substring(0, Math.min(2_000, text.length()));
      return method + " " + address + " " + headers + "\n" + begin;
    }
  }

  /// The bytes of a body.
  static final class Body {
    final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  Made next() {
    String[] operation = operations.get(random.nextInt(operations.size())).split(" ", -1);
    JsonNode described = document.get("paths").get(operation[1]).get(operation[0]);
    String address = operation[1];
    var query = new StringBuilder();
    for (JsonNode parameter : described.get("parameters")) {
      String name = parameter.get("name").asText();
      if (parameter.get("in").asText().equals("header")) {
        continue; // Those that count are added to any call.
      }
      String value = parameter(parameter);
      if (parameter.get("in").asText().equals("path")) {
        address = address.replace("{" + name + "}", encoded(value));
      } else if ((parameter.get("required").asBoolean() || random.nextBoolean()) && !rarely()) {
        query.append('&').append(name).append('=').append(encoded(value));
      }
    }
    if (rarely()) {
      query.append("&unheard=of");
    }
    JsonNode schema = described.at("/requestBody/content/application~1json/schema");
    JsonNode body = schema.isMissingNode() ? NODES.missingNode() : value("", schema, 0);
    List<String> headers = headers();
    if (body instanceof ObjectNode object && !rarely()) {
      described.get("parameters").forEach(said -> object.remove(said.get("name").asText()));
      if (headers.contains("Idempotency-Key")) {
        object.remove(List.of("requestId", "usageId"));
      }
    }
    return new Made(
        rarely() ? "PUT" : operation[0].toUpperCase(Locale.ROOT),
        address + (query.isEmpty() ? "" : "?" + query.substring(1)),
        new Body(body.isMissingNode() ? new byte[0] : bytes(body)),
        headers);
  }

  private String parameter(JsonNode parameter) {
    JsonNode value = value(parameter.get("name").asText(), parameter.get("schema"), 0);
    JsonNode sent = rarely() ? junk() : value;
    String text = sent.isValueNode() ? sent.asText() : sent.toString();
    return text.substring(0, Math.min(500, text.length()));
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      headers.addAll(List.of("Idempotency-Key", "k" + random.nextInt(1_000)));
    }
    if (rarely()) {
      headers.addAll(List.of("Content-Type", "text/plain"));
    }
    if (rarely()) {
      headers.addAll(List.of("If-Match", "\"" + random.nextInt(5) + "\""));
    }
    return headers;
  }

  private byte[] bytes(JsonNode body) {
    JsonNode value = body;
    for (int faults = Math.max(0, random.nextInt(6) - 3); faults > 0; faults--) {
      value = spoilt(value);
    }
    byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(20)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flipped(bytes);
      case 2 -> ("[".repeat(2_000) + "]".repeat(2_000)).getBytes(StandardCharsets.UTF_8);
      case 3 -> (value + "{}").getBytes(StandardCharsets.UTF_8);
      default -> bytes;
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }

  /// The same with something about it wrong.
  private JsonNode spoilt(JsonNode value) {
    if (value instanceof ObjectNode object && !object.isEmpty() && random.nextInt(10) > 0) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(5)) {
        case 0 -> object.remove(name);
        case 1 -> object.set("unheard", junk());
        default -> object.set(name, spoilt(object.get(name)));
      }
      return object;
    }
    if (value instanceof ArrayNode array && !array.isEmpty() && random.nextInt(10) > 0) {
      int index = random.nextInt(array.size());
      array.set(index, spoilt(array.get(index)));
      return array;
    }
    return junk();
  }

  private JsonNode junk() {
    return JUNK.get(random.nextInt(JUNK.size())).deepCopy();
  }

  /// A value that a schema allows, as far as a schema tells.
  private JsonNode value(String name, JsonNode schema, int depth) {
    if (schema.has("$ref")) {
      return value(name, document.at(schema.get("$ref").asText().substring(1)), depth);
    }
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("oneOf")) {
      return value(
          name, schema.get("oneOf").get(random.nextInt(schema.get("oneOf").size())), depth);
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    return switch (schema.get("type").asText()) {
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "integer" -> name.equals("minimum") ? NODES.numberNode(1) : integer(schema);
      case "number" -> NODES.numberNode(random.nextInt(100) / 4.0);
      case "array" -> array(name, schema, depth);
      case "object" -> object(schema, depth);
      default -> text(name, schema.path("format").asText(""));
    };
  }

  private JsonNode integer(JsonNode schema) {
    long least = schema.path("minimum").asLong(0);
    long most = schema.path("maximum").asLong(Long.MAX_VALUE);
    return NODES.numberNode(
        switch (random.nextInt(10)) {
          case 0 -> least;
          case 1 -> most;
          default -> Math.max(least, Math.min(most, random.nextLong(1_000)));
        });
  }

  private JsonNode array(String name, JsonNode schema, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int count = depth > DEPTH_MAX ? 0 : 1 + random.nextInt(3); count > 0; count--) {
      array.add(value(name, schema.get("items"), depth + 1));
    }
    return array;
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = NODES.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(each -> required.add(each.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(member -> {
          boolean wanted = depth < DEPTH_MAX && random.nextInt(3) == 0;
          if (wanted || required.contains(member.getKey())) {
            object.set(member.getKey(), value(member.getKey(), member.getValue(), depth + 1));
          }
        });
    return object;
  }

  private TextNode text(String name, String format) {
    String text =
        switch (format) {
          case "date-time" -> "2026-03-02T10:00:0" + random.nextInt(10) + ".000Z";
          case "duration" -> random.nextInt(5) == 0 ? "P1M" : "PT" + random.nextInt(100) + "M";
          default ->
              switch (name) {
                case "path" -> PATHS.get(random.nextInt(PATHS.size()));
                case "allocationId" -> "a" + Integer.toHexString(random.nextInt(200));
                case "conflictId" -> "c" + random.nextInt(1, 20);
                case "checkpointId" -> "k" + random.nextInt(1, 20);
                case "cursor" -> Integer.toString(random.nextInt(20));
                default -> name + random.nextInt(500);
              };
        };
    return NODES.textNode(text);
  }

  private boolean rarely() {
    return random.nextInt(20) == 0;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
