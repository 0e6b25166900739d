package dev.headroom.model.report;

import dev.headroom.model.LentQuota;
import java.time.Instant;
import java.util.Optional;

/// A quota that was lent by command within a span (P7), and how it was used.
///
/// @param loan who has lent whom what, from when and until when at the latest
/// @param ended when it returned; empty where it has not by what is counted
/// @param end how it came to that; empty where it has not, or that was not seen
/// @param peak the most of it that was used at once; empty where it has not returned, or that was
///   not seen
public record LoanUse(
    LentQuota loan, Optional<Instant> ended, Optional<LentQuota.End> end, Optional<Long> peak) {}
