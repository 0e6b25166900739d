package dev.headroom.wire;

import dev.headroom.model.InvalidValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The keys of one mapping while it is being read. Used by one thread.
final class Members {
  private final Node.Mapping mapping;
  private final Place place;
  private final long problemsBefore;
  private final Map<String, Node.Entry> entries = new HashMap<>();

  /// Notes every key that is not `known` or was written twice.
  Members(Node.Mapping mapping, Place place, List<String> known) {
    this.mapping = mapping;
    this.place = place;
    this.problemsBefore = place.problems().count();
    for (Node.Entry entry : mapping.entries()) {
      Place member = place.member(entry.key());
      if (!known.contains(entry.key())) {
        member.note(entry.line(), unknown(entry.key(), known));
        continue;
      }
      Node.Entry before = entries.putIfAbsent(entry.key(), entry);
      if (before != null) {
        member.note(entry.line(), "is written twice, first on line " + before.line());
      }
    }
  }

  private static String unknown(String key, List<String> known) {
    return Nearest.to(key, known)
        .map(nearest -> "is not a key here; did you mean " + nearest + "?")
        .orElseGet(() -> "is not a key here; keys are " + String.join(", ", known));
  }

  /// The value of a key that must be there.
  <T> Optional<T> required(String name, Form<T> form) {
    if (!has(name)) {
      place.member(name).note(mapping.line(), "is missing; it must be " + form.expected());
    }
    return optional(name, form);
  }

  /// The value of a key, if it is there and right.
  <T> Optional<T> optional(String name, Form<T> form) {
    return Optional.ofNullable(entries.get(name))
        .flatMap(entry -> form.read(entry.value(), place.member(name)));
  }

  /// Whether the key is there, right or wrong.
  boolean has(String name) {
    return entries.containsKey(name);
  }

  /// Notes `message` at a key that is there; does nothing where it is not.
  void refuse(String name, String message) {
    Optional.ofNullable(entries.get(name))
        .ifPresent(entry -> place.member(name).note(entry.line(), message));
  }

  /// Returns what `construct` makes, unless something is wrong with this mapping already. What the
  /// model refuses beyond that is noted at the mapping.
  <T> Optional<T> construct(Supplier<T> construct) {
    if (place.problems().count() > problemsBefore) {
      return Optional.empty();
    }
    try {
      return Optional.of(construct.get());
    } catch (InvalidValueException invalid) {
      place.note(mapping.line(), invalid.getMessage());
      return Optional.empty();
    }
  }

  /// Where the mapping stands.
  Place place() {
    return place;
  }

  /// The line where the mapping starts.
  int line() {
    return mapping.line();
  }
}
