package dev.headroom.history.rollup;

import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Optional;

/// How much a limit allowed for a while.
///
/// @param since the first millisecond
/// @param until the first after it; `Long.MAX_VALUE` where it holds still
/// @param period the length of its windows; empty for the scope's lifetime
/// @param amount per window
public record LimitTerms(
    ScopePath path,
    ResourceType type,
    Optional<Period> period,
    long since,
    long until,
    long amount) {
  LimitTerms endedAt(long end) {
    return new LimitTerms(path, type, period, since, end, amount);
  }
}
