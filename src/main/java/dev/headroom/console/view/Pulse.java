package dev.headroom.console.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// The one timer of a window: runs what is due, each at its own rate, and stops for this pulse when
/// the budget is spent; what was left out comes first in the next. For the UI thread only.
final class Pulse extends AnimationTimer {
  private static final long BUDGET_NANOS = 4_000_000L;

  private final List<Task> tasks = new ArrayList<>();
  private final LongConsumer took;
  private int next;

  /// @param took is told how long each pulse took, in nanoseconds
  Pulse(LongConsumer took) {
    this.took = took;
  }

  /// Runs `work` at most once per `interval`.
  void every(Duration interval, Runnable work) {
    tasks.add(new Task(interval.toNanos(), work));
  }

  /// Runs everything now, due or not.
  void runAll() {
    tasks.forEach(task -> task.work.run());
  }

  @Override
  public void handle(long now) {
    long start = System.nanoTime();
    int first = next;
    for (int at = 0; at < tasks.size(); at++) {
      int index = (first + at) % tasks.size();
      Task task = tasks.get(index);
      if (now - task.lastRun >= task.interval) {
        task.lastRun = now;
        task.work.run();
        if (System.nanoTime() - start > BUDGET_NANOS) {
          next = (index + 1) % tasks.size();
          break;
        }
      }
    }
    took.accept(System.nanoTime() - start);
  }

  private static final class Task {
    private final long interval;
    private final Runnable work;
    private long lastRun;

    Task(long interval, Runnable work) {
      this.interval = interval;
      this.work = work;
    }
  }
}
