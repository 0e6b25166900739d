package dev.headroom.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Refusals;
import dev.headroom.wire.json.Schemas;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// The description of the API, made of the same list as its routes.
///
/// @see "OpenAPI Specification 3.1.1"
final class OpenApi {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private OpenApi() {}

  /// The document.
  static byte[] document(List<Route<?, ?>> routes, List<OtherCall> others) {
    Schemas schemas = new Schemas();
    ObjectNode document = NODES.objectNode();
    document.put("openapi", "3.1.1");
    document
        .putObject("info")
        .put("title", "Headroom")
        .put("version", "1")
        .put("description", "A hierarchical resource allocation engine over HTTP.");
    document.set("paths", paths(routes, others, schemas));
    ArrayNode problem =
        NODES
            .arrayNode()
            .add(Refusals.REFUSAL.schema(schemas))
            .add(Refusals.UNREADABLE.schema(schemas))
            .add(anyProblem());
    ObjectNode components = document.putObject("components");
    components
        .putObject("responses")
        .putObject("Problem")
        .put("description", "Why it was not carried out (RFC 9457)")
        .putObject("content")
        .putObject(HttpAnswer.PROBLEM)
        .putObject("schema")
        .set("anyOf", problem);
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    components.set("schemas", schemas.all());
    document.putArray("security").addObject().putArray("token");
    return document.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// What all problems have, also those of the server itself.
  private static ObjectNode anyProblem() {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    ObjectNode members = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (String text : List.of("type", "title", "detail", "instance")) {
      members.putObject(text).put("type", "string");
      required.add(text);
    }
    members.putObject("status").put("type", "integer");
    required.add("status");
    return schema;
  }

  private static ObjectNode paths(
      List<Route<?, ?>> routes, List<OtherCall> others, Schemas schemas) {
    TreeMap<String, ObjectNode> paths = new TreeMap<>();
    for (Route<?, ?> route : routes) {
      paths
          .computeIfAbsent(route.template(), _ -> NODES.objectNode())
          .set(route.verb().name().toLowerCase(Locale.ROOT), operation(route, schemas));
    }
    for (OtherCall other : others) {
      paths
          .computeIfAbsent(other.path(), _ -> NODES.objectNode())
          .set(other.verb().name().toLowerCase(Locale.ROOT), operation(other, schemas));
    }
    ObjectNode all = NODES.objectNode();
    paths.forEach(all::set);
    return all;
  }

  private static ObjectNode operation(Route<?, ?> route, Schemas schemas) {
    ObjectNode operation = NODES.objectNode();
    operation.put("summary", route.summary());
    ArrayNode parameters = operation.putArray("parameters");
    List<String> inAddress = Template.of(route.template()).names();
    for (String name : inAddress) {
      if (route.parameters().stream().noneMatch(known -> known.name().equals(name))) {
        parameter(parameters, name, "path").putObject("schema").put("type", "string");
      }
    }
    for (Parameter<?> parameter : route.parameters()) {
      boolean inPath = inAddress.contains(parameter.name());
      ObjectNode node = parameter(parameters, parameter.name(), inPath ? "path" : "query");
      node.put("description", parameter.meaning());
      boolean necessary = parameter.otherwise().isEmpty() && !parameter.ofCommand();
      node.put("required", inPath || necessary);
      node.set("schema", parameter.shape().schema(schemas));
    }
    route.body().ifPresent(body -> body(route, body, operation, parameters, schemas));
    ObjectNode responses = operation.putObject("responses");
    responses
        .putObject("200")
        .put("description", "Decided")
        .putObject("content")
        .putObject(HttpAnswer.JSON)
        .set("schema", route.answer().schema(schemas));
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
    return operation;
  }

  /// What the address and `Idempotency-Key` say may be left out of a body.
  private static void body(
      Route<?, ?> route,
      ObjectShape<?> body,
      ObjectNode operation,
      ArrayNode parameters,
      Schemas schemas) {
    Set<String> elsewhere = new HashSet<>(Template.of(route.template()).names());
    route.intoBody().forEach(parameter -> elsewhere.add(parameter.name()));
    Reading.idOf(body)
        .ifPresent(id -> {
          elsewhere.add(id);
          header(parameters, "Idempotency-Key", "stands for " + id + " of the body");
        });
    ObjectNode schema = body.schemaBeside(elsewhere, schemas);
    ObjectNode request = operation.putObject("requestBody");
    request.put("required", !body.isWholeBeside(elsewhere));
    request.putObject("content").putObject(HttpAnswer.JSON).set("schema", schema);
  }

  private static void header(ArrayNode parameters, String name, String meaning) {
    parameter(parameters, name, "header")
        .put("required", false)
        .put("description", meaning)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode operation(OtherCall other, Schemas schemas) {
    ObjectNode operation = NODES.objectNode();
    operation.put("summary", other.summary());
    if (other.open()) {
      operation.putArray("security");
    }
    ArrayNode parameters = operation.putArray("parameters");
    for (String name : Template.of(other.path()).names()) {
      parameter(parameters, name, "path").putObject("schema").put("type", "string");
    }
    for (OtherCall.Option option : other.options()) {
      parameter(parameters, option.name(), "query")
          .put("description", option.meaning())
          .put("required", option.required())
          .putObject("schema")
          .put("type", "string");
    }
    other.headers().forEach(each -> header(parameters, each.name(), each.meaning()));
    if (other.verb() == Verb.PUT) {
      ObjectNode content = operation.putObject("requestBody").putObject("content");
      other
          .takes()
          .ifPresentOrElse(
              body -> content.putObject(HttpAnswer.JSON).set("schema", body.schema(schemas)),
              () -> other.types().forEach(content::putObject));
    }
    ObjectNode responses = operation.putObject("responses");
    ObjectNode content =
        responses.putObject("200").put("description", "Given").putObject("content");
    for (String type : other.types()) {
      ObjectNode given = content.putObject(type);
      other.gives().ifPresent(message -> given.set("schema", message.schema(schemas)));
    }
    responses.putObject("default").put("$ref", "#/components/responses/Problem");
    return operation;
  }

  private static ObjectNode parameter(ArrayNode parameters, String name, String place) {
    return parameters.addObject().put("name", name).put("in", place).put("required", true);
  }
}
