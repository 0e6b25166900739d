package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
            denying.stream().mapToLong(Window::wanted).max().orElse(0),
            denying.stream().mapToLong(Window::spike).max().orElse(0)));
  }

  /// Whether it comes only at times and passes soon.
  boolean isSpiky() {
    return denying * SPIKES_ONE_IN <= windows && longestSpike <= SPIKE_MAX.toMillis();
  }
}
