package dev.headroom.history.suggestion;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Priority;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Work of low priority at hours at which others are denied or wait, while there are hours at which
/// little goes on.
final class MovableWork implements Adviser {
  private static final int HOURS = 24;
  private static final Duration SPAN_LEAST = Duration.ofHours(36);
  private static final int IN_THE_WAY_LEAST = 10;
  private static final int JOBS_LEAST = 10;

  /// An hour that has less than one in so many parts of what a busy one has is idle.
  private static final double IDLE_SHARE = 0.4;

  /// The hours of a day, in the instance's time zone.
  private static final class Day {
    private final ZoneId zone;

    /// How much was asked for at each.
    private final double[] asked = new double[HOURS];

    /// How many requests were denied or waited.
    private final int[] troubled = new int[HOURS];

    private Day(ZoneId zone) {
      this.zone = zone;
    }

    static Day of(Course course, ConstraintRef at) {
      Day day = new Day(course.config().settings().timeZone());
      for (Job job : course.demand().jobs()) {
        if (job.standing().isEmpty() && job.request().path().isWithin(at.path())) {
          int hour = day.hour(job.at());
          day.asked[hour] += job.request().lines().getFirst().amount();
          day.troubled[hour] += isTroubled(job, at) ? 1 : 0;
        }
      }
      return day;
    }

    int hour(long millis) {
      return Instant.ofEpochMilli(millis).atZone(zone).getHour();
    }

    double most() {
      double most = 0;
      for (double each : asked) {
        most = Math.max(most, each);
      }
      return most;
    }

    /// The longest row of hours that are busy, or idle; its first hour and how many, none where
    /// there is none.
    int[] longest(boolean busy) {
      int[] best = {0, 0};
      for (int first = 0; first < HOURS; first++) {
        int length = 0;
        while (length < HOURS && is(busy, (first + length) % HOURS)) {
          length++;
        }
        if (length > best[1]) {
          best = new int[] {first, length};
        }
      }
      return best;
    }

    private boolean is(boolean busy, int hour) {
      return busy ? troubled[hour] > 0 : troubled[hour] == 0 && asked[hour] <= most() * IDLE_SHARE;
    }
  }

  private static boolean isTroubled(Job job, ConstraintRef at) {
    return job.queuedAt().filter(at::equals).isPresent()
        || job.denials().stream().anyMatch(denial -> denial.binding().equals(at));
  }

  @Override
  public List<Candidate> look(Course course) {
    Duration span = Duration.between(course.demand().from(), course.demand().to());
    if (span.compareTo(SPAN_LEAST) < 0) {
      return List.of();
    }
    Map<ConstraintRef, Integer> troubled = new HashMap<>();
    for (Job job : course.demand().jobs()) {
      job.queuedAt().ifPresent(at -> troubled.merge(at, 1, Integer::sum));
      job.denials().forEach(denial -> troubled.merge(denial.binding(), 1, Integer::sum));
    }
    List<Candidate> found = new ArrayList<>();
    new TreeMap<>(troubled)
        .forEach((at, count) -> {
          if (count >= IN_THE_WAY_LEAST && at.path().isWithin(course.below())) {
            look(course, at).ifPresent(found::add);
          }
        });
    return found;
  }

  private static Optional<Candidate> look(Course course, ConstraintRef at) {
    Day day = Day.of(course, at);
    int[] busy = day.longest(true);
    int[] idle = day.longest(false);
    int hours = Math.min(busy[1], idle[1]);
    if (hours == 0) {
      return Optional.empty();
    }
    Move move = new Move(day, busy[0], idle[0], hours);
    return course.ownCrews().entrySet().stream()
        .filter(each -> each.getKey().place().isWithin(at.path()))
        .filter(each -> move.jobs(each.getValue()).size() >= JOBS_LEAST)
        .max((one, other) -> Integer.compare(one.getValue().size(), other.getValue().size()))
        .map(each -> candidate(course, at, each.getKey(), move));
  }

  /// From which hours to which.
  private record Move(Day day, int busy, int idle, int hours) {
    List<Job> jobs(List<Job> all) {
      return all.stream().filter(this::isMovable).toList();
    }

    boolean isMovable(Job job) {
      int into = Math.floorMod(day.hour(job.at()) - busy, HOURS);
      return job.standing().isEmpty() && job.request().priority() == Priority.LOW && into < hours;
    }

    Job moved(Job job, Demand demand) {
      long later = Duration.ofHours(Math.floorMod(idle - busy, HOURS)).toMillis();
      long at = job.at() + later;
      return job.movedTo(
          at < demand.to().toEpochMilli() ? at : at - Duration.ofHours(HOURS).toMillis());
    }
  }

  private static Candidate candidate(Course course, ConstraintRef at, Crew crew, Move move) {
    long denied = course.denied().getOrDefault(at, List.of()).size();
    Target target = Target.of(denied > 0 ? Measure.DENIED : Measure.WAITING, at.path());
    double most = Math.max(1, move.day.most());
    double idle = move.day.asked[move.idle];
    List<Figure> evidence =
        List.of(
            new Figure(target.measure(), course.books().read(target, course.to())),
            Figure.of(
                Measure.REQUESTS, move.jobs(course.crews().getOrDefault(crew, List.of())).size()),
            Figure.of(Measure.BUSY, Math.round(100 * move.day.asked[move.busy] / most)),
            Figure.of(Measure.IDLE, Math.round(100 * idle / most)));
    return new Candidate(
        at.path(),
        Optional.empty(),
        new Remedy.Schedule(crew.purpose(), move.busy, move.idle, move.hours),
        evidence,
        target,
        List.of(),
        List.of(),
        all ->
            all.stream()
                .map(job ->
                    job.crew().equals(crew) && move.isMovable(job)
                        ? move.moved(job, course.demand())
                        : job)
                .toList(),
        Degree.LOW,
        Degree.MEDIUM);
  }
}
