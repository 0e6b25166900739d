package dev.headroom.wire;

import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Severity;
import java.util.EnumSet;
import java.util.Set;

/// Which events someone wants to hear of.
///
/// @param families of these families; none means all
/// @param path of this scope and those below
/// @param severity leaves out alerts that are raised with less; of all other events it says nothing
public record EventFilter(Set<Event.Family> families, ScopePath path, Severity severity) {
  /// Every event.
  public static final EventFilter ALL = new EventFilter(Set.of(), ScopePath.ROOT, Severity.INFO);

  /// Keeps a copy.
  public EventFilter {
    families = families.isEmpty() ? EnumSet.allOf(Event.Family.class) : EnumSet.copyOf(families);
  }

  /// Whether an event is wanted.
  public boolean passes(Event event) {
    Event.Body body = event.body();
    return families.contains(body.family())
        && body.concerns(path)
        && !(body instanceof Event.AlertRaised alert && alert.severity().compareTo(severity) < 0);
  }
}
