package dev.headroom.engine.history;

import dev.headroom.engine.EventSink;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds the state of an engine and that of its copy against each other, field by field: they must
/// say the same and share nothing that can change. So a field that copying forgets is found by its
/// name, before any history happens to need it.
final class Alike {
  /// What holds nothing from one command to the next, or can be worked out from the rest at any
  /// time.
  private static final Set<String> SCRATCH =
      Set.of(
          "dev.headroom.engine.OutcomeForm",
          "dev.headroom.engine.HolderBook",
          "dev.headroom.engine.Holders",
          "dev.headroom.engine.Slacks",
          "dev.headroom.engine.WaitingScope");

  /// Fields that mean something only at times, and keep what they last meant.
  private static final Set<String> STALE = Set.of("Share.claim");

  private record Pair(String where, @Nullable Object one, @Nullable Object other) {}

  private final IdentityHashMap<Object, Object> seen = new IdentityHashMap<>();
  private final Deque<Pair> left = new ArrayDeque<>();

  private Alike() {}

  /// Where a field of `one` differs from that of `other`, or is the very same; empty where all is
  /// well.
  static Optional<String> difference(Object one, Object other, String field) {
    Alike alike = new Alike();
    alike.left.add(new Pair(field, of(one, field), of(other, field)));
    while (!alike.left.isEmpty()) {
      Pair pair = alike.left.removeFirst();
      Optional<String> difference = alike.compare(pair.where, pair.one, pair.other);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> compare(String where, @Nullable Object one, @Nullable Object other) {
    if ((one == null && other == null) || isScratch(one) || isScratch(other)) {
      return Optional.empty();
    }
    if (one == null || other == null || one.getClass() != other.getClass()) {
      return Optional.of(where + ": " + one + " and " + other);
    }
    if (isImmutable(one)) {
      return one.equals(other) ? Optional.empty() : Optional.of(where + ": " + one + ", " + other);
    }
    if (seen.put(one, other) != null) {
      return Optional.empty();
    }
    if (isSame(one, other) && !isEmptyArray(one)) {
      return Optional.of(where + " is shared");
    }
    return descend(where, one, other);
  }

  private Optional<String> descend(String where, Object one, Object other) {
    if (one.getClass().isArray()) {
      return descendArray(where, one, other);
    }
    if (one instanceof Map<?, ?> map) {
      return descendMap(where, map, (Map<?, ?>) other);
    }
    if (one instanceof Collection<?> all) {
      return descendAll(where, all, (Collection<?>) other);
    }
    if (one.getClass().getName().startsWith("dev.headroom.engine.")) {
      for (Field field : one.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !STALE.contains(nameOf(field))) {
          String name = where + "." + field.getName();
          left.add(new Pair(name, value(field, one), value(field, other)));
        }
      }
      return Optional.empty();
    }
    return Optional.of(where + ": nobody said how to compare a " + one.getClass());
  }

  private Optional<String> descendArray(String where, Object one, Object other) {
    if (one instanceof Object[] all && other instanceof Object[] twins) {
      return descendAll(where, Arrays.asList(all), Arrays.asList(twins));
    }
    boolean equal = Arrays.deepEquals(new Object[] {one}, new Object[] {other});
    return equal ? Optional.empty() : Optional.of(where + " has other numbers");
  }

  private Optional<String> descendMap(String where, Map<?, ?> one, Map<?, ?> other) {
    if (Stream.concat(one.keySet().stream(), other.keySet().stream()).anyMatch(Alike::isPool)) {
      return byPool(one).equals(byPool(other))
          ? Optional.empty()
          : Optional.of(where + " has " + byPool(one) + " and " + byPool(other));
    }
    if (!one.keySet().equals(other.keySet())) {
      return Optional.of(where + " has " + one.keySet() + " and " + other.keySet());
    }
    one.forEach((key, value) -> left.add(new Pair(where + "/" + key, value, other.get(key))));
    return Optional.empty();
  }

  private static boolean isPool(@Nullable Object key) {
    return key != null && "dev.headroom.engine.PoolState".equals(key.getClass().getName());
  }

  /// Of a map whose keys are pools, which equal themselves only.
  private static List<String> byPool(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(each -> of(Objects.requireNonNull(each.getKey()), "pool") + "=" + each.getValue())
        .sorted()
        .toList();
  }

  private Optional<String> descendAll(String where, Collection<?> one, Collection<?> other) {
    if (one.size() != other.size()) {
      return Optional.of(where + " has " + one.size() + " and " + other.size() + " elements");
    }
    Iterator<?> twins = other.iterator();
    int at = 0;
    for (Object element : one) {
      left.add(new Pair(where + "[" + at++ + "]", element, twins.next()));
    }
    return Optional.empty();
  }

  static String nameOf(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }

  static boolean isScratch(@Nullable Object what) {
    return what instanceof EventSink
        || (what != null && SCRATCH.contains(what.getClass().getName()));
  }

  static boolean isImmutable(Object what) {
    String name = what.getClass().getName();
    return what instanceof Record
        || what instanceof Enum<?>
        || what instanceof Optional<?>
        || name.startsWith("java.lang.")
        || name.startsWith("java.time.")
        || name.startsWith("java.util.ImmutableCollections")
        || name.startsWith("dev.headroom.model.");
  }

  @SuppressWarnings("ReferenceEquality") // The very same, not an equal one.
  private static boolean isSame(Object one, Object other) {
    return one == other;
  }

  private static boolean isEmptyArray(Object what) {
    return what.getClass().isArray() && Array.getLength(what) == 0;
  }

  static @Nullable Object of(Object owner, String field) {
    try {
      return value(owner.getClass().getDeclaredField(field), owner);
    } catch (NoSuchFieldException gone) {
      throw new IllegalArgumentException(gone);
    }
  }

  static @Nullable Object value(Field field, Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(closed);
    }
  }
}
