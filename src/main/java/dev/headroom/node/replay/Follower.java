package dev.headroom.node.replay;

import dev.headroom.model.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Has the other world live through what history has told, in a thread of its own and so in half
/// the time. Each command is followed exactly as if nothing of what comes after it had been told
/// yet: how far history is ahead changes nothing.
///
/// One thread tells; once it is over, what came of it is that thread's.
final class Follower implements AutoCloseable {
  /// How far history is followed behind at most.
  private static final Duration AHEAD = Duration.ofMinutes(10);

  /// How many commands it is behind at most.
  private static final int AHEAD_MAX = 100_000;

  /// Commands change threads so many at a time.
  private static final int PORTION = 512;

  /// So many portions wait at most; then history does.
  private static final int PORTIONS_MAX = 32;

  private final Demands demands;
  private final OtherWorld other;
  private final CompletableFuture<Void> following;

  /// Guards all below.
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition change = lock.newCondition();
  private final ArrayDeque<List<Told>> portions = new ArrayDeque<>();
  private boolean over;
  private boolean gone;

  /// For the thread that tells.
  private List<Told> portion = new ArrayList<>(PORTION);

  Follower(Demands demands, OtherWorld other) {
    this.demands = demands;
    this.other = other;
    this.following =
        CompletableFuture.runAsync(
            this::follow, task -> Thread.ofPlatform().daemon().name("headroom-replay").start(task));
  }

  /// Takes the next command of history. Waits while too many are not followed yet.
  void tell(Told told) {
    portion.add(told);
    if (portion.size() == PORTION) {
      handOver();
    }
  }

  /// Waits until all that was told is followed.
  ///
  /// @throws java.util.concurrent.CompletionException where the other world broke
  void finish() {
    handOver();
    end(false);
    following.join();
  }

  /// Follows no further.
  @Override
  public void close() {
    end(true);
    var _ = following.handle((_, _) -> true).join();
  }

  private void handOver() {
    lock.lock();
    try {
      while (portions.size() == PORTIONS_MAX && !gone) {
        change.awaitUninterruptibly();
      }
      if (!gone) {
        portions.add(portion);
      }
      change.signalAll();
    } finally {
      lock.unlock();
    }
    portion = new ArrayList<>(PORTION);
  }

  private void end(boolean atOnce) {
    lock.lock();
    try {
      over = true;
      if (atOnce) {
        portions.clear();
      }
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void follow() {
    try {
      for (List<Told> next = next(); !next.isEmpty(); next = next()) {
        next.forEach(this::follow);
      }
    } finally {
      leave();
    }
  }

  /// The next commands; none once it is over.
  private List<Told> next() {
    lock.lock();
    try {
      while (portions.isEmpty() && !over) {
        change.awaitUninterruptibly();
      }
      List<Told> next = portions.isEmpty() ? List.of() : portions.removeFirst();
      change.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /// Nobody need wait any more for what is told to be followed.
  private void leave() {
    lock.lock();
    try {
      gone = true;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void follow(Told told) {
    demands.expectCommand();
    for (Event event : told.events()) {
      demands.hearThen(event);
    }
    other.expect(heard(told));
    long ahead = other.comingCount() > AHEAD_MAX ? 0 : AHEAD.toMillis();
    other.sayUntil(told.millis() - ahead);
  }

  private Heard heard(Told told) {
    List<Heard.About> about =
        demands.about(told.command(), told.answer(), told.isRepeated(), told.millis());
    return new Heard(
        told.number(), told.millis(), told.command(), told.answer(), told.isRepeated(), about);
  }
}
