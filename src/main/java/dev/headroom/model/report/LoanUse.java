package dev.headroom.model.report;

import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/// A quota that was lent by command within a span (P7), and how it was used.
///
/// @param loan who has lent whom what, from when and until when at the latest
/// @param ended when it returned; empty where it has not by what is counted
/// @param end how it came to that; empty where it has not, or that was not seen
/// @param peak the most of it that was used at once, of one that runs so far; empty where that was
///   not seen
public record LoanUse(
    LentQuota loan, Optional<Instant> ended, Optional<LentQuota.End> end, Optional<Long> peak) {
  /// The same where it is among those that run.
  LoanUse asItRuns(Collection<LoanStatus> running) {
    return running.stream()
        .filter(status -> ended.isEmpty() && status.loan().equals(loan))
        .findFirst()
        .map(status -> new LoanUse(loan, ended, end, Optional.of(status.peak())))
        .orElse(this);
  }
}
