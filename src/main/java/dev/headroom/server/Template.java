package dev.headroom.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a route is: an address of which some parts are parameters, such as
/// `/v1/allocations/{allocationId}/usage`.
record Template(List<String> parts) {
  static Template of(String text) {
    return new Template(List.of(text.split("/", -1)));
  }

  /// The values of the parameters in an address; empty where it is another address.
  Optional<Map<String, String>> match(String path) {
    String[] given = path.split("/", -1);
    if (given.length != parts.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < given.length; at++) {
      String part = parts.get(at);
      if (part.startsWith("{")) {
        values.put(part.substring(1, part.length() - 1), given[at]);
      } else if (!part.equals(given[at])) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /// The names of the parameters in it.
  List<String> names() {
    return parts.stream()
        .filter(part -> part.startsWith("{"))
        .map(part -> part.substring(1, part.length() - 1))
        .toList();
  }
}
