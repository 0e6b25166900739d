package dev.headroom.app.bench;

import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.history.History;
import dev.headroom.journal.Disk;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.Sizes;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.SplittableRandom;

/// Callers that allocate, track and release on an engine that keeps a journal, each waiting for
/// every answer. In turns with it, the same writes and syncs with nothing else; and after that,
/// since a history is kept up to date beside the calls and for a while after them, in turns the
/// same calls on an instance that keeps one and on one that does not.
public final class DurableBenchmark {
  /// How many ask at a time.
  public static final int CALLERS = 64;

  private static final int ROUNDS = 5;
  private static final String NAME = "bench";
  private static final int ZEROS = 1 << 20;

  private DurableBenchmark() {}

  /// Measures in an empty folder for about `seconds`, after a third of that to warm up.
  public static DurableRun run(Path folder, int seconds) throws IOException, InterruptedException {
    return new DurableBenchmark().measure(folder, seconds);
  }

  private DurableRun measure(Path folder, int seconds) throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Duration round = Duration.ofSeconds(seconds).dividedBy(4 * ROUNDS);
    SyncCountingDisk disk = new SyncCountingDisk(FolderDisk.take(data));
    RawFile raw = new RawFile(folder.resolve("raw"));
    Counted counted = new Counted();
    Counted remembering = new Counted();
    Counted forgetting = new Counted();
    try (raw;
        Node node = open(disk);
        var instance = new EmbeddedInstance(NAME, InstanceInfo.Kind.LOCAL, node)) {
      var calls = new CallMix(instance, CALLERS);
      calls.run(Duration.ofSeconds(seconds).dividedBy(3));
      disk.take();
      for (int at = 0; at < ROUNDS; at++) {
        counted.run(calls, round);
        raw.write(disk.take());
      }
      try (Node other = open(FolderDisk.take(folder.resolve("remembering")));
          var remembered = new EmbeddedInstance(NAME, InstanceInfo.Kind.LOCAL, other)) {
        remembered.remember(() -> History.open(folder.resolve(History.FILE)));
        var rememberedCalls = new CallMix(remembered, CALLERS);
        rememberedCalls.run(round);
        for (int at = 0; at < ROUNDS; at++) {
          forgetting.run(calls, round);
          remembering.run(rememberedCalls, round);
        }
      }
    }
    return new DurableRun(
        CALLERS,
        counted.perSecond(),
        (double) counted.commands / raw.syncs,
        (double) raw.end / counted.commands,
        perSecond(counted.commands, raw.nanos),
        (double) raw.nanos / counted.nanos,
        remembering.perSecond(),
        (double) remembering.perSecond() / forgetting.perSecond(),
        recover(data));
  }

  /// How many commands there were in how much time.
  private static final class Counted {
    private long commands;
    private long nanos;

    private void run(CallMix calls, Duration round) throws InterruptedException {
      long before = calls.count();
      long began = System.nanoTime();
      calls.run(round);
      nanos += System.nanoTime() - began;
      commands += calls.count() - before;
    }

    private long perSecond() {
      return DurableBenchmark.perSecond(commands, nanos);
    }
  }

  private static Node open(Disk disk) throws IOException {
    return DataFolder.open(disk, DataFolder.Progress.UNSEEN).node();
  }

  private static long recover(Path data) throws IOException {
    long start = System.nanoTime();
    DataFolder.Recovered recovered = DataFolder.open(data, DataFolder.Progress.UNSEEN);
    long nanos = System.nanoTime() - start;
    recovered.node().close();
    return perSecond(recovered.applied(), nanos);
  }

  private static long perSecond(long count, long nanos) {
    return Math.round(count * 1e9 / Math.max(1, nanos));
  }

  /// A file that is only written and synced, in the same way as a journal's.
  private static final class RawFile implements AutoCloseable {
    private final FileChannel channel;
    private long end;
    private long ready;
    private long nanos;
    private long syncs;

    private RawFile(Path path) throws IOException {
      channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /// Writes and syncs batches of these lengths.
    private void write(int[] lengths) throws IOException {
      byte[] content = new byte[ZEROS];
      new SplittableRandom(1).nextBytes(content);
      long start = System.nanoTime();
      for (int length : lengths) {
        if (end + length > ready) {
          for (int step = 0; step < Sizes.DEFAULT.stepBytes() / ZEROS; step++) {
            channel.write(ByteBuffer.allocate(ZEROS), ready);
            ready += ZEROS;
          }
        }
        channel.write(ByteBuffer.wrap(content, 0, Math.min(length, ZEROS)), end);
        channel.force(false);
        end += length;
      }
      nanos += System.nanoTime() - start;
      syncs += lengths.length;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
