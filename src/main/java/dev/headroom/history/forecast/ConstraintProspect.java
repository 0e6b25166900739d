package dev.headroom.history.forecast;

import dev.headroom.model.Exhaustion;
import dev.headroom.model.forecast.Ahead;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.Prospect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is to be expected of one constraint, by demand in buckets of one length.
final class ConstraintProspect {
  private final Claim claim;
  private final Instant now;
  private final Demand demand;
  private final Course low;
  private final Course expected;
  private final Course high;
  private final boolean bounded;
  private final boolean whole;

  /// @param demand enough of it
  ConstraintProspect(Claim claim, Demand demand, Instant now) {
    this.claim = claim;
    this.now = now;
    this.demand = demand;
    Forecast forecast = demand.forecast();
    long lengthMax =
        claim
            .windowEnd()
            .map(end -> Math.max(1, end.toEpochMilli() - now.toEpochMilli()))
            .orElse(Long.MAX_VALUE);
    this.bounded = forecast.ahead().stream().allMatch(each -> each.mean().isBounded());
    this.low = Course.of(claim, forecast, Outlook::low, lengthMax);
    this.expected = Course.of(claim, forecast, Outlook::expected, lengthMax);
    this.high =
        Course.of(
            claim, forecast, each -> each.isBounded() ? each.high() : each.expected(), lengthMax);
    this.whole = expected.points().getLast().millis() == lengthMax;
  }

  /// What is said where too little was seen.
  static ConstraintForecast unknown(Claim claim, Instant now) {
    boolean none = claim.used() >= claim.allowance();
    return new ConstraintForecast(
        claim.constraint(),
        claim.type(),
        claim.used(),
        claim.allowance(),
        claim.windowEnd(),
        Optional.empty(),
        List.of(),
        List.of(),
        now,
        none ? Prospect.EXHAUSTED : Prospect.UNKNOWN,
        Exhaustion.NONE);
  }

  /// Whether buckets of greater length would not tell more: it is seen to be used up, or as far as
  /// the end of its window.
  boolean isConclusive() {
    return whole || expected.exhaustion().isPresent();
  }

  /// How far it sees, in milliseconds.
  long reach() {
    return expected.points().getLast().millis();
  }

  ConstraintForecast told(Optional<Instant> pastSince) {
    return new ConstraintForecast(
        claim.constraint(),
        claim.type(),
        claim.used(),
        claim.allowance(),
        claim.windowEnd(),
        Optional.of(demand.basis()),
        pastSince.map(this::past).orElseGet(List::of),
        ahead(),
        now.plusMillis(reach()),
        prospect(),
        new Exhaustion(at(high), at(expected), at(low)));
  }

  private Optional<Instant> at(Course course) {
    OptionalLong millis = course.exhaustion();
    return millis.isPresent() ? Optional.of(now.plusMillis(millis.getAsLong())) : Optional.empty();
  }

  private Prospect prospect() {
    if (claim.used() >= claim.allowance()) {
      return Prospect.EXHAUSTED;
    }
    if (expected.exhaustion().isPresent()) {
      return Prospect.EXPECTED;
    }
    return high.exhaustion().isPresent() ? Prospect.POSSIBLE : Prospect.NOT_EXPECTED;
  }

  private List<Ahead> ahead() {
    List<Ahead> ahead = new ArrayList<>();
    for (int point = 0; point < expected.points().size(); point++) {
      Course.Point middle = expected.points().get(point);
      ahead.add(
          new Ahead(
              now.plusMillis(middle.millis()),
              Math.round(middle.used()),
              Math.round(low.points().get(point).used()),
              bounded
                  ? Optional.of(Math.round(high.points().get(point).used()))
                  : Optional.empty()));
    }
    return List.copyOf(ahead);
  }

  /// What counted at the end of each bucket, worked out backwards from what counts now, not before
  /// an instant, nor before something was used that cannot be told.
  private List<ConstraintForecast.Past> past(Instant since) {
    List<ConstraintForecast.Past> past = new ArrayList<>();
    long consumed = claim.consumed();
    past.add(new ConstraintForecast.Past(now, claim.used()));
    for (int at = demand.size() - 1; at >= 0; at--) {
      if (consumed < 0 || demand.start(at) < since.toEpochMilli()) {
        break;
      }
      Instant end =
          Instant.ofEpochMilli(at + 1 < demand.size() ? demand.start(at + 1) : demand.end());
      long used = claim.isHeld() ? demand.peak(at) : consumed + demand.reserved(at);
      past.add(new ConstraintForecast.Past(end, used));
      consumed -= demand.consumed(at);
    }
    return List.copyOf(past.reversed());
  }
}
