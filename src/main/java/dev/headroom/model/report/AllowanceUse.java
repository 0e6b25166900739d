package dev.headroom.model.report;

import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.util.Optional;

/// How one limit of a scope was used within a span.
///
/// Spent types: each window of the span counts, with the amount that held last in it; of one that
/// the span cuts, or in which the limit was taken away, a part. A limit without a period counts as
/// one window. Held types: amounts are over time, in unit seconds. Where a limit came, went or
/// changed, all of that minute counts as it was at its end.
///
/// @param type what is limited
/// @param period the length of its windows; empty for the scope's lifetime, and for held types
/// @param windows how many windows there were, begun ones included
/// @param allowed spent types: the amounts of all windows together, without what rolled over; held
///   types: `∫ amount dt`
/// @param used spent types: what was consumed in them; held types: `∫ reserved dt`
/// @param utilisation `used ÷ allowed · 100`; empty where nothing was allowed
/// @param neverUsed `Σ max(0, allowed − used)` over the windows, a window that lasts still not
///   counted, and those taken together of which no single sums are kept; held types: `allowed −
///   used`, at least 0
public record AllowanceUse(
    ResourceType type,
    Optional<Period> period,
    long windows,
    BigDecimal allowed,
    BigDecimal used,
    Optional<BigDecimal> utilisation,
    BigDecimal neverUsed) {}
