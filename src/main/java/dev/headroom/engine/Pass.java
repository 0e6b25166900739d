package dev.headroom.engine;

import dev.headroom.model.Amount;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.ScopePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One time that those who wait in a line are considered, each once at most, in the order that the
/// strategy and its pool's policy say (rules P4, Q2, Q3, Q5).
final class Pass {
  private final EngineState state;
  private final WaitingRoom waitingRoom;
  private final WaitingLine line;
  private final ConflictStrategy strategy;
  private final Turns turns;
  private final Map<Optional<ScopePath>, Turns> byMember = new HashMap<>();

  Pass(EngineState state, WaitingRoom waitingRoom, WaitingLine line, ConflictStrategy strategy) {
    this.state = state;
    this.waitingRoom = waitingRoom;
    this.line = line;
    this.strategy = strategy;
    this.turns = new Turns(line, strategy, state.now(), state.settings());
  }

  /// Whom to consider next; none where nobody is left who fits and may pass.
  @Nullable Waiter next() {
    PoolShares shares = waitingRoom.shares(line);
    if (shares != null) {
      return shares.next(strategy, byMember);
    }
    Waiter waiter = turns.next(reach());
    return waiter == null || waiter.arrival > line.guardedArrival(state.now(), state.settings())
        ? null
        : waiter;
  }

  /// What is free or, to those for whom room may be made, could be made so.
  private Turns.Reach reach() {
    long free = waitingRoom.free(line);
    if (free >= Amount.MAX) {
      return _ -> free;
    }
    return switch (strategy) {
      case QUEUING, PRIORITY, SHARING -> _ -> free;
      case PREEMPTION -> effective -> free + state.holders.of(line).below(effective);
      case NEGOTIATION -> _ -> free + surplus() + state.holders.slacksOf(line).sum();
    };
  }

  private long surplus() {
    PoolState pool = line.site.pool;
    return line.ofPool && pool != null ? state.lending.surplus(pool) : 0;
  }
}
