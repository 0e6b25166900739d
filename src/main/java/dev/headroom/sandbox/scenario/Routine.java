package dev.headroom.sandbox.scenario;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Duration;

/// Work that somebody does again and again, in the same way.
///
/// @param path where
/// @param purpose what its requests say they are for
/// @param category what its usage is accounted under
/// @param portion what it takes
/// @param every how long on average from one to the next
/// @param takes how long it takes on average
/// @param lease how long it reserves for
/// @param releases whether it gives back what is left
/// @param price what each unit costs
/// @param documents how many different pieces of work there are, told by the label `document`; 0
///   where each is another
record Routine(
    ScopePath path,
    String purpose,
    String category,
    Portion portion,
    Duration every,
    Duration takes,
    Duration lease,
    boolean releases,
    Money price,
    int documents) {

  /// Free work that gives back what it does not use, each piece of it another.
  static Routine of(String path, String purpose, String category, Portion portion) {
    return new Routine(
        ScopePath.of(path),
        purpose,
        category,
        portion,
        Duration.ofSeconds(10),
        Duration.ofSeconds(3),
        Duration.ofMinutes(2),
        true,
        Money.ZERO,
        0);
  }

  /// A portion of a type.
  static Portion portion(ResourceType type, long least, long most) {
    return new Portion(type, least, most);
  }

  Routine every(Duration mean) {
    return new Routine(
        path, purpose, category, portion, mean, takes, lease, releases, price, documents);
  }

  Routine taking(Duration mean) {
    return new Routine(
        path, purpose, category, portion, every, mean, lease, releases, price, documents);
  }

  /// The same, never given back.
  Routine expiringAfter(Duration length) {
    return new Routine(
        path, purpose, category, portion, every, takes, length, false, price, documents);
  }

  Routine costing(long micros) {
    return new Routine(
        path,
        purpose,
        category,
        portion,
        every,
        takes,
        lease,
        releases,
        new Money(micros),
        documents);
  }

  Routine among(int count) {
    return new Routine(
        path, purpose, category, portion, every, takes, lease, releases, price, count);
  }
}
