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
/// @param manners how it asks
/// @param portions what it takes
/// @param later what it takes hold of besides when half of it is done
record Task(
    String purpose,
    String category,
    long leastMillis,
    long mostMillis,
    Manners manners,
    List<Portion> portions,
    List<Portion> later) {

  /// A task of NORMAL priority that does not wait and takes nothing yet.
  static Task of(String purpose, String category, Duration least, Duration most) {
    return new Task(
        purpose, category, least.toMillis(), most.toMillis(), Manners.PLAIN, List.of(), List.of());
  }

  /// The same, taking an amount of one more type.
  Task taking(ResourceType type, long least, long most) {
    List<Portion> more = new ArrayList<>(portions);
    more.add(new Portion(type, least, most));
    return new Task(purpose, category, leastMillis, mostMillis, manners, more, later);
  }

  /// The same, reaching for an amount of one more held type when half of it is done, without
  /// letting go of what it has.
  Task thenTaking(ResourceType type, long least, long most) {
    List<Portion> more = new ArrayList<>(later);
    more.add(new Portion(type, least, most));
    return new Task(purpose, category, leastMillis, mostMillis, manners, portions, more);
  }

  /// The same at another priority.
  Task at(Priority other) {
    return with(manners.at(other));
  }

  /// The same, ready to wait.
  Task waiting(Duration longest) {
    return with(manners.waiting(longest));
  }

  /// The same, waiting to begin anew when what it has is taken from it.
  Task beginningAnew() {
    return with(manners.beginningAnew());
  }

  /// The same, content with part of what it takes.
  Task contentWith(int percent) {
    return with(manners.contentWith(percent));
  }

  /// The same, letting itself be shrunk to part of what it takes.
  Task shrinkingTo(int percent) {
    return with(manners.shrinkingTo(percent));
  }

  double meanSeconds() {
    return (leastMillis + mostMillis) / 2000.0;
  }

  private Task with(Manners others) {
    return new Task(purpose, category, leastMillis, mostMillis, others, portions, later);
  }
}
