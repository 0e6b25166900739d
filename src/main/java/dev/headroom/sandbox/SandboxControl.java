package dev.headroom.sandbox;

import dev.headroom.model.ScopePath;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The buttons of a sandbox. Any thread may press them; none of them waits: what they ask for
/// happens within a few hundredths of a second, and shows in [#state()].
public interface SandboxControl {
  /// The slowest speed: ten real seconds for a simulated one.
  double SPEED_MIN = 0.1;

  /// The fastest speed.
  double SPEED_MAX = 1000;

  /// What can be played.
  List<WorkloadSource> sources();

  /// What is played, as of lately.
  SandboxState state();

  /// Lets time pass.
  void resume();

  /// Lets time stand still.
  void pause();

  /// Lets time pass at `speed` simulated seconds a second.
  ///
  /// @throws IllegalArgumentException where it is not between [#SPEED_MIN] and [#SPEED_MAX]
  void setSpeed(double speed);

  /// Pauses, and lets the workload do one thing.
  void stepAction();

  /// Pauses, and lets one simulated second pass.
  void stepSecond();

  /// Begins anew, at the same speed.
  ///
  /// @param scenario the name of one of [#sources()]
  /// @param seed where every chance in it comes from
  /// @param scopes about how many scopes it should have; 0 for as many as it has by default
  /// @throws IllegalArgumentException where there is no such scenario, or that many scopes
  void restart(String scenario, long seed, int scopes);

  /// Begins anew with the same scenario, seed and size, and throws in again, at the same instants,
  /// what was thrown in: so it comes to the same state at every instant.
  void repeat();

  /// Throws a disturbance in at the present simulated instant, paused or not.
  ///
  /// @param wanted at or below which scope; empty for wherever chance says
  /// @return what became of it, once it has begun
  CompletableFuture<Injected> inject(Disturbance what, Optional<ScopePath> wanted);

  /// Ends a disturbance before its time; nothing where it is over.
  ///
  /// @param number which, of [SandboxState#injected]
  void endInjection(int number);
}
