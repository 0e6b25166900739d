package dev.headroom.sandbox;

import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/// How far a world has been played. For one thread at a time.
final class Playhead {
  /// No time limit.
  static final long UNHURRIED = Long.MAX_VALUE;

  /// The clock is looked at once in so many actions.
  private static final int ACTIONS_PER_LOOK = 64;

  private final World world;
  private final LongSupplier nanoTime;
  private String trouble = "";

  /// In epoch milliseconds; the world's clock is at or before it.
  private double position;

  /// @param world at its beginning
  /// @param nanoTime a stopwatch for real time
  Playhead(World world, LongSupplier nanoTime) {
    this.world = world;
    this.nanoTime = nanoTime;
    position = world.now();
  }

  World world() {
    return world;
  }

  double position() {
    return position;
  }

  /// Why the workload cannot go on; empty where it can.
  String trouble() {
    return trouble;
  }

  /// Tries to go on with what is left of the workload.
  void forgetTrouble() {
    trouble = "";
  }

  /// Lets happen what happens until then, or until the workload cannot go on.
  ///
  /// @param untilNanos when to give up for now
  /// @return whether it got there
  boolean runTo(double target, long untilNanos) {
    int actions = 0;
    while (world.nextAt() <= target) {
      proceed();
      if (!trouble.isEmpty()) {
        position = Math.max(position, (double) world.now());
        return true;
      }
      actions++;
      if (actions % ACTIONS_PER_LOOK == 0
          && untilNanos != UNHURRIED
          && nanoTime.getAsLong() - untilNanos > 0) {
        position = Math.max(position, (double) world.now());
        return false;
      }
    }
    position = target;
    return true;
  }

  /// Lets one thing happen that is somebody's doing.
  void oneAction() {
    trouble = "";
    boolean acted = proceed();
    while (!acted && world.nextActionAt() != Workload.NEVER) {
      acted = proceed();
    }
    position = Math.max(position, (double) world.now());
  }

  /// Does something in the world by hand: after all that has happened by now, so that it happens at
  /// the same place of its course however it is played.
  ///
  /// @param deed what is done, at an instant
  <T> T byHand(LongFunction<T> deed) {
    long at = world.freeFrom((long) position);
    runTo(Math.max(position, (double) at), UNHURRIED);
    T done = deed.apply(at);
    runTo(position, UNHURRIED);
    return done;
  }

  /// @return whether it was somebody's doing, or trouble
  private boolean proceed() {
    try {
      return world.proceed();
    } catch (UnplayableException why) {
      trouble = Objects.requireNonNull(why.getMessage());
      return true;
    }
  }
}
