package dev.headroom.history.suggestion;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// What a caller did with an allocation, some time after it was granted.
public sealed interface Deed {
  /// How long after the grant, in milliseconds.
  long after();

  /// Its place among all that was asked, for those at one instant.
  long order();

  /// Used some of it.
  ///
  /// @param cost what the caller said it cost
  /// @param charged what it cost, overage charges included
  record Use(
      long after,
      long order,
      ResourceType type,
      long amount,
      Optional<Money> cost,
      Money charged,
      String category,
      Map<String, String> labels)
      implements Deed {
    /// The same of another amount, and at a cost in proportion.
    Use scaled(long granted, long grantedThen) {
      return granted == grantedThen || grantedThen == 0
          ? this
          : new Use(
              after,
              order,
              type,
              share(amount, granted, grantedThen),
              cost.map(money -> new Money(share(money.micros(), granted, grantedThen))),
              charged,
              category,
              labels);
    }

    private static long share(long of, long part, long whole) {
      return Math.round((double) of * part / whole);
    }

    /// The same so much later.
    Use later(long millis) {
      return new Use(after + millis, order, type, amount, cost, charged, category, labels);
    }

    /// The same of another type and amount.
    ///
    /// @param otherCost what that costs; empty where a pool says so
    Use with(
        ResourceType other, long otherAmount, String otherCategory, Optional<Money> otherCost) {
      return new Use(after, order, other, otherAmount, otherCost, charged, otherCategory, labels);
    }

    /// The same in another category at another cost.
    Use priced(String other, Money otherCost) {
      return new Use(after, order, type, amount, Optional.of(otherCost), charged, other, labels);
    }
  }

  /// Gave it a new expiry.
  record Renew(long after, long order, Duration lease) implements Deed {}

  /// Gave it another size.
  record Resize(long after, long order, ResourceType type, long amount) implements Deed {}

  /// Gave it back.
  record Release(long after, long order) implements Deed {}
}
