package dev.headroom.sandbox.scenario;

import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Distribution;
import dev.headroom.model.Event;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.Workload;
import java.time.Duration;
import java.util.List;

/// Divides the budget of a scope among its children, again and again, each time by another policy:
/// asks for a proposal and applies its changes.
final class Steward implements Workload {
  static final String AUTHOR = "steward";

  private final Stage stage;
  private final ScopePath path;
  private final LimitKey budget;
  private final long everyMillis;
  private long nextAt;
  private int turn;

  private Steward(Stage stage, ScopePath path, LimitKey budget, Duration every) {
    this.stage = stage;
    this.path = path;
    this.budget = budget;
    this.everyMillis = every.toMillis();
    this.nextAt = stage.now() + everyMillis;
  }

  /// One who divides a limit of a scope.
  ///
  /// @param every how long each policy holds
  static Companion dividing(String path, LimitKey budget, Duration every) {
    return (stage, _) -> new Steward(stage, ScopePath.of(path), budget, every);
  }

  @Override
  public long nextAt() {
    return Math.max(stage.now(), nextAt);
  }

  @Override
  public void act() {
    nextAt += everyMillis;
    Distribution.Policy policy =
        Distribution.Policy.values()[turn++ % Distribution.Policy.values().length];
    stage
        .node()
        .propose(Distribution.of(path, budget, policy))
        .map(Distribution.Proposal::changes)
        .filter(changes -> !changes.isEmpty())
        .ifPresent(changes -> apply(changes, policy));
  }

  @Override
  public void onEvent(Event event) {
    // What others do shows in the next proposal.
  }

  private void apply(List<Change> changes, Distribution.Policy policy) {
    stage.submit(
        new Command.ApplyChanges(
            stage.nextId(), changes, AUTHOR, "divide " + budget + " by " + policy));
  }
}
