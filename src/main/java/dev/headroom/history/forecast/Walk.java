package dev.headroom.history.forecast;

import java.util.ArrayDeque;
import java.util.Queue;

/// Goes along demand bucket by bucket, each time saying what the next will be on average, and
/// learning from what came of what was said before. For one thread.
final class Walk {
  private final int horizon;
  private final Series series = new Series();
  private final Experts experts;
  private final Combination combination;
  private final Margins margins;
  private final Queue<Said> open = new ArrayDeque<>();
  private Outlook outlook = Outlook.unbounded(0);

  /// What was said, and by whom, when the series had `size` buckets.
  private static final class Said {
    private final int size;
    private final double[] byExpert;
    private final Outlook outlook;

    private Said(int size, double[] byExpert, Outlook outlook) {
      this.size = size;
      this.byExpert = byExpert;
      this.outlook = outlook;
    }
  }

  /// @param season how many buckets it has; 0 for none
  /// @param horizon the mean of how many buckets is said
  Walk(int season, int horizon) {
    this.horizon = horizon;
    combination = new Combination(horizon);
    margins = new Margins(horizon);
    this.experts = new Experts(series, season, horizon);
  }

  /// Takes the next bucket.
  void observe(double value) {
    series.append(value);
    Said due = open.peek();
    if (due != null && due.size + horizon == series.size()) {
      open.remove();
      double came = series.mean(due.size, series.size());
      combination.learn(due.byExpert, came);
      margins.learn(due.outlook, came);
    }
    double[] byExpert = experts.ask().clone();
    outlook = margins.around(combination.combine(byExpert, byExpert[Levels.MIDDLING]));
    open.add(new Said(series.size(), byExpert, outlook));
  }

  /// What the next buckets will be, on average.
  Outlook outlook() {
    return outlook;
  }
}
