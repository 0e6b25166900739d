package dev.headroom.journal;

import java.time.Duration;

/// When snapshots are taken, and for how long what they cover is kept nevertheless, so that it can
/// be told again.
///
/// @param commandsMax after how many commands there is to be another snapshot
/// @param bytesMax after how many bytes of segments at the latest
/// @param sharePercent how much the segments since the last snapshot take at least before there is
///   another, in percent of what that one takes; 0 for however little
/// @param keptAge how old commands may become that snapshots cover
/// @param keptBytes how many bytes all segments and snapshots may take, as far as newer snapshots
///   cover them; a quarter of it is for snapshots
public record Upkeep(
    long commandsMax, long bytesMax, int sharePercent, Duration keptAge, long keptBytes) {
  /// Half a million commands or 32 MB, so that any instant is reached within a second or two, but
  /// half of what the state takes, so that very large ones are not written all the time; 30 days,
  /// 10 GB.
  public static final Upkeep DEFAULT =
      new Upkeep(500_000, 32L << 20, 50, Duration.ofDays(30), 10_000_000_000L);

  /// One that takes a snapshot however little there is since the last.
  public Upkeep(long commandsMax, long bytesMax, Duration keptAge, long keptBytes) {
    this(commandsMax, bytesMax, 0, keptAge, keptBytes);
  }

  /// How many bytes snapshots may take, as far as others can stand in for them.
  long snapshotBytes() {
    return keptBytes / 4;
  }
}
