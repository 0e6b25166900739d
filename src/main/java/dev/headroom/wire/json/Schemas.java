package dev.headroom.wire.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/// The schemas that have a name, for the `components` of an OpenAPI description. For one thread.
public final class Schemas {
  private final Map<String, ObjectNode> named = new TreeMap<>();

  /// A reference to a schema, which is made when it is first asked for.
  ObjectNode reference(String name, Supplier<ObjectNode> schema) {
    if (!named.containsKey(name)) {
      // Reserved first: a batch contains outcomes, and is one.
      named.put(name, JsonNodeFactory.instance.objectNode());
      named.put(name, schema.get());
    }
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /// Those that were referred to, by name.
  public ObjectNode all() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    named.forEach(all::set);
    return all;
  }
}
