package dev.headroom.sandbox.disturbance;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Amount;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Disturbance;
import dev.headroom.sandbox.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One run that has lost its mind: once a second it asks for all that anybody around it holds, each
/// time for a fifth more than before, takes what it can get, uses a tenth more than that, and lets
/// go of nothing. It ends after three minutes, or when its scope is closed.
final class RunawayRun implements Disturbance {
  private static final long TURN_MILLIS = 1000;
  private static final double GROWTH = 1.2;
  private static final double GROWN_MAX = 1e6;
  private static final int OVERRUN_PARTS = 10;
  private static final Duration LEASE = Duration.ofHours(1);

  @Override
  public String name() {
    return "runaway-run";
  }

  @Override
  public Duration lasts() {
    return Duration.ofMinutes(3);
  }

  @Override
  public Optional<Underway> begin(Stage stage, Aim aim) {
    return new Surroundings(stage)
        .scene(aim)
        .map(scene -> {
          ScopePath own = own(scene.place(), "runaway-" + aim.number());
          return new Running(stage, Wish.all(own, scene.wishes()));
        });
  }

  /// A scope of its own at a place.
  private static ScopePath own(ScopePath place, String name) {
    return switch (place.kind()) {
      case GLOBAL, USER, SESSION, SWARM -> place.child(ScopeKind.RUN, name);
      case RUN -> place.child(ScopeKind.STEP, name);
      case STEP -> place.parent().orElseThrow().child(ScopeKind.STEP, name);
    };
  }

  /// The run.
  private static final class Running implements Underway {
    private final Stage stage;
    private final Wish wish;
    private double grown = 1;
    private long turnAt;

    Running(Stage stage, Wish wish) {
      this.stage = stage;
      this.wish = wish;
      turnAt = stage.now();
    }

    @Override
    public Target target() {
      return Target.of(wish.path());
    }

    @Override
    public long nextAt() {
      return Math.max(stage.now(), turnAt);
    }

    @Override
    public void act() {
      turnAt = stage.now() + TURN_MILLIS;
      switch (stage.submit(new Command.Allocate(stage.nextId(), request()))) {
        case Outcome.Granted granted -> use(granted.allocation(), granted.lines());
        case Outcome.Partial partial -> use(partial.allocation(), partial.lines());
        default -> {}
      }
      grown = Math.min(GROWN_MAX, grown * GROWTH);
    }

    private AllocationRequest request() {
      RequestLine[] greedy =
          wish.lines().stream()
              .map(line -> RequestLine.optional(line.type(), grown(line.amount())).atLeast(1))
              .toArray(RequestLine[]::new);
      return AllocationRequest.of(wish.path(), greedy).withLease(LEASE).withPurpose("runaway run");
    }

    private long grown(long amount) {
      return Math.clamp(Math.round(amount * grown), 1, Amount.MAX);
    }

    private void use(AllocationId id, List<GrantedLine> lines) {
      for (GrantedLine line : lines) {
        if (line.type().isSpent() && line.granted() > 0) {
          long used = Math.min(Amount.MAX, line.granted() + line.granted() / OVERRUN_PARTS);
          UsageRecord usage = UsageRecord.of(id, line.type(), used);
          stage.submit(new Command.RecordUsage(stage.nextId(), usage));
        }
      }
    }

    @Override
    public void onEvent(Event event) {
      if (event.body() instanceof Event.ScopeClosed(var path) && wish.path().isWithin(path)) {
        turnAt = NEVER;
      }
    }

    @Override
    public void end() {
      stage.submit(new Command.CloseScope(stage.nextId(), wish.path()));
    }
  }
}
