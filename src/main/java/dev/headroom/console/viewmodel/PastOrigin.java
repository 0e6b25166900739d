package dev.headroom.console.viewmodel;

import dev.headroom.client.PastReach;

/// Where the past that is looked at comes from.
public enum PastOrigin {
  /// The instance, which goes on here.
  AT_HAND,
  /// A part that was fetched, and there may be more.
  FETCHED,
  /// A recording: there is no present to come back to.
  RECORDED;

  static PastOrigin of(PastReach reach, boolean recorded) {
    if (recorded) {
      return RECORDED;
    }
    return reach.isFetched() ? FETCHED : AT_HAND;
  }
}
