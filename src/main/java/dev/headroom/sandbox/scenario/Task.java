package dev.headroom.sandbox.scenario;

import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A kind of work that comes again and again: it reserves what it may need, takes a while, uses
/// most of it and gives back the rest.
///
/// @param purpose what its requests say they are for
/// @param category what its usage is accounted under
/// @param leastMillis how long it takes at least
/// @param mostMillis how long it takes at most
/// @param priority how urgent it is
/// @param patience how long it waits for what is not there; zero for not at all
/// @param portions what it takes
record Task(
    String purpose,
    String category,
    long leastMillis,
    long mostMillis,
    Priority priority,
    Duration patience,
    List<Portion> portions) {

  /// A task of NORMAL priority that does not wait and takes nothing yet.
  static Task of(String purpose, String category, Duration least, Duration most) {
    return new Task(
        purpose,
        category,
        least.toMillis(),
        most.toMillis(),
        Priority.NORMAL,
        Duration.ZERO,
        List.of());
  }

  /// The same, taking an amount of one more type.
  Task taking(ResourceType type, long least, long most) {
    List<Portion> more = new ArrayList<>(portions);
    more.add(new Portion(type, least, most));
    return new Task(purpose, category, leastMillis, mostMillis, priority, patience, more);
  }

  /// The same at another priority.
  Task at(Priority other) {
    return new Task(purpose, category, leastMillis, mostMillis, other, patience, portions);
  }

  /// The same, ready to wait.
  Task waiting(Duration longest) {
    return new Task(purpose, category, leastMillis, mostMillis, priority, longest, portions);
  }

  double meanSeconds() {
    return (leastMillis + mostMillis) / 2000.0;
  }
}
