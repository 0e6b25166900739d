package dev.headroom.sandbox.scenario;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import dev.headroom.sandbox.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A run that takes longer than machines last: it keeps what it holds in a checkpoint every ten
/// seconds. Now and then a machine fails, and all its steps lose what they hold; after a while it
/// restores the newest checkpoint, all or nothing, and tries again until there is room.
final class LongRun implements Workload {
  private static final int STEPS = 4;
  private static final Duration LEASE = Duration.ofHours(2);
  private static final long CORES_LEAST = 3_000;
  private static final long CORES_MOST = 6_000;
  private static final long GIB = 1L << 30;
  private static final long TIME_BUDGET = Duration.ofHours(1).toMillis();
  private static final long CHECKPOINT_MILLIS = 10_000;
  private static final long WORK_MILLIS = 2_000;
  private static final long REPAIR_MILLIS = 6_000;
  private static final long RETRY_MILLIS = 2_000;
  private static final double SECONDS_BETWEEN_FAILURES = 30;

  private final Stage stage;
  private final ScopePath path;
  private final Dice dice;
  private final TimedQueue<Runnable> agenda = new TimedQueue<>();
  private final List<AllocationId> holds = new ArrayList<>();
  private Optional<CheckpointId> newest = Optional.empty();

  private LongRun(Stage stage, ScopePath path, long seed) {
    this.stage = stage;
    this.path = path;
    this.dice = new Dice(seed);
    after(1_000, this::begin);
    after(WORK_MILLIS, this::work);
    after(CHECKPOINT_MILLIS, this::keep);
  }

  /// One at a scope.
  static Companion at(String path) {
    return (stage, seed) -> new LongRun(stage, ScopePath.of(path), seed);
  }

  @Override
  public long nextAt() {
    return Math.max(stage.now(), agenda.earliest());
  }

  @Override
  public void act() {
    agenda.take().run();
  }

  @Override
  public void onEvent(Event event) {
    if (event.body() instanceof Event.Ended ended) {
      holds.remove(ended.allocation());
    }
  }

  private void begin() {
    for (int step = 1; step <= STEPS; step++) {
      AllocationRequest request =
          AllocationRequest.of(
                  path.child(ScopeKind.STEP, "part-" + step),
                  RequestLine.required(ResourceType.COMPUTE, dice.between(CORES_LEAST, CORES_MOST)),
                  RequestLine.required(ResourceType.MEMORY, dice.between(2, 4) * GIB),
                  RequestLine.required(ResourceType.TIME, TIME_BUDGET))
              .withLease(LEASE)
              .withPurpose("simulate a century");
      Answer answer = stage.submit(new Command.Allocate(stage.nextId(), request));
      if (answer instanceof Outcome.Granted granted) {
        holds.add(granted.allocation());
      }
    }
    if (holds.isEmpty()) {
      after(RETRY_MILLIS, this::begin);
    } else {
      expectFailure();
    }
  }

  private void work() {
    for (AllocationId allocation : holds) {
      UsageRecord usage = UsageRecord.of(allocation, ResourceType.TIME, WORK_MILLIS);
      stage.submit(new Command.RecordUsage(stage.nextId(), usage));
    }
    after(WORK_MILLIS, this::work);
  }

  private void keep() {
    if (!holds.isEmpty()
        && stage.submit(new Command.TakeCheckpoint(stage.nextId(), path))
            instanceof Outcome.CheckpointTaken taken) {
      newest = Optional.of(taken.checkpoint());
    }
    after(CHECKPOINT_MILLIS, this::keep);
  }

  private void expectFailure() {
    after(Math.round(1000 * dice.waitFor(SECONDS_BETWEEN_FAILURES)), this::fail);
  }

  private void fail() {
    for (AllocationId allocation : List.copyOf(holds)) {
      stage.submit(new Command.Release(stage.nextId(), allocation));
    }
    holds.clear();
    after(REPAIR_MILLIS, newest.isPresent() ? this::restore : this::begin);
  }

  private void restore() {
    var command = new Command.RestoreCheckpoint(stage.nextId(), newest.orElseThrow(), LEASE, false);
    switch (stage.submit(command)) {
      case Outcome.Restored restored -> {
        restored.allocations().forEach(each -> each.now().ifPresent(holds::add));
        expectFailure();
      }
      case Outcome.NotRestored _ -> after(RETRY_MILLIS, this::restore);
      default -> after(RETRY_MILLIS, this::begin);
    }
  }

  private void after(long millis, Runnable action) {
    agenda.add(stage.now() + millis, action);
  }
}
