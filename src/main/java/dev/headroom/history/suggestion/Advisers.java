package dev.headroom.history.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// All who look for what could be better.
public final class Advisers {
  /// So many candidates of one kind are replayed at most.
  private static final int EACH_MAX = 6;

  /// And so many that about this many requests are replayed in all, at least one of each kind.
  private static final long REPLAYED_MAX = 3_000_000;

  private static final List<Adviser> ALL =
      List.of(
          new UnevenSiblings(),
          new DenyingLimits(),
          new PoolStrategies(),
          new MovableWork(),
          new RepeatedWork(),
          new CheaperCategories(),
          new CheaperTypes(),
          new LongLeases(),
          new UnusedAllowances(),
          new SmallRequests());

  private Advisers() {}

  /// What they find, to be replayed.
  public static List<Candidate> look(Course course) {
    List<Candidate> found = new ArrayList<>();
    long requests = Math.max(1, course.demand().jobs().size());
    long each = Math.clamp(REPLAYED_MAX / requests / ALL.size(), 1, EACH_MAX);
    for (Adviser adviser : ALL) {
      found.addAll(
          adviser.look(course).stream()
              .sorted(Comparator.comparingDouble(Candidate::weight).reversed())
              .limit(each)
              .toList());
    }
    return found;
  }
}
