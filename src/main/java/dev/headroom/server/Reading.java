package dev.headroom.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.headroom.model.Refusal;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.ObjectShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Understands a call by its route: all that is wrong is noted before anything is done. For one
/// call and thread.
final class Reading {
  private static final String REQUEST_ID = "requestId";
  private static final String USAGE_ID = "usageId";

  private final At at = At.root();
  private final HttpCall call;
  private final Map<String, String> said = new HashMap<>();

  /// @param inAddress what the address says in its path
  Reading(HttpCall call, Map<String, String> inAddress) {
    this.call = call;
    said.putAll(call.query());
    said.putAll(inAddress);
  }

  /// The values of a route's parameters.
  Map<Parameter<?>, Object> parameters(Route<?, ?> route) {
    Map<Parameter<?>, Object> values = new HashMap<>();
    Set<String> known = new HashSet<>(Template.of(route.template()).names());
    for (Parameter<?> parameter : route.parameters()) {
      known.add(parameter.name());
      if (!parameter.ofCommand()) {
        parameter
            .read(Optional.ofNullable(said.get(parameter.name())), at)
            .ifPresent(value -> values.put(parameter, value));
      }
    }
    call.query().keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> at.member(name).note("is not known here"));
    return values;
  }

  /// The command that a route takes: its body, and what the address and `Idempotency-Key` say of
  /// it.
  <B> Optional<B> body(Route<B, ?> route) {
    if (route.body().isEmpty()) {
      return Optional.empty();
    }
    Optional<JsonNode> tree =
        call.body().length == 0
            ? Optional.of(JsonNodeFactory.instance.objectNode())
            : Json.parse(call.body(), at);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    if (tree.get() instanceof ObjectNode object) {
      String own = route.body().get().has(USAGE_ID) ? USAGE_ID : REQUEST_ID;
      call.header("idempotency-key").ifPresent(id -> put(object, own, id));
      Template.of(route.template()).names().forEach(name -> put(object, name, said(name)));
      route.intoBody().forEach(name -> put(object, name, said(name)));
    }
    ObjectShape<B> shape = route.body().get();
    return shape.read(tree.get(), at);
  }

  /// What is wrong with the call; empty where it was understood.
  Optional<Refusal> refusal() {
    return at.problems().isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.Invalid(at.problems()));
  }

  private String said(String name) {
    return said.getOrDefault(name, "");
  }

  /// The same must not be said twice with different words.
  private void put(ObjectNode object, String member, String value) {
    if (value.isEmpty()) {
      return;
    }
    JsonNode own = object.get(member);
    if (own != null && !own.asText().equals(value)) {
      at.member(member).note("says something else than the request's address or Idempotency-Key");
    } else if (own == null) {
      object.set(member, TextNode.valueOf(value));
    }
  }
}
