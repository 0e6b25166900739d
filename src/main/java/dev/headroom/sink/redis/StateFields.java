package dev.headroom.sink.redis;

import dev.headroom.model.LimitStatus;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// States as the fields of a hash. Numbers are in digits; what there is none of is left out.
final class StateFields {
  private StateFields() {}

  /// For each type `TOKENS.reserved`, `.consumed`, `.headroom` and what binds it, and of the
  /// scope's own tightest limit `.used` and `.allowance`.
  static Map<String, String> of(ScopeStatus scope, Instant at) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("at", at.toString());
    fields.put("children", Integer.toString(scope.children()));
    fields.put("allocations", Integer.toString(scope.allocations()));
    fields.put("waiters", Integer.toString(scope.waiters()));
    fields.put("alerts", Integer.toString(scope.alerts().total()));
    scope.types().forEach(type -> put(fields, type));
    return fields;
  }

  private static void put(Map<String, String> fields, TypeStatus status) {
    String type = status.type() + ".";
    fields.put(type + "reserved", Long.toString(status.reserved()));
    fields.put(type + "consumed", Long.toString(status.consumed()));
    status.headroom().ifPresent(headroom -> fields.put(type + "headroom", Long.toString(headroom)));
    status.binding().ifPresent(binding -> fields.put(type + "binding", binding.toString()));
    status.tightest().ifPresent(limit -> put(fields, type, limit));
  }

  private static void put(Map<String, String> fields, String type, LimitStatus limit) {
    fields.put(type + "used", Long.toString(limit.used()));
    fields.put(type + "allowance", Long.toString(limit.allowance()));
  }

  static Map<String, String> of(PoolStatus status, Instant at) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("at", at.toString());
    fields.put("path", status.pool().path().text());
    fields.put("type", status.pool().type().name());
    fields.put("capacity", Long.toString(status.pool().terms().capacity()));
    fields.put("available", Long.toString(status.available()));
    fields.put("reserved", Long.toString(status.reserved()));
    fields.put("consumed", Long.toString(status.consumed()));
    fields.put("borrowed", Long.toString(status.borrowed()));
    fields.put("lent", Long.toString(status.lent()));
    return fields;
  }
}
