package dev.headroom.journal;

import java.time.Duration;

/// How a journal grows, and shrinks again.
///
/// @param segmentBytes when a segment is full; a larger batch has one of its own
/// @param stepBytes how many bytes are made ready ahead of what is written
/// @param retry how long after a failed write it is tried again
/// @param upkeep when snapshots are taken, and what is kept of what they cover
public record Sizes(int segmentBytes, int stepBytes, Duration retry, Upkeep upkeep) {
  /// 16 MiB, 4 MiB, half a second.
  public static final Sizes DEFAULT =
      new Sizes(16 << 20, 4 << 20, Duration.ofMillis(500), Upkeep.DEFAULT);

  /// With the default upkeep.
  public Sizes(int segmentBytes, int stepBytes, Duration retry) {
    this(segmentBytes, stepBytes, retry, Upkeep.DEFAULT);
  }

  /// The same with another upkeep.
  public Sizes with(Upkeep changed) {
    return new Sizes(segmentBytes, stepBytes, retry, changed);
  }
}
