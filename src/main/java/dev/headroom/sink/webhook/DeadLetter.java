package dev.headroom.sink.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Events that a webhook did not get.
///
/// @param from the number of the first
/// @param to the number of the last
/// @param at when they were put aside
/// @param attempts how often they were sent
/// @param reason what came of that, for people
/// @param body the request; empty where they could not be read any more or were too many to keep
public record DeadLetter(
    long from, long to, Instant at, int attempts, String reason, Optional<String> body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Its name among those of a webhook; names sort by the order of events.
  public String id() {
    return String.format(Locale.ROOT, "%016d-%016d", from, to);
  }

  byte[] write() throws IOException {
    ObjectNode node = JSON.createObjectNode();
    node.put("from", from).put("to", to).put("at", at.toString());
    node.put("attempts", attempts).put("reason", reason);
    body.ifPresent(text -> node.put("body", text));
    return JSON.writeValueAsBytes(node);
  }

  /// @throws IOException where the bytes are not as they were written
  static DeadLetter read(byte[] bytes) throws IOException {
    JsonNode node = JSON.readTree(bytes);
    try {
      return new DeadLetter(
          node.path("from").asLong(),
          node.path("to").asLong(),
          Instant.parse(node.path("at").asText()),
          node.path("attempts").asInt(),
          node.path("reason").asText(),
          Optional.ofNullable(node.get("body")).map(JsonNode::asText));
    } catch (DateTimeException unclear) {
      throw new IOException("a dead letter was changed", unclear);
    }
  }
}
