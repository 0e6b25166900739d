package dev.headroom.node.advice;

import dev.headroom.history.suggestion.Advisers;
import dev.headroom.history.suggestion.Books;
import dev.headroom.history.suggestion.Candidate;
import dev.headroom.history.suggestion.Choice;
import dev.headroom.history.suggestion.Course;
import dev.headroom.history.suggestion.Demand;
import dev.headroom.history.suggestion.Judge;
import dev.headroom.history.suggestion.Lives;
import dev.headroom.model.Change;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionQuery;
import dev.headroom.node.Past;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/// Makes suggestions of what was asked of an instance: looks at a span, and replays it with
/// everything that might be better. All of it in the caller's thread, on engines of its own.
public final class Advising {
  private final Past past;
  private final BooleanSupplier cancelled;
  private final DoubleConsumer progress;

  /// @param past what was asked
  /// @param cancelled asked again and again; once it says so, this ends soon
  /// @param progress told how far it is, from 0 to 1
  public Advising(Past past, BooleanSupplier cancelled, DoubleConsumer progress) {
    this.past = past;
    this.cancelled = cancelled;
    this.progress = progress;
  }

  /// What could be done better. Nobody has dismissed anything.
  ///
  /// A span with more requests than can be held is cut to its latest part.
  ///
  /// @param now the instance's time
  /// @return empty where it was cancelled
  /// @throws IOException where what is kept cannot be read
  public Optional<Advice> advise(SuggestionQuery query, Instant now) throws IOException {
    Instant from = now.minus(query.span());
    Instant begins = past.begins().orElse(now);
    from = begins.isAfter(from) ? begins : from;
    if (Duration.between(from, now).compareTo(Advice.SPAN_LEAST) < 0) {
      return Optional.of(new Advice(query.path(), from, now, 0, List.of(), List.of()));
    }
    Observation observation = observe(from, now);
    while (observation.isTooLarge() && !cancelled.getAsBoolean()) {
      from = from.plus(Duration.between(from, now).dividedBy(2));
      observation = observe(from, now);
    }
    return cancelled.getAsBoolean()
        ? Optional.empty()
        : observation.whole(query.path()).flatMap(this::advise);
  }

  private Observation observe(Instant from, Instant to) throws IOException {
    Observation observation = new Observation(to, cancelled);
    past.walk(from, to, observation);
    return observation;
  }

  private Optional<Advice> advise(Observation.Whole whole) {
    Course course = whole.course();
    Demand demand = course.demand();
    List<Candidate> candidates = Advisers.look(course);
    Optional<Books> before = replay(whole, demand, new Overrides(List.of(), List.of()));
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Judge judge = new Judge(course, before.get());
    List<Suggestion> found = new ArrayList<>();
    int replayed = 0;
    for (Candidate candidate : candidates) {
      replayed++;
      progress.accept((1.0 + replayed) / (2 + candidates.size()));
      if (judge.hasAnythingToSave(candidate)) {
        Demand changed = demand.withJobs(candidate.callers().apply(demand.jobs()));
        Overrides overrides = Overrides.of(candidate);
        Optional<Books> after = replay(whole, changed, overrides);
        if (after.isEmpty()) {
          return Optional.empty();
        }
        List<Change> changes = overrides.changes(whole.end().inspector(), demand.to());
        judge.judge(candidate, after.get(), changes).ifPresent(found::add);
      }
    }
    return Optional.of(
        new Advice(
            course.below(),
            demand.from(),
            demand.to(),
            demand.jobs().stream()
                .filter(job -> job.request().path().isWithin(course.below()))
                .count(),
            Choice.of(found),
            List.of()));
  }

  /// What becomes of a demand; empty where it was cancelled.
  private Optional<Books> replay(Observation.Whole whole, Demand demand, Overrides overrides) {
    Books books = new Books(whole.opening(), demand.to().toEpochMilli());
    Lives lives = new Lives(demand.jobs(), whole.course().demand().jobs());
    Rerun rerun = new Rerun(whole.base(), demand, lives, overrides, books);
    return rerun.run(cancelled) ? Optional.of(books) : Optional.empty();
  }
}
