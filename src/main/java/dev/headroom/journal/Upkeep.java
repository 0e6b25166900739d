package dev.headroom.journal;

import java.time.Duration;

/// When snapshots are taken, and for how long what they cover is kept nevertheless, so that it can
/// be told again.
///
/// @param commandsMax after how many commands there is to be another snapshot
/// @param bytesMax after how many bytes of segments at the latest
/// @param keptAge how old commands may become that snapshots cover
/// @param keptBytes how many bytes all segments and snapshots may take, as far as newer snapshots
///   cover them
public record Upkeep(long commandsMax, long bytesMax, Duration keptAge, long keptBytes) {
  /// Ten million commands or half a gigabyte, which are recovered in some ten seconds; 30 days, 10
  /// GB.
  public static final Upkeep DEFAULT =
      new Upkeep(10_000_000, 512L << 20, Duration.ofDays(30), 10_000_000_000L);
}
