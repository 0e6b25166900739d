package dev.headroom.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which snapshots and segments are kept (rule D3: none goes that is still needed). A snapshot is
/// kept as long as the segments up to the next one, and goes with them: what came of commands can
/// be told only where the state before them is known. They go once the older of the two newest
/// snapshots covers them and they are too old, or everything together is too large.
///
/// Where snapshots take more than their part, some between others go by themselves: what they cover
/// can still be told, but from an older one on. Each time it is the one that leaves the smallest
/// gap, and the oldest of those, so that snapshots lie close in the newer part of time and far
/// apart in the older.
final class Retention {
  /// How many snapshots are kept in any case: if one cannot be read, the other can.
  private static final int KEPT = 2;

  private final Disk disk;
  private final Upkeep upkeep;

  Retention(Disk disk, Upkeep upkeep) {
    this.disk = disk;
    this.upkeep = upkeep;
  }

  /// Removes what need not be kept, the oldest first, each for good before the next: what is left
  /// is without a gap whenever this ends.
  void removeOld(Instant now) throws IOException {
    thin();
    List<Snapshot> snapshots = Snapshots.on(disk).whole().reversed();
    Optional<Snapshot> before = Optional.empty();
    for (Snapshot next : snapshots.subList(0, Math.max(0, snapshots.size() - KEPT + 1))) {
      List<String> files = between(before, next);
      if (!files.isEmpty() && !isTooLarge() && !isOld(next, now)) {
        return;
      }
      disk.sync(); // First of all the newer snapshots must be there for good.
      for (String file : files) {
        disk.delete(file);
        disk.sync();
      }
      before = Optional.of(next);
    }
  }

  private void thin() throws IOException {
    List<Snapshot> snapshots = new ArrayList<>(Snapshots.on(disk).whole().reversed());
    long bytes = size(snapshots);
    while (snapshots.size() > KEPT + 1 && bytes > upkeep.snapshotBytes()) {
      Snapshot spared = snapshots.remove(leastMissed(snapshots));
      bytes -= size(List.of(spared));
      disk.delete(spared.file());
    }
  }

  /// Which of those between the oldest and the newest ones leaves the smallest gap.
  private static int leastMissed(List<Snapshot> snapshots) {
    int least = 1;
    for (int at = 2; at < snapshots.size() - KEPT; at++) {
      least = gap(snapshots, at) < gap(snapshots, least) ? at : least;
    }
    return least;
  }

  private static long gap(List<Snapshot> snapshots, int at) {
    return snapshots.get(at + 1).covered() - snapshots.get(at - 1).covered();
  }

  private long size(List<Snapshot> snapshots) throws IOException {
    return Segments.size(disk, snapshots.stream().map(Snapshot::file).toList());
  }

  /// The oldest snapshot, and the segments up to the next one.
  private List<String> between(Optional<Snapshot> before, Snapshot next) throws IOException {
    List<String> segments = Segments.in(disk);
    List<String> files = new ArrayList<>();
    before.ifPresent(snapshot -> files.add(snapshot.file()));
    files.addAll(segments.subList(0, segments.indexOf(Segments.after(disk, next).getFirst())));
    return files;
  }

  private boolean isTooLarge() throws IOException {
    long bytes = Segments.size(disk, Segments.in(disk)) + size(Snapshots.on(disk).whole());
    return bytes > upkeep.keptBytes();
  }

  /// Whether all before a snapshot is too old: it is as old as the first command after it.
  private boolean isOld(Snapshot snapshot, Instant now) throws IOException {
    return JournalFiles.firstInstant(disk, Optional.of(snapshot))
        .map(begun -> begun.isBefore(now.minus(upkeep.keptAge())))
        .orElse(false);
  }
}
