package dev.headroom.model.report;

import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// How a pool was used within a span, by all whom it serves. What it borrowed counts here and not
/// at the pool that lent it, so that it may be used by more than 100 %.
///
/// @param supplied held types: `∫ capacity dt`, in unit seconds. Spent types: what it can gain
///   within the span, `amount · span ÷ interval`; its capacity where it never gains anything
/// @param used held types: `∫ reserved dt`, in unit seconds. Spent types: what was consumed
/// @param utilisation `used ÷ supplied · 100`; empty where nothing was supplied
/// @param peak held types: the most that was reserved at one time. Spent types: the most that was
///   consumed in one minute
/// @param peakAt when that was; empty where nothing was
public record PoolUse(
    PoolId id,
    ScopePath path,
    ResourceType type,
    BigDecimal supplied,
    BigDecimal used,
    Optional<BigDecimal> utilisation,
    long peak,
    Optional<Instant> peakAt) {}
