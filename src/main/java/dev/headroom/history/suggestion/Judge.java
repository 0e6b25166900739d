package dev.headroom.history.suggestion;

import dev.headroom.model.Change;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Decides, once the span's demand was replayed with a candidate, whether it is worth suggesting:
/// it has to bring at least a tenth, and must not be at the cost of others.
///
/// @param course the span
/// @param before what its replay without any candidate came to
public record Judge(Course course, Books before) {
  private static final BigDecimal PERCENT_LEAST = BigDecimal.TEN;

  /// Waiting may become longer by so much for another gain.
  private static final BigDecimal WAITING_MORE_MAX = new BigDecimal("1.02");

  /// How much a candidate is meant to lessen there is without it.
  public boolean hasAnythingToSave(Candidate candidate) {
    return before.read(candidate.target(), course.to()).signum() > 0;
  }

  /// The suggestion that it makes; empty where it is not worth it.
  ///
  /// @param after what the replay with it came to
  /// @param changes the change set that does it
  public Optional<Suggestion> judge(Candidate candidate, Books after, List<Change> changes) {
    Target target = candidate.target();
    Gain gain =
        new Gain(
            target.measure(), before.read(target, course.to()), after.read(target, course.to()));
    if (gain.saved().signum() <= 0
        || gain.percent().compareTo(PERCENT_LEAST) < 0
        || isAtTheCostOfOthers(candidate, after)) {
      return Optional.empty();
    }
    BigDecimal hourly =
        Decimals.normal(
            gain.saved()
                .divide(
                    BigDecimal.valueOf(course.demand().hours()),
                    Decimals.SCALE,
                    RoundingMode.HALF_UP));
    return Optional.of(
        new Suggestion(
            candidate.path(),
            candidate.type(),
            candidate.remedy(),
            candidate.evidence(),
            gain,
            hourly,
            candidate.risk(),
            candidate.confidence(),
            changes));
  }

  private boolean isAtTheCostOfOthers(Candidate candidate, Books after) {
    BigDecimal deniedBefore = before.read(Measure.DENIED, course.below(), course.to());
    BigDecimal deniedAfter = after.read(Measure.DENIED, course.below(), course.to());
    BigDecimal waitingBefore = before.read(Measure.WAITING, course.below(), course.to());
    BigDecimal waitingAfter = after.read(Measure.WAITING, course.below(), course.to());
    boolean deniesMore = deniedAfter.compareTo(deniedBefore) > 0;
    boolean waitsLonger = waitingAfter.compareTo(waitingBefore.multiply(WAITING_MORE_MAX)) > 0;
    return switch (candidate.target().measure()) {
      case DENIED -> deniesMore;
      case WEIGHTED_WAITING, WAITING -> deniesMore;
      default -> deniesMore || waitsLonger;
    };
  }
}
