package dev.headroom.engine.history;

import dev.headroom.engine.Inspector;
import dev.headroom.engine.ScopeRanking;
import dev.headroom.engine.ScopeSelection;
import dev.headroom.model.Command;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Two engines that hear the same commands, of which only one is ever looked at: they must say and
/// do the same and end up the same, byte for byte (rules D1, D2), while the one that is looked at
/// tells a true story (rule by rule in [Chronicle], [Audit] and [Edge]).
final class Twins {
  private static final int AUDIT_EVERY = 101;
  private static final int COMPARE_EVERY = 2_003;

  private final Player seen = new Player();
  private final Player unseen = new Player();
  private final Chronicle chronicle = new Chronicle();

  private Twins() {}

  /// Plays a history to both; what is wrong comes as an exception.
  static Optional<String> failure(List<Step> history) {
    Twins twins = new Twins();
    history.forEach(twins::play);
    twins.audit();
    twins.compare();
    return Optional.empty();
  }

  Inspector inspector() {
    return seen.inspector();
  }

  Player.Played play(Instant at, Command command) {
    Player.Played played = seen.play(at, command);
    comparePlayed(played, unseen.play(at, command));
    return played;
  }

  private void play(Step step) {
    Player.Played played = seen.play(step);
    comparePlayed(played, unseen.play(step.at(), played.command()));
    if (step.number() % AUDIT_EVERY == 0) {
      audit();
      Edge.check(this, seen.engine.now(), place(step), type(step), "edge" + step.number());
    }
    if (step.number() % COMPARE_EVERY == 0) {
      compare();
    }
  }

  private void comparePlayed(Player.Played played, Player.Played other) {
    chronicle.hear(played.events());
    if (!played.equals(other)) {
      throw new IllegalStateException("once " + played + "\nand once " + other);
    }
  }

  private void audit() {
    Audit.check(inspector(), chronicle, seen.engine.now());
    lookAhead(seen.engine.now().plus(Duration.ofMinutes(61)));
    lookAhead(seen.engine.now().plus(Duration.ofDays(40)));
  }

  /// Looks at everything as it would stand later, which must leave no trace.
  private void lookAhead(Instant later) {
    Inspector inspector = inspector();
    inspector.scope(ScopePath.ROOT, later);
    inspector.scopes(
        new ScopeSelection(
            ScopePath.ROOT, 2, ScopeFilter.of("user"), new ScopeRanking.ByPressure(), 9),
        later);
    inspector.pools(later);
    inspector.alerts(ScopePath.ROOT, later);
    ResourceType.ALL.forEach(type -> inspector.explain(ScopePath.ROOT, type, later));
  }

  private void compare() {
    String one = Digest.of(seen.engine);
    String other = Digest.of(unseen.engine);
    if (!one.equals(other)) {
      throw new IllegalStateException("the states are " + one + " and " + other);
    }
  }

  /// Somewhere where something is going on: where the step wanted something, else the root.
  private static ScopePath place(Step step) {
    return step.command() instanceof Command.Allocate(var _, var request)
        ? request.path()
        : ScopePath.ROOT;
  }

  private static ResourceType type(Step step) {
    return step.command() instanceof Command.Allocate(var _, var request)
        ? request.lines().getFirst().type()
        : ResourceType.ALL.get(step.number() % ResourceType.ALL.size());
  }
}
