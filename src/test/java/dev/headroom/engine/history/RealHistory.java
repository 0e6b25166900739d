package dev.headroom.engine.history;

import dev.headroom.engine.Engine;
import dev.headroom.model.Command;
import java.time.Instant;
import java.util.List;

/// Random histories for other tests than those of the engine: as one engine has heard them, with
/// real names and versions.
public final class RealHistory {
  /// How many request ids the engines of these histories remember.
  public static final int REMEMBERED_REQUESTS = Player.REMEMBERED_REQUESTS;

  private RealHistory() {}

  /// What an engine has heard.
  ///
  /// @param at when; may lie before what it heard before
  /// @param command what
  public record Said(Instant at, Command command) {}

  /// The first commands of the history of a seed.
  public static List<Said> of(long seed, int length) {
    Player player = new Player();
    return History.of(seed, length).stream()
        .map(step -> new Said(step.at(), player.play(step).command()))
        .toList();
  }

  /// The SHA-256 of an engine's canonical state.
  public static String digest(Engine engine) {
    return Digest.of(engine);
  }
}
