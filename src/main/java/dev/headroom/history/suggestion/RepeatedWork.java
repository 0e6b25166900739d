package dev.headroom.history.suggestion;

import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Work that is done again in the same way: whatever has the same value of one of its labels has
/// consumed the same, and what has another value mostly something else.
final class RepeatedWork implements Adviser {
  private static final int REPEATED_LEAST = 10;
  private static final double REPEATED_SHARE = 0.2;
  private static final int VALUES_LEAST = 3;
  private static final int REPEATED_MANY = 50;

  /// What a piece of work came to.
  private record Trace(String uses) {
    static Trace of(Job job) {
      Map<String, Long> sums = new TreeMap<>();
      for (Deed.Use use : job.uses()) {
        sums.merge(use.type() + " " + use.category(), use.amount(), Long::sum);
      }
      return new Trace(sums.toString());
    }
  }

  /// How often work was repeated, told by one label.
  private record Repeats(String label, int repeated, int distinct, int labelled) {}

  @Override
  public List<Candidate> look(Course course) {
    List<Candidate> found = new ArrayList<>();
    for (Map.Entry<Crew, List<Job>> each : course.ownCrews().entrySet()) {
      List<Job> done = each.getValue().stream().filter(job -> !job.uses().isEmpty()).toList();
      labels(done).stream()
          .flatMap(label -> repeats(done, label).stream())
          .max(Comparator.comparingInt(Repeats::repeated))
          .map(repeats -> candidate(course, each.getKey(), done, repeats))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Set<String> labels(List<Job> jobs) {
    Set<String> names = new TreeSet<>();
    jobs.forEach(job -> names.addAll(job.request().labels().keySet()));
    return names;
  }

  private static Optional<Repeats> repeats(List<Job> jobs, String label) {
    Map<String, List<Trace>> byValue = new TreeMap<>();
    for (Job job : jobs) {
      String value = job.request().labels().get(label);
      if (value != null) {
        byValue.computeIfAbsent(value, _ -> new ArrayList<>()).add(Trace.of(job));
      }
    }
    int labelled = byValue.values().stream().mapToInt(List::size).sum();
    int repeated = labelled - byValue.size();
    boolean alike = byValue.values().stream().allMatch(traces -> Set.copyOf(traces).size() == 1);
    Set<Trace> different = new HashSet<>();
    byValue.values().forEach(traces -> different.add(traces.getFirst()));
    return alike
            && byValue.size() >= VALUES_LEAST
            && different.size() > byValue.size() / 2
            && repeated >= REPEATED_LEAST
            && repeated >= labelled * REPEATED_SHARE
        ? Optional.of(new Repeats(label, repeated, byValue.size(), labelled))
        : Optional.empty();
  }

  private static Candidate candidate(Course course, Crew crew, List<Job> done, Repeats repeats) {
    boolean paid =
        done.stream()
            .flatMap(job -> job.uses().stream())
            .anyMatch(use -> use.charged().compareTo(Money.ZERO) > 0);
    ResourceType type =
        done.stream()
            .flatMap(job -> job.uses().stream())
            .map(Deed.Use::type)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Target target =
        paid
            ? Target.of(Measure.COST, crew.place())
            : Target.of(Measure.CONSUMED, crew.place(), type);
    List<Figure> evidence =
        List.of(
            Figure.of(Measure.REQUESTS, repeats.labelled),
            Figure.of(Measure.DISTINCT, repeats.distinct),
            Figure.of(Measure.REPEATED, repeats.repeated),
            new Figure(target.measure(), course.books().read(target, course.to())));
    return Candidate.ofCallers(
            crew,
            new Remedy.Cache(crew.purpose(), repeats.label),
            evidence,
            target,
            all -> once(all, crew, repeats.label))
        .of(type)
        .with(Degree.MEDIUM, repeats.repeated >= REPEATED_MANY ? Degree.HIGH : Degree.MEDIUM);
  }

  private static List<Job> once(List<Job> all, Crew crew, String label) {
    Set<String> done = new HashSet<>();
    List<Job> left = new ArrayList<>();
    for (Job job : all) {
      String value = job.request().labels().get(label);
      boolean again = value != null && job.crew().equals(crew) && done.contains(value);
      if (!again) {
        left.add(job);
      }
      if (value != null && job.crew().equals(crew) && job.isGranted()) {
        done.add(value);
      }
    }
    return left;
  }
}
