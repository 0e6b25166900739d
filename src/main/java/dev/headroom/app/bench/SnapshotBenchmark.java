package dev.headroom.app.bench;

import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.node.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Callers of an instance with very many scopes while a snapshot of it is taken.
final class SnapshotBenchmark {
  static final int CALLERS = 4;

  private static final int BATCH = 500;
  private static final int RUNS_PER_USER = 100;
  private static final Duration SLICE = Duration.ofMillis(200);
  private static final Upkeep NEVER =
      new Upkeep(Long.MAX_VALUE, Long.MAX_VALUE, Duration.ofDays(1), Long.MAX_VALUE);
  private static final Upkeep AT_ONCE =
      new Upkeep(1, Long.MAX_VALUE, Duration.ofDays(1), Long.MAX_VALUE);

  private SnapshotBenchmark() {}

  /// Measures in an empty folder.
  static SnapshotRun run(Path folder, int scopes) throws IOException, InterruptedException {
    SnapshotRun.Waits without;
    try (LocalFolder local = open(folder, NEVER)) {
      fill(local.node(), scopes);
      var calls = new CallMix(local.instance(), CALLERS);
      calls.run(Duration.ofSeconds(5));
      calls.forget();
      try (Pauses pauses = new Pauses()) {
        calls.run(Duration.ofSeconds(5));
        without = new SnapshotRun.Waits(calls.pace(), pauses.millisMax());
      }
    }
    Taken taken = take(folder);
    long megabytes = Files.size(snapshot(folder).orElseThrow()) / 1_000_000;
    return new SnapshotRun(
        scopes, without, taken.meanwhile, taken.seconds, megabytes, secondsToOpen(folder));
  }

  private record Taken(SnapshotRun.Waits meanwhile, double seconds) {}

  private static Taken take(Path folder) throws IOException, InterruptedException {
    try (LocalFolder local = open(folder, AT_ONCE);
        Pauses pauses = new Pauses()) {
      long begin = System.nanoTime();
      var calls = new CallMix(local.instance(), CALLERS);
      while (snapshot(folder).isEmpty()) {
        calls.run(SLICE);
      }
      var meanwhile = new SnapshotRun.Waits(calls.pace(), pauses.millisMax());
      return new Taken(meanwhile, (System.nanoTime() - begin) / 1e9);
    }
  }

  private static double secondsToOpen(Path folder) throws IOException {
    long begin = System.nanoTime();
    try (LocalFolder _ = open(folder, NEVER)) {
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  private static LocalFolder open(Path folder, Upkeep upkeep) throws IOException {
    return LocalFolder.named(folder, DataFolder.open(folder, upkeep, DataFolder.Progress.UNSEEN));
  }

  private static Optional<Path> snapshot(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".state")).findFirst();
    }
  }

  private static void fill(Node node, int scopes) {
    List<Command.Allocate> requests = new ArrayList<>();
    for (int scope = 0; scope < scopes; scope++) {
      ScopePath path =
          ScopePath.of("/user:u" + scope / RUNS_PER_USER + "/run:r" + scope % RUNS_PER_USER);
      AllocationRequest request =
          AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, 5));
      requests.add(new Command.Allocate(new RequestId("fill-" + scope), request));
      if (requests.size() == BATCH || scope == scopes - 1) {
        var _ =
            node.submit(
                new Command.AllocateBatch(
                    new RequestId("batch-" + scope), false, List.copyOf(requests)));
        requests.clear();
      }
    }
  }
}
