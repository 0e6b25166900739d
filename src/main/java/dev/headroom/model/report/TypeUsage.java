package dev.headroom.model.report;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// One resource type within a span.
///
/// @param type which
/// @param total spent types: all that was consumed, in units. Held types: what was reserved, over
///   time, in unit seconds: `∫ reserved dt`
/// @param beyond how much was consumed beyond reservations (U3); 0 for held types
/// @param peak spent types: the most that was consumed in one minute. Held types: the most that was
///   reserved at one time
/// @param peakAt when that was: the first such minute's beginning, or the first such instant; empty
///   where nothing was
/// @param average spent types: consumed per hour, `total ÷ hours`. Held types: reserved on average,
///   `total ÷ seconds`
/// @param averageInUse held types: what samples say was in use on average; empty without samples
/// @param efficiency in percent, empty where nothing was reserved. Spent types: of all reservations
///   that were used up or given back, how much was consumed, `within ÷ (within + given back)`,
///   where `within` is what was consumed within reservations. Held types: of what was reserved by
///   allocations with samples, over time, how much was in use, `∫ in use dt ÷ ∫ reserved with
///   samples dt`. So larger and longer reservations weigh more
/// @param wasted what was reserved and never used. Spent types: what was given back, in units. Held
///   types: `∫ (reserved with samples − in use) dt`, in unit seconds, at least 0
/// @param denied how many lines of requests were denied
/// @param cost what it cost, without overage charges
/// @param overage what consumption beyond soft limits was charged on top (L6)
public record TypeUsage(
    ResourceType type,
    BigDecimal total,
    long beyond,
    long peak,
    Optional<Instant> peakAt,
    BigDecimal average,
    Optional<BigDecimal> averageInUse,
    Optional<BigDecimal> efficiency,
    BigDecimal wasted,
    long denied,
    Money cost,
    Money overage) {}
