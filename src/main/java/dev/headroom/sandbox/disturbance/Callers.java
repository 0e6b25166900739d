package dev.headroom.sandbox.disturbance;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Priority;
import dev.headroom.model.Resolution;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Callers who come with a disturbance: each asks, holds what it is granted for a few seconds,
/// reports all of it as used and lets go. Those who are denied or preempted give up.
final class Callers {
  private static final Duration SPARE_LEASE = Duration.ofSeconds(10);

  private final Stage stage;
  private final Dice dice;
  private final Manner manner;
  private final TimedQueue<AllocationId> ends = new TimedQueue<>();
  private final Map<AllocationId, Wish> waiting = new LinkedHashMap<>();
  private final Map<AllocationId, Held> held = new LinkedHashMap<>();

  private record Held(Wish wish, List<GrantedLine> lines) {}

  /// How they ask.
  ///
  /// @param purpose what for, in a word or two
  /// @param patience how long they wait
  /// @param preempting whether whoever has to wait is granted by preemption where that helps,
  ///   whatever the strategy, as an administrator could have it (Q7)
  /// @param least for how long they hold what they have, in milliseconds, at least
  /// @param most the same, at most
  record Manner(
      String purpose,
      Priority priority,
      Duration patience,
      boolean preempting,
      long least,
      long most) {
    long mean() {
      return (least + most) / 2;
    }
  }

  Callers(Stage stage, Dice dice, Manner manner) {
    this.stage = stage;
    this.dice = dice;
    this.manner = manner;
  }

  Manner manner() {
    return manner;
  }

  /// Whether somebody who wished for that holds it, or waits for it.
  boolean isBusy(Wish wish) {
    return waiting.containsValue(wish)
        || held.values().stream().anyMatch(each -> each.wish.equals(wish));
  }

  void ask(Wish wish) {
    long millis = dice.between(manner.least, manner.most);
    var request =
        new AllocationRequest(
            wish.path(),
            wish.lines(),
            manner.priority,
            Duration.ofMillis(millis + 2 * stage.answersLateMillis()).plus(SPARE_LEASE),
            manner.patience,
            false,
            false,
            manner.purpose,
            Map.of());
    switch (stage.submit(new Command.Allocate(stage.nextId(), request))) {
      case Outcome.Granted granted -> hold(granted.allocation(), wish, granted.lines(), millis);
      case Outcome.Partial partial -> hold(partial.allocation(), wish, partial.lines(), millis);
      case Outcome.Queued queued -> {
        waiting.put(queued.allocation(), wish);
        if (manner.preempting) {
          preempt(queued);
        }
      }
      default -> {}
    }
  }

  private void preempt(Outcome.Queued queued) {
    stage.submit(
        new Command.ResolveConflict(
            stage.nextId(),
            queued.conflict(),
            queued.allocation(),
            new Resolution.Apply(ConflictStrategy.PREEMPTION),
            "sandbox",
            "injected: " + manner.purpose));
  }

  private void hold(AllocationId id, Wish wish, List<GrantedLine> lines, long millis) {
    held.put(id, new Held(wish, lines));
    ends.add(stage.now() + stage.answersLateMillis() + millis, id);
  }

  long nextAt() {
    return Math.max(stage.now(), ends.earliest());
  }

  void act() {
    AllocationId id = ends.take();
    Held done = held.remove(id);
    if (done != null) {
      for (GrantedLine line : done.lines) {
        if (line.type().isSpent() && line.granted() > 0) {
          UsageRecord usage = UsageRecord.of(id, line.type(), line.granted());
          stage.submit(new Command.RecordUsage(stage.nextId(), usage));
        }
      }
      release(id);
    }
  }

  void hear(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> {
        Wish wish = waiting.remove(granted.allocation());
        if (wish != null) {
          long millis = dice.between(manner.least, manner.most);
          hold(granted.allocation(), wish, granted.lines(), millis);
        }
      }
      case Event.Denied denied -> denied.allocation().ifPresent(waiting::remove);
      case Event.Ended ended -> {
        held.remove(ended.allocation());
        waiting.remove(ended.allocation());
      }
      default -> {}
    }
  }

  /// All of them let go of what they have, and wait no longer.
  void leave() {
    List<AllocationId> all = new ArrayList<>(waiting.keySet());
    all.addAll(held.keySet());
    waiting.clear();
    held.clear();
    all.forEach(this::release);
  }

  private void release(AllocationId id) {
    stage.submit(new Command.Release(stage.nextId(), id));
  }
}
