package dev.headroom.sandbox.copy;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What was asked of an instance within a span, so that it can be asked again.
///
/// @param span how long that took, and after how long it is asked again
/// @param wishes in the order in which they come
/// @param usual how long what is granted is held where nothing tells
/// @param held what was granted within the span and is held at its end, for a while
/// @param queued what waits at its end
record Demand(
    Duration span,
    List<Wish> wishes,
    Duration usual,
    Map<AllocationId, Held> held,
    Map<AllocationId, Asked> queued) {

  /// Something that is held at the end of the span.
  ///
  /// @param afterMillis how long after that it is let go of
  /// @param asked what was asked for it
  record Held(long afterMillis, Asked asked) {}

  /// Something that somebody wished, once in the span.
  sealed interface Wish {
    /// When, in milliseconds after the beginning of the span.
    long atMillis();
  }

  /// To have something.
  ///
  /// @param follows what was done with it when it was granted; nothing where it was not, or is
  ///   still held
  record Asked(long atMillis, AllocationRequest request, List<Follow> follows) implements Wish {}

  /// What was done with something that was granted.
  ///
  /// @param afterMillis how long after the grant
  record Follow(long afterMillis, Act act) {}

  /// To do something with what was held before the span and after it.
  record Kept(long atMillis, AllocationId allocation, Act act) implements Wish {}

  /// To close a scope.
  record Closed(long atMillis, ScopePath path) implements Wish {
    Command command(RequestId id) {
      return new Command.CloseScope(id, path);
    }
  }
}
