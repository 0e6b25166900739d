package dev.headroom.client.remote;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a remote client waits for what.
///
/// @param connect for a connection
/// @param answer for the answer to one attempt
/// @param patience for an answer in all, however often it is asked for
/// @param silence of a stream, after which what it told counts as stale; three of the server's
///   heartbeats
/// @param end silence of a stream after which it is cut and opened again
/// @param pauseFirst before the first attempt to reach a lost server again, at most
/// @param pauseMost before any attempt, at most; who stays connected that long begins anew
public record Pace(
    Duration connect,
    Duration answer,
    Duration patience,
    Duration silence,
    Duration end,
    Duration pauseFirst,
    Duration pauseMost) {
  /// What suits people and programs.
  public static final Pace DEFAULT =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMillis(200),
          Duration.ofSeconds(30));

  private static final int DOUBLINGS_MAX = 30;

  /// How long to wait before an attempt: up to twice as long before each as before the last, and by
  /// chance any part of that, so that those who lost a server together do not come back together.
  ///
  /// @param attempt from 1
  /// @see "M. Brooker, Exponential Backoff And Jitter (2015): full jitter"
  Duration pause(int attempt, RandomGenerator chance) {
    Duration full = pauseFirst.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_MAX));
    Duration most = full.compareTo(pauseMost) < 0 ? full : pauseMost;
    return Duration.ofNanos(chance.nextLong(most.toNanos() + 1));
  }
}
