package dev.headroom.client;

import java.time.Instant;

/// How an instance is reached now, and so how fresh is what it told. All instants are by the clock
/// of whoever looks, not by the engine's.
public sealed interface Link {
  /// What every instance in this process has at all times.
  static Link fresh() {
    return new Connected();
  }

  /// What was told is fresh, or as old as its own time says.
  record Connected() implements Link {}

  /// The connection stands, but nothing has come through it for three heartbeats.
  ///
  /// @param since when something came last
  record Stale(Instant since) implements Link {}

  /// The connection is lost and is tried again by itself. Nothing that was asked for is given up:
  /// events go on where they stopped.
  ///
  /// @param since when something came last
  /// @param attempt the number of the next attempt, or of the one under way, from 1
  /// @param nextAt when that is, or was, due
  /// @param cause what was in the way of the last one, for people
  record Reconnecting(Instant since, int attempt, Instant nextAt, String cause) implements Link {}

  /// The other side is there, but does not let this caller in: another token is needed. It is tried
  /// again now and then, in case it changes its mind.
  ///
  /// @param since when something came last
  /// @param cause what it said, for people
  record Refused(Instant since, String cause) implements Link {}

  /// Whether what was told still holds; if not, a decision should not be based on it.
  default boolean isFresh() {
    return this instanceof Connected;
  }
}
