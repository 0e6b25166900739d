package dev.headroom.history.suggestion;

import java.util.List;

/// Looks for one kind of suggestion.
@FunctionalInterface
interface Adviser {
  /// What it finds; nothing without evidence.
  List<Candidate> look(Course course);
}
