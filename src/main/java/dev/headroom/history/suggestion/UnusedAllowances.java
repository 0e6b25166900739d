package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.util.List;
import java.util.Optional;

/// Limits of which at least three tenths are never used, with a margin.
final class UnusedAllowances implements Adviser {
  private static final double KEPT_MAX = 0.7;
  private static final int WINDOWS_MANY = 20;

  @Override
  public List<Candidate> look(Course course) {
    return course.limits().stream().flatMap(limit -> look(course, limit).stream()).toList();
  }

  private static Optional<Candidate> look(Course course, Limit limit) {
    long amount = limit.terms().amount();
    return Slack.of(course, limit)
        .filter(slack -> slack.keep() <= amount * KEPT_MAX)
        .map(slack -> candidate(course, limit, slack));
  }

  private static Candidate candidate(Course course, Limit limit, Slack slack) {
    Target target = Target.of(Measure.NEVER_USED, limit.path(), limit.key());
    List<Figure> evidence =
        List.of(
            Figure.of(Measure.ALLOWED, limit.terms().amount()),
            Figure.of(Measure.PEAK, slack.peak()),
            Figure.of(Measure.WINDOWS, slack.windows()),
            new Figure(Measure.NEVER_USED, course.books().read(target, course.to())));
    Limit lower = limit.with(limit.terms().withAmount(slack.keep()));
    boolean sure = slack.windows() >= WINDOWS_MANY && slack.steady();
    return Candidate.ofLimits(
            limit,
            new Remedy.ReduceAllowance(limit.key(), limit.terms().amount(), slack.keep()),
            evidence,
            target,
            List.of(lower))
        .with(sure ? Degree.LOW : Degree.MEDIUM, sure ? Degree.HIGH : Degree.MEDIUM);
  }
}
