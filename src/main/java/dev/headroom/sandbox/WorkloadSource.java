package dev.headroom.sandbox;

import java.time.Instant;

/// Something that can be played in a sandbox, again and again.
public interface WorkloadSource {
  /// What it is called on the command line, for example `launch-rush`.
  String name();

  /// What it is called in a menu.
  String title();

  /// What there is to see, in a sentence or two.
  String summary();

  /// The simulated instant at which it begins; always the same.
  Instant start();

  /// How many scopes it has where no other number is asked for.
  int scopesDefault();

  /// A stage for it to be played on, whose clock shows [#start()].
  default Stage stage() {
    return new Stage(start());
  }

  /// Sets up limits and pools on a fresh stage and returns what is to be played there.
  ///
  /// @param stage a fresh one of [#stage()]
  /// @param seed where every chance in it comes from
  /// @param scopes about how many scopes it should have; sources of a fixed size ignore it
  /// @throws UnplayableException where what it plays cannot be read any more
  Workload open(Stage stage, long seed, int scopes);
}
