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
import java.util.stream.Stream;

/// Understands a call by its route: all that is wrong is noted before anything is done. For one
/// call and thread.
final class Reading {
  private static final String REQUEST_ID = "requestId";
  private static final String USAGE_ID = "usageId";
  private static final Refusal.Problem NO_REQUEST_ID =
      new Refusal.Problem("/" + REQUEST_ID, "is missing");
  private static final Refusal.Problem NO_USAGE_ID =
      new Refusal.Problem("/" + USAGE_ID, "is missing");

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
    Parameter.noteRepeated(call, at);
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
      idOf(route.body().get())
          .ifPresent(own ->
              call.header("idempotency-key")
                  .ifPresent(id -> put(object, own, TextNode.valueOf(id))));
      Template.of(route.template())
          .names()
          .forEach(name -> put(object, name, TextNode.valueOf(said(name))));
      route.intoBody().forEach(each -> put(object, each.name(), each.asMember(said(each.name()))));
    }
    ObjectShape<B> shape = route.body().get();
    return shape.read(tree.get(), at);
  }

  /// The member for which `Idempotency-Key` stands; empty where there is none.
  static Optional<String> idOf(ObjectShape<?> body) {
    return Stream.of(USAGE_ID, REQUEST_ID).filter(body::has).findFirst();
  }

  /// Looks at what was understood of the address as a whole, once each part of it was.
  void check(Route<?, ?> route, Call understood) {
    if (at.problems().isEmpty()) {
      route.check().accept(understood, at);
    }
  }

  /// What is wrong with the call; empty where it was understood.
  Optional<HttpAnswer> misunderstood() {
    return at.problems().isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.unreadable(at.problems().stream().map(Reading::withAdvice).toList()));
  }

  /// An id that is missing has two places where it can be said.
  private static Refusal.Problem withAdvice(Refusal.Problem problem) {
    return problem.equals(NO_REQUEST_ID) || problem.equals(NO_USAGE_ID)
        ? new Refusal.Problem(
            problem.pointer(), problem.detail() + "; say it here, or by the header Idempotency-Key")
        : problem;
  }

  private String said(String name) {
    return said.getOrDefault(name, "");
  }

  /// The same must not be said twice with different words.
  private void put(ObjectNode object, String member, JsonNode value) {
    if (value.asText().isEmpty()) {
      return;
    }
    JsonNode own = object.get(member);
    if (own != null && !own.asText().equals(value.asText())) {
      at.member(member).note("says something else than the request's address or Idempotency-Key");
    } else if (own == null) {
      object.set(member, value);
    }
  }
}
