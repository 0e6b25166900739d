package dev.headroom.sandbox.disturbance;

import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A pool's capacity is gone for a minute, and its stock with it; what is reserved stays reserved
/// (P6). Then both are back, unless somebody has given it another capacity, or removed it.
final class PoolOutage implements Disturbance {
  private static final String AUTHOR = "sandbox";

  @Override
  public String name() {
    return "pool-outage";
  }

  @Override
  public Duration lasts() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Optional<Underway> begin(Stage stage, Aim aim) {
    return new Surroundings(stage)
        .pool(aim)
        .flatMap(before -> {
          var outage = new Outage(stage, before);
          return outage.begin() ? Optional.of(outage) : Optional.empty();
        });
  }

  /// A pool that is gone.
  private static final class Outage implements Standing {
    private final Stage stage;
    private final PoolStatus before;
    private long drained;

    Outage(Stage stage, PoolStatus before) {
      this.stage = stage;
      this.before = before;
    }

    /// @return whether it is gone
    boolean begin() {
      boolean gone = put(before, 0, "injected: pool outage");
      drained = status().map(now -> now.drained() - before.drained()).orElse(0L);
      return gone;
    }

    @Override
    public Target target() {
      return new Target(before.pool().path(), Optional.of(id()));
    }

    @Override
    public void end() {
      status()
          .filter(now -> now.pool().terms().capacity() == 0)
          .ifPresent(now -> {
            long capacity = before.pool().terms().capacity();
            if (put(now, capacity, "the injected outage is over") && drained > 0) {
              stage.submit(
                  new Command.TopUp(
                      stage.nextId(), id(), drained, AUTHOR, "the injected outage is over"));
            }
          });
    }

    private boolean put(PoolStatus now, long capacity, String reason) {
      Pool pool = now.pool();
      Change change =
          new Change.PutPool(pool.with(pool.terms().withCapacity(capacity)), now.version());
      return stage.submit(new Command.ApplyChanges(stage.nextId(), List.of(change), AUTHOR, reason))
          instanceof Outcome;
    }

    private Optional<PoolStatus> status() {
      return stage.node().inspect((state, now) -> state.pool(id(), now));
    }

    private PoolId id() {
      return before.pool().id();
    }
  }
}
