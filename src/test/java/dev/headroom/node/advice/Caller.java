package dev.headroom.node.advice;

import dev.headroom.model.Money;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/// Someone in a [Scene] who asks for the same again and again.
///
/// @param path where
/// @param purpose what for
/// @param type what
/// @param least how much at least
/// @param most how much at most
/// @param every how long on average from one request to the next
/// @param takes how long it works with what it gets
/// @param lease how long it reserves for
/// @param releases whether it gives back what is left
/// @param priority how urgent
/// @param patience how long it waits
/// @param category what its usage is accounted under
/// @param price what a unit costs, where the caller says so
/// @param labels those of the request with that number
/// @param active whether it asks at that millisecond after the beginning
/// @param growth how much larger the request with that number is
record Caller(
    String path,
    String purpose,
    ResourceType type,
    long least,
    long most,
    Duration every,
    Duration takes,
    Duration lease,
    boolean releases,
    Priority priority,
    Duration patience,
    String category,
    Optional<Money> price,
    LongFunction<Map<String, String>> labels,
    LongPredicate active,
    double growth) {
  static Caller at(String path, ResourceType type, long least, long most) {
    return new Caller(
        path,
        "work",
        type,
        least,
        most,
        Duration.ofSeconds(10),
        Duration.ofSeconds(4),
        Duration.ofHours(1),
        true,
        Priority.NORMAL,
        Duration.ZERO,
        "",
        Optional.empty(),
        _ -> Map.of(),
        _ -> true,
        1);
  }

  Caller every(Duration other) {
    return new Caller(
        path, purpose, type, least, most, other, takes, lease, releases, priority, patience,
        category, price, labels, active, growth);
  }

  Caller taking(Duration other) {
    return new Caller(
        path, purpose, type, least, most, every, other, lease, releases, priority, patience,
        category, price, labels, active, growth);
  }

  Caller leasing(Duration other, boolean givesBack) {
    return new Caller(
        path, purpose, type, least, most, every, takes, other, givesBack, priority, patience,
        category, price, labels, active, growth);
  }

  Caller waiting(Priority urgency, Duration longest) {
    return new Caller(
        path, purpose, type, least, most, every, takes, lease, releases, urgency, longest, category,
        price, labels, active, growth);
  }

  Caller forPurpose(String other) {
    return new Caller(
        path, other, type, least, most, every, takes, lease, releases, priority, patience, category,
        price, labels, active, growth);
  }

  Caller in(String other, Money each) {
    return new Caller(
        path,
        purpose,
        type,
        least,
        most,
        every,
        takes,
        lease,
        releases,
        priority,
        patience,
        other,
        Optional.of(each),
        labels,
        active,
        growth);
  }

  Caller labelled(LongFunction<Map<String, String>> others) {
    return new Caller(
        path, purpose, type, least, most, every, takes, lease, releases, priority, patience,
        category, price, others, active, growth);
  }

  /// Only within minutes of an hour that are listed.
  Caller when(LongPredicate other) {
    return new Caller(
        path, purpose, type, least, most, every, takes, lease, releases, priority, patience,
        category, price, labels, other, growth);
  }

  /// Each request larger than the one before.
  Caller growing(double factor) {
    return new Caller(
        path, purpose, type, least, most, every, takes, lease, releases, priority, patience,
        category, price, labels, active, factor);
  }

  /// All minutes of each hour in a list.
  static LongPredicate minutes(List<Integer> minutes) {
    return millis -> minutes.contains((int) (millis / 60_000 % 60));
  }
}
