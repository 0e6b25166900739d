package dev.headroom.model.replay;

import dev.headroom.model.Change;
import dev.headroom.model.InvalidValueException;
import java.time.Instant;
import java.util.List;

/// Asks what a change set would have done to a span that is over, had it held from its beginning
/// on.
///
/// What the change set names (the limits of a scope, a pool, the settings) stays as it says for the
/// whole span: changes of the same that were made within the span are overruled. All other changes
/// are made as they were made then. On which versions the change set is based does not matter.
///
/// @param from where the span begins: the state is that of all that was decided by then
/// @param to the last instant of the span
/// @param changes what would have been different; none to see that history repeats itself
public record ReplayQuery(Instant from, Instant to, List<Change> changes) {
  /// @throws InvalidValueException where the span is empty
  public ReplayQuery {
    changes = List.copyOf(changes);
    if (!from.isBefore(to)) {
      throw new InvalidValueException("a span begins before it ends, not %s to %s", from, to);
    }
  }
}
