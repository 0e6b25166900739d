package dev.headroom.node.replay;

import java.util.Comparator;

/// What history heard, and is to be said in the other world too.
///
/// @param millis when it is to be said there
record Saying(long millis, Heard heard) {
  /// As they are said.
  static final Comparator<Saying> ORDER =
      Comparator.comparingLong(Saying::millis).thenComparingLong(saying -> saying.heard().number());
}
