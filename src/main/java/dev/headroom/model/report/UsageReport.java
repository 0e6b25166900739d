package dev.headroom.model.report;

import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.UsageForecast;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// What was used at and below a scope within a span, what it cost, and what was wasted.
///
/// @param path the scope
/// @param from the first instant that is in it; before the one asked for where only coarser sums
///   are kept from then
/// @param to the first instant that is not in it
/// @param zone the time zone by which days begin
/// @param sequence the number of the last event that is counted
/// @param completeSince from when on all events are counted; empty where none were
/// @param types of every type of which anything happened
/// @param costs what it cost
/// @param efficiency how much of what was reserved was used, in percent, all types together: the
///   mean of the types' efficiencies, each weighted by what the type cost, or all alike where
///   nothing cost anything: `Σ(cost · efficiency) ÷ Σ cost`; empty where nothing was reserved
/// @param requests what became of requests
/// @param allowances how the scope's own limits were used
/// @param pools how the pools were used that the scope or one below it owns
/// @param loans what was lent and borrowed at and below the scope of pools' quotas (P7)
/// @param trend the same against the span before
/// @param children the scope's children, those that cost most first, then by how much they
///   requested
/// @param childrenInAll how many children of which anything happened there are
/// @param steps the parts of the span, in order; none where no division was asked for
/// @param forecast what will be used and when that runs out; empty where the span ends before now
public record UsageReport(
    ScopePath path,
    Instant from,
    Instant to,
    ZoneId zone,
    long sequence,
    Optional<Instant> completeSince,
    List<TypeUsage> types,
    Costs costs,
    Optional<BigDecimal> efficiency,
    Requests requests,
    List<AllowanceUse> allowances,
    List<PoolUse> pools,
    LoanUses loans,
    Trend trend,
    List<ChildUsage> children,
    int childrenInAll,
    List<StepUsage> steps,
    Optional<UsageForecast> forecast) {
  /// The same, as if another event were the last that is counted.
  public UsageReport withSequence(long other) {
    return with(other, loans, forecast);
  }

  /// The same with other loans.
  public UsageReport withLoans(LoanUses other) {
    return with(sequence, other, forecast);
  }

  /// The same with a forecast.
  public UsageReport withForecast(UsageForecast other) {
    return with(sequence, loans, Optional.of(other));
  }

  private UsageReport with(long last, LoanUses lent, Optional<UsageForecast> foretold) {
    return new UsageReport(
        path,
        from,
        to,
        zone,
        last,
        completeSince,
        types,
        costs,
        efficiency,
        requests,
        allowances,
        pools,
        lent,
        trend,
        children,
        childrenInAll,
        steps,
        foretold);
  }
}
