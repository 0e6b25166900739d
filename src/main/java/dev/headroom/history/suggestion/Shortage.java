package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What useful work lacked at a limit.
///
/// @param windows how many windows there were
/// @param denying in how many of them something was denied
/// @param denied how many requests were
/// @param wanted the most that was wanted in a window
/// @param longestSpike how long denials went on in a window at most, in milliseconds
record Shortage(int windows, int denying, long denied, long wanted, long longestSpike) {
  private static final int DENIED_LEAST = 5;
  private static final int DENYING_LEAST = 2;

  /// Denials in fewer windows than one in so many are spikes.
  private static final int SPIKES_ONE_IN = 4;

  private static final Duration SPIKE_MAX = Duration.ofMinutes(15);

  /// What was lacking at a limit; empty where nothing was, or nothing that is worth it.
  static Optional<Shortage> of(Course course, Limit limit) {
    List<Window> windows = course.windows(limit);
    List<Window> denying = windows.stream().filter(window -> window.denied() > 0).toList();
    List<Job> denied = course.deniedBy(limit);
    long count = denying.stream().mapToLong(Window::denied).sum();
    if (count < DENIED_LEAST
        || denying.size() < DENYING_LEAST
        || windows.size() < Slack.WINDOWS_LEAST
        || !Usefulness.isLikely(course, denied, limit.type())) {
      return Optional.empty();
    }
    return Optional.of(
        new Shortage(
            windows.size(),
            denying.size(),
            count,
            wanted(course, limit, denying),
            denying.stream().mapToLong(Window::spike).max().orElse(0)));
  }

  /// Of what is spent, what was used and denied in a window; of what is held, what those who were
  /// denied would have held together, for as long as the same work took elsewhere.
  private static long wanted(Course course, Limit limit, List<Window> denying) {
    if (limit.type().isSpent()) {
      return denying.stream().mapToLong(Window::wanted).max().orElse(0);
    }
    List<Job> denied =
        course.deniedBy(limit).stream().sorted(Comparator.comparingLong(Job::at)).toList();
    long life = life(course, denied);
    long most = 0;
    long together = 0;
    int first = 0;
    for (Job job : denied) {
      together += job.asked(limit.type());
      while (denied.get(first).at() + life <= job.at()) {
        together -= denied.get(first).asked(limit.type());
        first++;
      }
      most = Math.max(most, together);
    }
    return limit.terms().amount() + most;
  }

  /// How long the same work takes where it is granted, in milliseconds.
  private static long life(Course course, List<Job> denied) {
    Set<Crew> crews = denied.stream().map(Job::crew).collect(Collectors.toSet());
    return Math.round(
        crews.stream()
            .flatMap(crew -> course.crews().getOrDefault(crew, List.of()).stream())
            .filter(job -> job.isGranted() && job.ended().isPresent())
            .mapToLong(Job::endedAfter)
            .average()
            .orElse(0));
  }

  /// Whether it comes only at times and passes soon.
  boolean isSpiky() {
    return denying * SPIKES_ONE_IN <= windows && longestSpike <= SPIKE_MAX.toMillis();
  }
}
