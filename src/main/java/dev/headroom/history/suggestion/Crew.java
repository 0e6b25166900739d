package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;

/// Those who do the same work at the same place: what was true of one is taken to be true of the
/// next.
///
/// @param place the scope, a run and its steps left out
/// @param purpose what for, in the callers' words; may be empty
public record Crew(ScopePath place, String purpose) implements Comparable<Crew> {
  /// Whose request this is.
  public static Crew of(AllocationRequest request) {
    return new Crew(placeOf(request.path()), request.purpose());
  }

  /// A scope without runs and steps.
  static ScopePath placeOf(ScopePath path) {
    ScopePath place = path;
    while (place.kind() == ScopeKind.STEP || place.kind() == ScopeKind.RUN) {
      place = place.parent().orElseThrow();
    }
    return place;
  }

  @Override
  public int compareTo(Crew other) {
    int byPlace = place.compareTo(other.place);
    return byPlace != 0 ? byPlace : purpose.compareTo(other.purpose);
  }
}
