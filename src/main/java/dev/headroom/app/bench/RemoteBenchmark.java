package dev.headroom.app.bench;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.Subscription;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.RemoteInstance;
import dev.headroom.client.remote.ServerAddress;
import dev.headroom.model.Event;
import dev.headroom.node.DataFolder;
import dev.headroom.node.MachineClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Callers of a server, while a client follows all events; in turns with the same calls on an
/// instance in this process. What they do stays in the server's history.
final class RemoteBenchmark {
  private static final int CALLERS = 64;
  private static final int ROUNDS = 4;
  private static final int CATCH_UP_SECONDS = 60;

  private RemoteBenchmark() {}

  /// Measures for about `seconds` each.
  ///
  /// @param folder an empty one, for the instance in this process
  static RemoteRun run(ServerAddress server, Path folder, int seconds)
      throws IOException, InterruptedException {
    try (Instance remote = RemoteInstance.open(server, Pace.DEFAULT, MachineClock.source());
        LocalFolder local = LocalFolder.open(folder, DataFolder.Progress.UNSEEN)) {
      long before = remote.info().sequence();
      var follower = new Follower(before);
      try (Subscription _ = remote.events(before, follower)) {
        var far = new CallMix(remote, CALLERS);
        var near = new CallMix(local.instance(), CALLERS);
        Duration round = Duration.ofMillis(seconds * 1_000L / ROUNDS);
        far.run(round.dividedBy(2));
        near.run(round.dividedBy(2));
        far.forget();
        near.forget();
        for (int turn = 0; turn < ROUNDS; turn++) {
          far.run(round);
          near.run(round);
        }
        long missing = follower.await(remote);
        return new RemoteRun(
            CALLERS,
            far.pace(),
            near.pace(),
            (double) far.pace().callsPerSecond() / Math.max(1, near.pace().callsPerSecond()),
            far.undecided() + near.undecided(),
            follower.heard,
            missing + follower.skipped,
            follower.again);
      }
    }
  }

  /// Counts what it hears, and looks whether that is all.
  private static final class Follower implements EventSubscriber {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile long last;
    private volatile long heard;
    private volatile long skipped;
    private volatile long again;
    private volatile long until = Long.MAX_VALUE;

    private Follower(long after) {
      last = after;
    }

    @Override
    public synchronized void onEvents(List<Event> events) {
      for (Event event : events) {
        heard++;
        if (event.sequence() <= last) {
          again++;
        } else {
          skipped += event.sequence() - last - 1;
          last = event.sequence();
        }
      }
      endIfThere();
    }

    @Override
    public synchronized void onGap(long oldestKept) {
      ended.countDown();
    }

    private synchronized void endIfThere() {
      if (last >= until) {
        ended.countDown();
      }
    }

    /// Waits for what has happened by now.
    ///
    /// @return how many have still not come
    private long await(Instance instance) throws InterruptedException {
      until = instance.info().sequence();
      endIfThere();
      boolean there = ended.await(CATCH_UP_SECONDS, TimeUnit.SECONDS);
      return there && last >= until ? 0 : until - last;
    }
  }
}
