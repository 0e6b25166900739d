package dev.headroom.app.bench;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Snapshot;
import dev.headroom.journal.Snapshots;
import dev.headroom.journal.Upkeep;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import dev.headroom.node.Past;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Fills the journal of an instance, with snapshots as they are usual, and looks at how it was at
/// instants drawn by lot.
final class PastBenchmark {
  private static final int CALLERS = 256;
  private static final int INSTANTS = 10;
  private static final Duration PORTION = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final double NANOS_PER_SECOND = 1e9;

  private PastBenchmark() {}

  /// Measures in an empty folder.
  ///
  /// @param commands how many there are at least
  /// @param scopes about how many there are
  static PastRun run(Path folder, long commands, int scopes)
      throws IOException, InterruptedException {
    fill(folder, commands, scopes);
    try (Node node = DataFolder.open(folder, DataFolder.Progress.UNSEEN).node()) {
      Looks looks = look(node);
      return new PastRun(
          commands,
          scopes,
          bytes(folder, ".log") / 1_000_000,
          count(folder),
          bytes(folder, ".state") / 1_000_000,
          looks.seconds.get(INSTANTS / 2),
          looks.seconds.getLast(),
          looks.workMax);
    }
  }

  private static void fill(Path folder, long commands, int scopes)
      throws IOException, InterruptedException {
    Disk disk = new UnsyncedDisk(FolderDisk.take(folder));
    try (Node node = DataFolder.open(disk, DataFolder.Progress.UNSEEN).node();
        var instance = new EmbeddedInstance("bench", InstanceInfo.Kind.LOCAL, node)) {
      BenchTree.build(scopes, node);
      var calls = new CallMix(instance, CALLERS);
      while (calls.count() < commands) {
        calls.run(PORTION);
        while (isBehind(disk)) {
          LockSupport.parkNanos(disk, PATIENCE.toNanos());
        }
      }
    }
  }

  /// Snapshots are taken aside, and nobody calls as fast as this does.
  private static boolean isBehind(Disk disk) throws IOException {
    Optional<Snapshot> newest = Snapshots.on(disk).whole().stream().findFirst();
    long most = Upkeep.DEFAULT.bytesMax() + Sizes.DEFAULT.segmentBytes();
    return JournalFiles.bytesAfter(disk, newest) > most;
  }

  /// How long looks took, in seconds.
  ///
  /// @param seconds each of them, the fastest first
  /// @param workMax how long the longest had a processor
  private record Looks(List<Double> seconds, double workMax) {}

  private static Looks look(Node node) throws IOException {
    Past past = node.past();
    Instant begin = past.begins().orElseThrow();
    long millis = Duration.between(begin, node.inspect((_, now) -> now)).toMillis();
    var random = new SplittableRandom(1);
    List<Double> seconds = new ArrayList<>();
    double workMax = 0;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int at = 0; at < INSTANTS; at++) {
      Instant instant = begin.plusMillis(random.nextLong(millis));
      long worked = threads.getCurrentThreadCpuTime();
      long began = System.nanoTime();
      past.frozenAt(instant, () -> false).orElseThrow().close();
      seconds.add((System.nanoTime() - began) / NANOS_PER_SECOND);
      worked = threads.getCurrentThreadCpuTime() - worked;
      workMax = Math.max(workMax, worked / NANOS_PER_SECOND);
    }
    return new Looks(seconds.stream().sorted().toList(), workMax);
  }

  private static List<Path> files(Path folder, String kind) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(kind)).toList();
    }
  }

  private static long bytes(Path folder, String kind) throws IOException {
    long bytes = 0;
    for (Path file : files(folder, kind)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static int count(Path folder) throws IOException {
    return files(folder, ".state").size();
  }
}
