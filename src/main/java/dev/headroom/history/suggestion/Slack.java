package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import java.util.List;
import java.util.Optional;

/// What of a limit was never used, and will hardly be: in no window, and not less and less either.
///
/// @param peak the most that was ever used in a window
/// @param keep how much it should be left
/// @param windows how many windows tell so
/// @param steady whether use was about the same throughout
record Slack(long peak, long keep, int windows, boolean steady) {
  /// So many windows tell something.
  static final int WINDOWS_LEAST = 5;

  /// How much more than the peak is kept.
  private static final double MARGIN = 1.25;

  /// By how much the peak may grow from the first third to the last.
  private static final double GROWTH_MAX = 1.2;

  /// What can be spared of a limit; empty where nothing can, or where it cannot be known.
  static Optional<Slack> of(Course course, Limit limit) {
    List<Window> windows = course.windows(limit);
    boolean lifetime = limit.type().isSpent() && limit.terms().period().isEmpty();
    if (lifetime || limit.terms().rollover() || windows.size() < WINDOWS_LEAST) {
      return Optional.empty();
    }
    long peak = windows.stream().mapToLong(Window::peak).max().orElse(0);
    long partly =
        course
            .books()
            .watch(limit.path(), limit.key())
            .map(watch ->
                watch.allWindows(course.to()).stream().mapToLong(Window::peak).max().orElse(0))
            .orElse(0L);
    boolean denies = windows.stream().anyMatch(window -> window.denied() > 0);
    int third = windows.size() / 3;
    long first = peak(windows.subList(0, third));
    long last = peak(windows.subList(windows.size() - third, windows.size()));
    boolean grows = last > first * GROWTH_MAX;
    long keep = Rounding.up(limit.type(), Math.max(peak, partly) * MARGIN);
    if (peak == 0 || denies || grows || keep >= limit.terms().amount()) {
      return Optional.empty();
    }
    return Optional.of(new Slack(peak, keep, windows.size(), first <= last * GROWTH_MAX));
  }

  private static long peak(List<Window> windows) {
    return windows.stream().mapToLong(Window::peak).max().orElse(0);
  }
}
