package dev.headroom.model.report;

import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.util.Optional;

/// How one limit of a scope was used within a span.
///
/// Spent types: each window of the span counts as far as it lies within it. A limit without a
/// period counts as one window. Held types: amounts are over time, in unit seconds.
///
/// @param type what is limited
/// @param period the length of its windows; empty for the scope's lifetime, and for held types
/// @param windows how many windows there were, begun ones included
/// @param allowed spent types: the amounts of all windows together, without what rolled over; held
///   types: `∫ amount dt`
/// @param used spent types: what was consumed in them; held types: `∫ reserved dt`
/// @param utilisation `used ÷ allowed · 100`; empty where nothing was allowed
/// @param neverUsed `Σ max(0, allowed − used)` over the windows, a window that lasts still not
///   counted; held types: `allowed − used`, at least 0
public record AllowanceUse(
    ResourceType type,
    Optional<Period> period,
    long windows,
    BigDecimal allowed,
    BigDecimal used,
    Optional<BigDecimal> utilisation,
    BigDecimal neverUsed) {}
