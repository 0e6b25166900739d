package dev.headroom.history.suggestion;

import dev.headroom.model.Enforcement;
import dev.headroom.model.Limit;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Limits that deny useful work: raised where they do so again and again, softened where it is a
/// matter of short spikes.
final class DenyingLimits implements Adviser {
  private static final double MARGIN = 1.1;

  /// A limit is not raised to more than so many times what it is.
  private static final double TIMES_MAX = 3;

  private static final int DENIED_MANY = 20;
  private static final int WINDOWS_MANY = 10;

  /// A grace outlasts the longest spike by half of it.
  private static final double GRACE_MARGIN = 1.5;

  /// More beyond the allowance is no spike that one lets pass.
  private static final double SPIKE_HEIGHT_MAX = 2;

  @Override
  public List<Candidate> look(Course course) {
    return course.limits().stream().flatMap(limit -> look(course, limit).stream()).toList();
  }

  private static Optional<Candidate> look(Course course, Limit limit) {
    return Shortage.of(course, limit)
        .map(shortage ->
            shortage.isSpiky() && limit.terms().enforcement() instanceof Enforcement.Hard
                ? soften(limit, shortage)
                : raise(limit, shortage));
  }

  private static Candidate raise(Limit limit, Shortage shortage) {
    long amount = limit.terms().amount();
    double wanted = Math.min(shortage.wanted() * MARGIN, amount * TIMES_MAX);
    long more = Rounding.up(limit.type(), wanted);
    Limit higher = limit.with(limit.terms().withAmount(Math.max(more, amount + 1)));
    return Candidate.ofLimits(
            limit,
            new Remedy.RaiseAllowance(limit.key(), amount, higher.terms().amount()),
            evidence(limit, shortage),
            Target.of(Measure.DENIED, limit.path()),
            List.of(higher))
        .with(
            higher.terms().amount() > 2 * amount ? Degree.HIGH : Degree.MEDIUM,
            confidence(shortage));
  }

  private static Candidate soften(Limit limit, Shortage shortage) {
    long amount = limit.terms().amount();
    Duration grace =
        Rounding.up(Duration.ofMillis((long) (shortage.longestSpike() * GRACE_MARGIN) + 30_000));
    Enforcement soft = new Enforcement.Soft(grace, new Enforcement.Overage.Refused());
    boolean high = shortage.wanted() > amount * SPIKE_HEIGHT_MAX;
    return Candidate.ofLimits(
            limit,
            new Remedy.Soften(limit.key(), amount, grace),
            evidence(limit, shortage),
            Target.of(Measure.DENIED, limit.path()),
            List.of(limit.with(limit.terms().withEnforcement(soft))))
        .with(high ? Degree.HIGH : Degree.LOW, confidence(shortage));
  }

  private static List<Figure> evidence(Limit limit, Shortage shortage) {
    return List.of(
        Figure.of(Measure.DENIED, shortage.denied()),
        Figure.of(Measure.ALLOWED, limit.terms().amount()),
        Figure.of(Measure.WANTED, shortage.wanted()),
        Figure.of(Measure.WINDOWS_DENYING, shortage.denying()),
        Figure.of(Measure.WINDOWS, shortage.windows()),
        Figure.of(Measure.LONGEST_SPIKE, shortage.longestSpike()));
  }

  static Degree confidence(Shortage shortage) {
    return shortage.denied() >= DENIED_MANY && shortage.windows() >= WINDOWS_MANY
        ? Degree.HIGH
        : Degree.MEDIUM;
  }
}
