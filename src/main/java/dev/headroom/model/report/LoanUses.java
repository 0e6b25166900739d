package dev.headroom.model.report;

import dev.headroom.model.LoanStatus;
import java.util.Collection;
import java.util.List;

/// What was lent and borrowed by command within a span.
///
/// @param latest those that began last, the newest first; at most [#COUNT_MAX]
/// @param inAll how many there are
public record LoanUses(List<LoanUse> latest, int inAll) {
  /// Most that a report lists.
  public static final int COUNT_MAX = 1_000;

  /// None.
  public static final LoanUses NONE = new LoanUses(List.of(), 0);

  /// Keeps a copy.
  public LoanUses {
    latest = List.copyOf(latest);
  }

  /// The same with how much was used so far of those that run.
  public LoanUses asTheyRun(Collection<LoanStatus> running) {
    return new LoanUses(latest.stream().map(use -> use.asItRuns(running)).toList(), inAll);
  }
}
