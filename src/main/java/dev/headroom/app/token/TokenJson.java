package dev.headroom.app.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.server.token.Token;

/// What is told of a token to programs.
final class TokenJson {
  private TokenJson() {}

  static ObjectNode of(Token token) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", token.id()).put("name", token.name()).put("role", token.role().name());
    json.put("scope", token.subtree().text()).put("created", token.created().toString());
    token.expires().ifPresent(expires -> json.put("expires", expires.toString()));
    return json;
  }
}
