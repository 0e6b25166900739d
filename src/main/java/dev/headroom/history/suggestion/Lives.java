package dev.headroom.history.suggestion;

import dev.headroom.model.EndCause;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What callers do with what they get. Of those who got it in the span it is known; the others,
/// those who get an alternative among them that they did not get then, are taken to do as one of
/// those who did the same work and got the same types, each as another one in turn, or where nobody
/// did, to use all of it at once and to give it back. One thread.
public final class Lives {
  private final Map<Alike, List<Job>> known = new HashMap<>();
  private final Map<Alike, List<Job>> knownBefore = new HashMap<>();
  private final Map<Crew, Integer> turns = new HashMap<>();

  /// Those of whom one stands for another.
  ///
  /// @param who a crew, a purpose or a place
  /// @param types what they got, a bit for each; 0 for whatever that was
  private record Alike(Object who, int types) {}

  /// @param jobs all jobs of a span
  /// @param before the same before anything was changed about them
  public Lives(List<Job> jobs, List<Job> before) {
    note(jobs, known);
    note(before, knownBefore);
  }

  private static void note(List<Job> jobs, Map<Alike, List<Job>> lives) {
    for (Job job : jobs) {
      if (job.isGranted() && isTold(job)) {
        for (Object who : names(job.crew())) {
          lives.computeIfAbsent(new Alike(who, types(job)), _ -> new ArrayList<>()).add(job);
          lives.computeIfAbsent(new Alike(who, 0), _ -> new ArrayList<>()).add(job);
        }
      }
    }
  }

  /// Those who are most like it first.
  private static List<Object> names(Crew crew) {
    return List.of(crew, crew.purpose(), crew.place());
  }

  private static boolean isTold(Job job) {
    return job.standing().isEmpty()
        && job.ended()
            .filter(cause -> cause == EndCause.RELEASED || cause == EndCause.EXPIRED)
            .isPresent();
  }

  private static int types(Job job) {
    return job.granted().stream().mapToInt(part -> bit(part.type())).reduce(0, (a, b) -> a | b);
  }

  private static int bit(ResourceType type) {
    return 1 << type.ordinal();
  }

  /// What becomes of a job that is granted now.
  ///
  /// @param lines what it gets
  public List<Deed> of(Job job, List<GrantedLine> lines) {
    if (job.isLiveFromBefore()) {
      return job.deeds();
    }
    int types = lines.stream().mapToInt(line -> bit(line.type())).reduce(0, (a, b) -> a | b);
    if (job.isGranted() && types(job) == types) {
      return scaled(job, lines);
    }
    Crew crew = job.crew();
    List<Job> alike =
        alike(known, crew, types)
            .orElseGet(() ->
                alike(knownBefore, crew, types)
                    .orElseGet(() ->
                        job.isGranted() ? List.of(job) : alike(known, crew, 0).orElse(List.of())));
    if (alike.isEmpty()) {
      return atOnce(lines);
    }
    int turn = turns.merge(crew, 1, Integer::sum) - 1;
    return scaled(alike.get(turn % alike.size()), lines);
  }

  private static Optional<List<Job>> alike(Map<Alike, List<Job>> lives, Crew crew, int types) {
    return names(crew).stream()
        .flatMap(who -> Optional.ofNullable(lives.get(new Alike(who, types))).stream())
        .findFirst();
  }

  private static List<Deed> scaled(Job like, List<GrantedLine> lines) {
    return like.deeds().stream()
        .map(deed ->
            deed instanceof Deed.Use use
                ? use.scaled(granted(lines, use.type()), like.granted(use.type()))
                : deed)
        .toList();
  }

  private static long granted(List<GrantedLine> lines, ResourceType type) {
    return lines.stream().filter(line -> line.type() == type).mapToLong(GrantedLine::granted).sum();
  }

  private static List<Deed> atOnce(List<GrantedLine> lines) {
    List<Deed> deeds = new ArrayList<>();
    for (GrantedLine line : lines) {
      deeds.add(
          new Deed.Use(
              0, 0, line.type(), line.granted(), Optional.empty(), Money.ZERO, "", Map.of()));
    }
    deeds.add(new Deed.Release(0, 1));
    return deeds;
  }
}
