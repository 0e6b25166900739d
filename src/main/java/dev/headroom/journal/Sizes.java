package dev.headroom.journal;

import java.time.Duration;

/// How a journal grows.
///
/// @param segmentBytes when a segment is full; a larger batch has one of its own
/// @param stepBytes how many bytes are made ready ahead of what is written
/// @param retry how long after a failed write it is tried again
public record Sizes(int segmentBytes, int stepBytes, Duration retry) {
  /// 32 MiB, 4 MiB, half a second.
  public static final Sizes DEFAULT = new Sizes(32 << 20, 4 << 20, Duration.ofMillis(500));
}
