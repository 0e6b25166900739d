package dev.headroom.model.report;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.util.List;

/// A child of a scope, for comparison with its siblings.
///
/// @param path the child, with all below it
/// @param cost overage charges included
/// @param percent of what the scope cost: `cost ÷ total · 100`; 0 where nothing cost anything
/// @param granted how many requests were granted
/// @param denied how many were denied
/// @param waitedMillis how long waits took together, in milliseconds
/// @param types how much of each type
public record ChildUsage(
    ScopePath path,
    Money cost,
    BigDecimal percent,
    long granted,
    long denied,
    long waitedMillis,
    List<OfType> types) {
  /// One type.
  ///
  /// @param total as in [TypeUsage#total()]
  public record OfType(ResourceType type, BigDecimal total) {}
}
