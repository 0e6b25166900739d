package dev.headroom.client;

import dev.headroom.model.Event;
import java.util.List;

/// Receives events. Called by one thread at a time, never by the caller of a command.
public interface EventSubscriber {
  /// The next events, in order and without a gap; never empty.
  void onEvents(List<Event> events);

  /// The subscriber was too slow, or too far behind, and events it has not seen are no longer kept.
  /// No more come; subscribe again from `oldestKept − 1`, knowing that something was missed.
  ///
  /// @param oldestKept the first number that can still be had
  void onGap(long oldestKept);
}
