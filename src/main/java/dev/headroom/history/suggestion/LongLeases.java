package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.EndCause;
import dev.headroom.model.ResourceType;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Work that lets its leases expire long after it needs what they reserve.
final class LongLeases implements Adviser {
  private static final int ENDED_LEAST = 8;
  private static final double EXPIRED_LEAST = 0.8;

  /// A lease that is shortened by less is left as it is.
  private static final double KEPT_MAX = 0.7;

  private static final double MARGIN = 1.5;
  private static final double MOST = 0.95;
  private static final int ENDED_MANY = 30;
  private static final Duration LEASE_LEAST = Duration.ofSeconds(10);

  @Override
  public List<Candidate> look(Course course) {
    List<Candidate> found = new ArrayList<>();
    for (Map.Entry<Crew, List<Job>> each : course.ownCrews().entrySet()) {
      look(course, each.getKey(), each.getValue()).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Candidate> look(Course course, Crew crew, List<Job> jobs) {
    List<Job> over =
        jobs.stream().filter(job -> job.isGranted() && job.ended().isPresent()).toList();
    long expired =
        over.stream()
            .filter(job -> job.ended().filter(EndCause.EXPIRED::equals).isPresent())
            .count();
    if (over.size() < ENDED_LEAST || expired < over.size() * EXPIRED_LEAST) {
      return Optional.empty();
    }
    Duration lease =
        over.stream()
            .map(job -> job.request().lease())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    long[] lastUses = over.stream().mapToLong(Job::lastUseAfter).sorted().toArray();
    long needed = lastUses[(int) Math.ceil(lastUses.length * MOST) - 1];
    Duration enough =
        Rounding.up(
            Duration.ofMillis(Math.max(LEASE_LEAST.toMillis(), Math.round(needed * MARGIN))));
    if (enough.toMillis() > lease.toMillis() * KEPT_MAX) {
      return Optional.empty();
    }
    ResourceType type = heaviest(over);
    Target target = Target.of(Measure.RESERVED_TIME, crew.place(), type);
    List<Figure> evidence =
        List.of(
            Figure.of(Measure.GRANTED, over.size()),
            Figure.of(Measure.EXPIRED, expired),
            Figure.of(Measure.LAST_USE, needed),
            new Figure(Measure.RESERVED_TIME, course.books().read(target, course.to())));
    return Optional.of(
        Candidate.ofCallers(
                crew,
                new Remedy.RightSizeLease(crew.purpose(), lease, enough),
                evidence,
                target,
                all -> shorten(all, crew, enough))
            .with(
                needed * 2 > enough.toMillis() ? Degree.MEDIUM : Degree.LOW,
                over.size() >= ENDED_MANY ? Degree.HIGH : Degree.MEDIUM));
  }

  /// The type of which the most is reserved, by what the largest job asks for.
  private static ResourceType heaviest(List<Job> jobs) {
    Job largest =
        jobs.stream().max(Comparator.comparingInt(job -> job.granted().size())).orElseThrow();
    return largest.granted().stream()
        .map(Job.Part::type)
        .max(Comparator.comparing(ResourceType::isHeld).thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  private static List<Job> shorten(List<Job> all, Crew crew, Duration lease) {
    return all.stream()
        .map(job -> {
          AllocationRequest request = job.request();
          boolean concerned = job.standing().isEmpty() && job.crew().equals(crew);
          return concerned && request.lease().compareTo(lease) > 0
              ? job.withRequest(request.withLease(lease))
              : job;
        })
        .toList();
  }
}
