package dev.headroom.history.suggestion;

import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells work that is worth more from work that goes round in circles: those who were denied have
/// used what they got, did not go beyond it, did not ask for more and more, and are not one run
/// alone among several.
final class Usefulness {
  private static final double USED_LEAST = 0.5;
  private static final double OVERRUN_MAX = 0.2;
  private static final double GROWTH_MAX = 1.6;
  private static final double ALONE_MIN = 0.8;
  private static final int RUNS_MANY = 3;

  private Usefulness() {}

  /// Whether what was denied would have been worth it.
  ///
  /// @param denied the jobs that were denied
  /// @param type what they lacked
  static boolean isLikely(Course course, List<Job> denied, ResourceType type) {
    Set<Crew> crews = new HashSet<>();
    denied.forEach(job -> crews.add(job.crew()));
    List<Job> alike =
        crews.stream()
            .flatMap(crew -> course.crews().getOrDefault(crew, List.of()).stream())
            .toList();
    List<Job> over =
        alike.stream().filter(job -> job.isGranted() && job.ended().isPresent()).toList();
    return !over.isEmpty()
        && usesWhatItGets(over, type)
        && !asksForMoreAndMore(alike, type)
        && !isOneAlone(denied, alike);
  }

  private static boolean usesWhatItGets(List<Job> over, ResourceType type) {
    if (type.isHeld()) {
      return true;
    }
    long granted = over.stream().mapToLong(job -> job.granted(type)).sum();
    long used = over.stream().mapToLong(job -> job.used(type)).sum();
    long overran = over.stream().filter(job -> job.used(type) > job.granted(type)).count();
    return used >= granted * USED_LEAST && overran <= over.size() * OVERRUN_MAX;
  }

  private static boolean asksForMoreAndMore(List<Job> alike, ResourceType type) {
    List<Job> inOrder = alike.stream().sorted(Comparator.comparingLong(Job::order)).toList();
    int third = inOrder.size() / 3;
    if (third == 0) {
      return false;
    }
    double first = mean(inOrder.subList(0, third), type);
    double last = mean(inOrder.subList(inOrder.size() - third, inOrder.size()), type);
    return last > first * GROWTH_MAX;
  }

  private static double mean(List<Job> jobs, ResourceType type) {
    return jobs.stream().mapToLong(job -> job.asked(type)).average().orElse(0);
  }

  private static boolean isOneAlone(List<Job> denied, List<Job> alike) {
    Map<ScopePath, Integer> byRun = new HashMap<>();
    denied.forEach(job -> byRun.merge(run(job.request().path()), 1, Integer::sum));
    Set<ScopePath> runs = new HashSet<>();
    alike.forEach(job -> runs.add(run(job.request().path())));
    int most = byRun.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return runs.size() >= RUNS_MANY && most >= denied.size() * ALONE_MIN;
  }

  private static ScopePath run(ScopePath path) {
    return path.kind() == ScopeKind.STEP ? path.parent().orElseThrow() : path;
  }
}
