package dev.headroom.model.report;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a span compares to the one before it: of as many calendar months where it consists of whole
/// ones, of as many days where it consists of those, else of the same length.
///
/// @param from the first instant of the span before
/// @param to the first instant after it
/// @param whole whether all events of the span before are counted
/// @param costBefore what it cost then, overage charges included
/// @param costChange by how many percent it costs more now: `(now − before) ÷ before · 100`; empty
///   where it cost nothing
/// @param deniedBefore how many requests were denied then
/// @param types how much was used of each type
public record Trend(
    Instant from,
    Instant to,
    boolean whole,
    Money costBefore,
    Optional<BigDecimal> costChange,
    long deniedBefore,
    List<OfType> types) {
  /// One type.
  ///
  /// @param before the total of the span before, as in [TypeUsage#total()]
  /// @param change by how many percent the total is more now; empty where it was nothing
  public record OfType(ResourceType type, BigDecimal before, Optional<BigDecimal> change) {}
}
