package dev.headroom.server.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.ScopePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tokens of an instance as a text: a line that says what it is, a line per token, and a line
/// with the SHA-256 of all before. What this class would not have written byte for byte is refused.
final class TokenFile {
  private static final String HEAD = "{\"headroomTokens\":1}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TokenFile() {}

  static byte[] write(List<Token> tokens) {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    tokens.forEach(token -> text.append(line(token)).append('\n'));
    text.append("{\"sha256\":\"").append(Secrets.sha256(text.toString())).append("\"}\n");
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// @param path for the message
  /// @throws IOException where the text is not as it was written
  static List<Token> read(byte[] bytes, Path path) throws IOException {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    List<Token> tokens = new ArrayList<>();
    try {
      for (String line : lines.stream().skip(1).limit(Math.max(0, lines.size() - 2)).toList()) {
        tokens.add(token(JSON.readTree(line)));
      }
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException unclear) {
      throw changed(path, unclear);
    }
    if (!Arrays.equals(write(tokens), bytes)) {
      throw changed(path, null);
    }
    return List.copyOf(tokens);
  }

  private static IOException changed(Path path, @Nullable Exception why) {
    return new IOException(
        path
            + " was changed by hand or is damaged, so that nobody gets in; put back a good copy, or"
            + " remove it and create tokens anew",
        why);
  }

  private static String line(Token token) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", token.id()).put("name", token.name()).put("role", token.role().name());
    line.put("scope", token.subtree().text()).put("created", token.created().toString());
    token.expires().ifPresent(instant -> line.put("expires", instant.toString()));
    line.put("sha256", token.sha256());
    return line.toString();
  }

  private static Token token(JsonNode line) {
    return new Token(
        line.path("id").asText(),
        line.path("name").asText(),
        Role.valueOf(line.path("role").asText()),
        ScopePath.of(line.path("scope").asText()),
        Instant.parse(line.path("created").asText()),
        Optional.ofNullable(line.get("expires")).map(JsonNode::asText).map(Instant::parse),
        line.path("sha256").asText());
  }
}
