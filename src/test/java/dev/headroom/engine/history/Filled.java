package dev.headroom.engine.history;

import dev.headroom.engine.Engine;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Names the fields within an engine that hold anything. Where things lie in memory differs between
/// an engine and one that was read from its bytes, but a field that only the first has filled was
/// forgotten.
final class Filled {
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> left = new ArrayDeque<>();
  private final Set<String> fields = new TreeSet<>();

  private Filled() {}

  /// The fields at and below those that are its state, each as its class and its name.
  static Set<String> within(Engine engine) {
    Filled filled = new Filled();
    filled.left.add(Objects.requireNonNull(Alike.of(engine, "state")));
    filled.left.add(Objects.requireNonNull(Alike.of(engine, "waitingRoom")));
    while (!filled.left.isEmpty()) {
      Object next = filled.left.removeFirst();
      if (!Alike.isScratch(next) && !Alike.isImmutable(next) && filled.seen.add(next)) {
        filled.descend(next);
      }
    }
    return filled.fields;
  }

  private void descend(Object owner) {
    switch (owner) {
      case Map<?, ?> map -> map.forEach((key, value) -> add(Arrays.asList(key, value)));
      case Collection<?> all -> add(all);
      case Object[] all -> add(Arrays.asList(all));
      default -> {
        if (owner.getClass().getName().startsWith("dev.headroom.engine.")) {
          look(owner);
        }
      }
    }
  }

  private void look(Object owner) {
    for (Field field : owner.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        Object value = Alike.value(field, owner);
        if (value != null) {
          left.add(value);
          if (!isEmpty(value)) {
            fields.add(Alike.nameOf(field));
          }
        }
      }
    }
  }

  private void add(Collection<?> all) {
    all.stream().filter(Objects::nonNull).forEach(left::add);
  }

  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case Map<?, ?> map -> map.isEmpty();
      case Collection<?> all -> all.isEmpty();
      case Number number -> number.longValue() == 0 || number.longValue() == -1;
      case Boolean flag -> !flag;
      default -> value.getClass().isArray() && isEmptyArray(value);
    };
  }

  private static boolean isEmptyArray(Object array) {
    for (int at = 0; at < Array.getLength(array); at++) {
      if (!isEmpty(Array.get(array, at))) {
        return false;
      }
    }
    return true;
  }
}
