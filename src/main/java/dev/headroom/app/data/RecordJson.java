package dev.headroom.app.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.AllocationId;
import dev.headroom.model.ConflictId;
import dev.headroom.model.Money;
import dev.headroom.model.Period;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Any record as JSON: each component by its name, words of the model as they are written, what is
/// absent left out, and `is` where several kinds could stand there.
final class RecordJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Written as one word, though they are records.
  private static final Set<Class<?>> WORDS =
      Set.of(
          AllocationId.class,
          ConflictId.class,
          Money.class,
          Period.class,
          PoolId.class,
          RequestId.class,
          ScopePath.class);

  private RecordJson() {}

  static JsonNode of(Object value) {
    return switch (value) {
      case Boolean truth -> NODES.booleanNode(truth);
      case Integer number -> NODES.numberNode(number);
      case Long number -> NODES.numberNode(number);
      case Collection<?> elements -> list(elements);
      case Map<?, ?> entries -> object(entries);
      case Record record when !WORDS.contains(record.getClass()) -> object(record);
      default -> NODES.textNode(value.toString());
    };
  }

  private static ArrayNode list(Collection<?> elements) {
    ArrayNode list = NODES.arrayNode();
    elements.forEach(element -> list.add(of(element)));
    return list;
  }

  private static ObjectNode object(Map<?, ?> entries) {
    ObjectNode object = NODES.objectNode();
    entries.forEach((name, value) -> object.set(name.toString(), of(value)));
    return object;
  }

  private static ObjectNode object(Record record) {
    ObjectNode object = NODES.objectNode();
    for (Class<?> kind : record.getClass().getInterfaces()) {
      if (kind.isSealed()) {
        object.put("is", record.getClass().getSimpleName());
      }
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = valueOf(component, record);
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(present -> object.set(component.getName(), of(present)));
      } else {
        object.set(component.getName(), of(value));
      }
    }
    return object;
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException inaccessible) {
      throw new IllegalStateException("a record of the model is not public", inaccessible);
    }
  }
}
