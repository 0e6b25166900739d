package dev.headroom.model.report;

import dev.headroom.model.Money;
import java.time.Instant;
import java.util.List;

/// A part of a span, to draw it.
///
/// @param from the first instant
/// @param to the first after it
/// @param cost overage charges included
/// @param overage what of it was charged on top
/// @param denied how many requests were denied
/// @param types how much of each type, as in [TypeUsage#total()]
public record StepUsage(
    Instant from,
    Instant to,
    Money cost,
    Money overage,
    long denied,
    List<ChildUsage.OfType> types) {}
