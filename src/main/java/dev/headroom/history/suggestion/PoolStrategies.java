package dev.headroom.history.suggestion;

import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Pool;
import dev.headroom.model.Priority;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Pools at which urgent work waits for work that is not.
final class PoolStrategies implements Adviser {
  private static final int WAITS_LEAST = 20;
  private static final int WAITS_MANY = 100;
  private static final List<ConflictStrategy> KNOWN =
      List.of(ConflictStrategy.PRIORITY, ConflictStrategy.QUEUING, ConflictStrategy.SHARING);

  @Override
  public List<Candidate> look(Course course) {
    List<Candidate> found = new ArrayList<>();
    for (Pool pool : course.config().pools()) {
      if (pool.path().isWithin(course.below())) {
        look(course, pool, found);
      }
    }
    return found;
  }

  private static void look(Course course, Pool pool, List<Candidate> found) {
    List<Job> waited =
        course.demand().jobs().stream()
            .filter(job -> job.queuedAt().filter(pool.ref()::equals).isPresent())
            .toList();
    List<Priority> priorities =
        waited.stream().map(job -> job.request().priority()).distinct().toList();
    if (waited.size() < WAITS_LEAST || priorities.size() < 2) {
      return;
    }
    ConflictStrategy now = pool.terms().onConflict().orElse(ConflictStrategy.PRIORITY);
    for (ConflictStrategy other : KNOWN) {
      boolean splits =
          waited.stream()
              .allMatch(job ->
                  job.request().lines().stream().anyMatch(line -> line.minimum() < line.amount()));
      if (other != now && (other != ConflictStrategy.SHARING || splits)) {
        found.add(candidate(course, pool, waited, new Switch(now, other)));
      }
    }
  }

  private record Switch(ConflictStrategy from, ConflictStrategy to) {}

  private static Candidate candidate(Course course, Pool pool, List<Job> waited, Switch change) {
    Target target = Target.of(Measure.WEIGHTED_WAITING, pool.path());
    Pool otherwise = pool.with(pool.terms().withOnConflict(Optional.of(change.to)));
    return new Candidate(
            pool.path(),
            Optional.of(pool.type()),
            new Remedy.ChangeStrategy(pool.id(), change.from, change.to),
            List.of(
                Figure.of(Measure.WAITED, waited.size()),
                new Figure(
                    Measure.WAITING,
                    course.books().read(Measure.WAITING, pool.path(), course.to())),
                new Figure(Measure.WEIGHTED_WAITING, course.books().read(target, course.to()))),
            target,
            List.of(),
            List.of(otherwise),
            UnaryOperator.identity(),
            Degree.LOW,
            Degree.LOW)
        .with(Degree.MEDIUM, waited.size() >= WAITS_MANY ? Degree.HIGH : Degree.MEDIUM);
  }
}
