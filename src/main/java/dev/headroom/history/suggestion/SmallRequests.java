package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.EndCause;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Work that reserves a little again and again where it could reserve for the next half minute.
final class SmallRequests implements Adviser {
  private static final int REQUESTS_LEAST = 100;
  private static final int REQUESTS_MANY = 1_000;
  private static final int SIZE_LEAST = 4;
  private static final int SIZE_MOST = 20;
  private static final Duration TOGETHER = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofSeconds(30);

  /// What is reserved together is at most one part in so many of any limit.
  private static final int LIMIT_PARTS = 5;

  @Override
  public List<Candidate> look(Course course) {
    List<Candidate> found = new ArrayList<>();
    for (Map.Entry<Crew, List<Job>> each : course.ownCrews().entrySet()) {
      look(course, each.getKey(), each.getValue()).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Candidate> look(Course course, Crew crew, List<Job> jobs) {
    List<Job> small = jobs.stream().filter(SmallRequests::isShort).toList();
    long paths = small.stream().map(job -> job.request().path()).distinct().count();
    double span = course.demand().hours() * 3_600_000;
    double gap = paths == 0 ? span : span * paths / small.size();
    int size = (int) Math.min(SIZE_MOST, TOGETHER.toMillis() / Math.max(1, gap));
    if (small.size() < REQUESTS_LEAST
        || small.size() < jobs.size()
        || size < SIZE_LEAST
        || !fits(course, small, size)) {
      return Optional.empty();
    }
    Target target = Target.of(Measure.REQUESTS, crew.place());
    return Optional.of(
        Candidate.ofCallers(
                crew,
                new Remedy.Batch(crew.purpose(), size),
                List.of(Figure.of(Measure.REQUESTS, small.size())),
                target,
                all -> together(all, crew, size))
            .with(Degree.MEDIUM, small.size() >= REQUESTS_MANY ? Degree.HIGH : Degree.MEDIUM));
  }

  /// Only what is spent: what is held would be held for longer.
  private static boolean isShort(Job job) {
    return job.isGranted()
        && job.ended().filter(EndCause.RELEASED::equals).isPresent()
        && job.endedAfter() <= SHORT.toMillis()
        && job.request().maxWait().isZero()
        && job.request().lines().stream()
            .allMatch(line -> line.required() && line.type().isSpent());
  }

  private static boolean fits(Course course, List<Job> jobs, int size) {
    Job largest = jobs.getFirst();
    for (Job job : jobs) {
      largest = total(job) > total(largest) ? job : largest;
    }
    for (Limit limit : course.config().limits()) {
      boolean concerned = largest.request().path().isWithin(limit.path());
      long amount = largest.asked(limit.type());
      if (concerned && amount * size > limit.terms().amount() / LIMIT_PARTS) {
        return false;
      }
    }
    return true;
  }

  private static long total(Job job) {
    return job.request().lines().stream().mapToLong(RequestLine::amount).sum();
  }

  /// What belongs together.
  private record Key(Object path, Object priority, List<ResourceType> types) {
    static Key of(Job job) {
      return new Key(
          job.request().path(),
          job.request().priority(),
          job.request().lines().stream().map(RequestLine::type).toList());
    }
  }

  private static List<Job> together(List<Job> all, Crew crew, int size) {
    Map<Key, List<Job>> open = new LinkedHashMap<>();
    List<Job> result = new ArrayList<>();
    for (Job job : all) {
      if (!job.crew().equals(crew) || !isShort(job)) {
        result.add(job);
        continue;
      }
      Key key = Key.of(job);
      List<Job> batch = open.computeIfAbsent(key, _ -> new ArrayList<>());
      boolean over = !batch.isEmpty() && job.at() - batch.getFirst().at() > TOGETHER.toMillis();
      if (over || batch.size() == size) {
        result.add(one(batch));
        batch.clear();
      }
      batch.add(job);
    }
    open.values().stream()
        .filter(batch -> !batch.isEmpty())
        .forEach(batch -> result.add(one(batch)));
    return result;
  }

  private static Job one(List<Job> batch) {
    Job first = batch.getFirst();
    if (batch.size() == 1) {
      return first;
    }
    List<Deed> deeds = new ArrayList<>();
    long end = 0;
    for (Job job : batch) {
      long later = job.at() - first.at();
      job.uses().forEach(use -> deeds.add(use.later(later)));
      end = Math.max(end, later + job.endedAfter());
    }
    Job last = batch.getLast();
    deeds.add(new Deed.Release(end, last.order()));
    List<RequestLine> lines = new ArrayList<>();
    List<Job.Part> parts = new ArrayList<>();
    for (RequestLine line : first.request().lines()) {
      long amount = batch.stream().mapToLong(job -> job.asked(line.type())).sum();
      lines.add(RequestLine.required(line.type(), amount));
      parts.add(
          new Job.Part(
              line.type(), batch.stream().mapToLong(job -> job.granted(line.type())).sum()));
    }
    AllocationRequest request =
        AllocationRequest.of(first.request().path(), lines.toArray(RequestLine[]::new))
            .withPriority(first.request().priority())
            .withLease(first.request().lease().plusMillis(end))
            .withPurpose(first.request().purpose());
    return new Job(
        first.order(),
        first.at(),
        Optional.empty(),
        request,
        parts,
        first.grantedAt(),
        List.of(),
        Optional.empty(),
        first.ended(),
        end,
        List.copyOf(deeds));
  }
}
