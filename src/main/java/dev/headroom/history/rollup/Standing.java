package dev.headroom.history.rollup;

/// How a type stands at a place after the last event.
final class Standing {
  final long place;
  final int type;
  long reserved;
  long inUse;
  long sampled;
  boolean listed;

  Standing(long place, int type) {
    this.place = place;
    this.type = type;
  }
}
