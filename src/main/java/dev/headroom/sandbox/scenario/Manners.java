package dev.headroom.sandbox.scenario;

import dev.headroom.model.Priority;
import java.time.Duration;

/// How a kind of task asks for what it takes.
///
/// @param priority how urgent it is
/// @param patience how long it waits for what is not there; zero for not at all
/// @param requeue whether it begins anew when what it has is taken from it
/// @param negotiable whether it lets itself be shrunk for others, down to the least it can do with
/// @param leastPercent how much of what it takes it can do with
record Manners(
    Priority priority, Duration patience, boolean requeue, boolean negotiable, int leastPercent) {
  static final Manners PLAIN = new Manners(Priority.NORMAL, Duration.ZERO, false, false, 100);

  Manners at(Priority other) {
    return new Manners(other, patience, requeue, negotiable, leastPercent);
  }

  Manners waiting(Duration longest) {
    return new Manners(priority, longest, requeue, negotiable, leastPercent);
  }

  Manners beginningAnew() {
    return new Manners(priority, patience, true, negotiable, leastPercent);
  }

  Manners contentWith(int percent) {
    return new Manners(priority, patience, requeue, negotiable, percent);
  }

  Manners shrinkingTo(int percent) {
    return new Manners(priority, patience, requeue, true, percent);
  }

  /// The least of an amount that it can do with.
  long leastOf(long amount) {
    return Math.max(1, amount * leastPercent / 100);
  }
}
