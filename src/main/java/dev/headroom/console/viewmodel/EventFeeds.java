package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;

/// The lists of what happened at an instance. For the UI thread only.
///
/// @param all everything
/// @param decisions how waits ended
/// @param changes who has changed limits, pools and settings
record EventFeeds(EventFeed all, EventFeed decisions, EventFeed changes) implements AutoCloseable {
  static EventFeeds of(Instance instance, Calls calls) {
    return new EventFeeds(
        EventFeed.ofAll(instance, calls),
        EventFeed.ofDecisions(instance, calls),
        EventFeed.ofChanges(instance, calls));
  }

  /// Lists what happened up to another instant.
  void turnTo(Instance other) {
    all.turnTo(other);
    decisions.turnTo(other);
    changes.turnTo(other);
  }

  @Override
  public void close() {
    all.close();
    decisions.close();
    changes.close();
  }
}
