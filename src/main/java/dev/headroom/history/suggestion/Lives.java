package dev.headroom.history.suggestion;

import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What callers do with what they get. Of those who got it in the span it is known; the others are
/// taken to do as one of those who did the same work and got it, each as another one in turn, or
/// where nobody did, to use all of it at once and to give it back. One thread.
public final class Lives {
  private final Map<Crew, List<Job>> byCrew = new HashMap<>();
  private final Map<String, List<Job>> byPurpose = new HashMap<>();
  private final Map<ScopePath, List<Job>> byPlace = new HashMap<>();
  private final Map<Crew, Integer> turns = new HashMap<>();

  /// @param jobs all jobs of a span
  public Lives(List<Job> jobs) {
    for (Job job : jobs) {
      if (job.isGranted() && isTold(job)) {
        Crew crew = job.crew();
        byCrew.computeIfAbsent(crew, _ -> new ArrayList<>()).add(job);
        byPurpose.computeIfAbsent(crew.purpose(), _ -> new ArrayList<>()).add(job);
        byPlace.computeIfAbsent(crew.place(), _ -> new ArrayList<>()).add(job);
      }
    }
  }

  private static boolean isTold(Job job) {
    return job.standing().isEmpty()
        && job.ended()
            .filter(cause -> cause == Event.EndCause.RELEASED || cause == Event.EndCause.EXPIRED)
            .isPresent();
  }

  /// What becomes of a job that is granted now.
  ///
  /// @param lines what it gets
  public List<Deed> of(Job job, List<GrantedLine> lines) {
    if (job.isLiveFromBefore()) {
      return job.deeds();
    }
    if (job.isGranted()) {
      return scaled(job, lines);
    }
    Crew crew = job.crew();
    List<Job> alike =
        byCrew.getOrDefault(
            crew,
            byPurpose.getOrDefault(crew.purpose(), byPlace.getOrDefault(crew.place(), List.of())));
    if (alike.isEmpty()) {
      return atOnce(lines);
    }
    int turn = turns.merge(crew, 1, Integer::sum) - 1;
    return scaled(alike.get(turn % alike.size()), lines);
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
