package dev.headroom.sandbox.copy;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import dev.headroom.sandbox.Workload;
import dev.headroom.sandbox.copy.Demand.Asked;
import dev.headroom.sandbox.copy.Demand.Closed;
import dev.headroom.sandbox.copy.Demand.Follow;
import dev.headroom.sandbox.copy.Demand.Kept;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks for what was asked for within a span, again and again, each time as long after the span's
/// end as it was after its beginning. What is granted is used and let go of as long after the grant
/// as it was then. What was denied then, and is granted now, is used up and held as long as is
/// usual.
final class CopiedWorkload implements Workload {
  private final Stage stage;
  private final Demand demand;
  private final TimedQueue<Runnable> agenda = new TimedQueue<>();
  private final Map<AllocationId, Asked> waiting;

  /// What was granted in the span or since, as long as it is there.
  private final Map<AllocationId, Asked> live = new HashMap<>();

  /// What was there before the span, as long as it is.
  private final Set<AllocationId> kept = new HashSet<>();

  private long roundAt;
  private int next;

  /// @param stage at the end of the span
  CopiedWorkload(Stage stage, Demand demand) {
    this.stage = stage;
    this.demand = demand;
    roundAt = stage.now();
    waiting = new HashMap<>(demand.queued());
    demand
        .held()
        .forEach((allocation, held) -> {
          live.put(allocation, held.asked());
          long end = stage.now() + held.afterMillis();
          agenda.add(end, () -> follow(allocation, new Act.LetGo()));
        });
    for (Demand.Wish wish : demand.wishes()) {
      if (wish instanceof Kept known) {
        kept.add(known.allocation());
      }
    }
  }

  @Override
  public long nextAt() {
    return Math.max(stage.now(), Math.min(agenda.earliest(), nextWishAt()));
  }

  private long nextWishAt() {
    return demand.wishes().isEmpty() ? NEVER : roundAt + demand.wishes().get(next).atMillis();
  }

  @Override
  public void act() {
    if (agenda.earliest() <= stage.now()) {
      agenda.take().run();
      return;
    }
    Demand.Wish wish = demand.wishes().get(next);
    next++;
    if (next == demand.wishes().size()) {
      next = 0;
      roundAt += demand.span().toMillis();
    }
    switch (wish) {
      case Asked asked -> ask(asked);
      case Kept kept -> follow(kept.allocation(), kept.act());
      case Closed closed -> stage.submit(closed.command(stage.nextId()));
    }
  }

  private void ask(Asked asked) {
    switch (stage.submit(new Command.Allocate(stage.nextId(), asked.request()))) {
      case Outcome.Granted granted -> begin(asked, granted.allocation(), granted.lines());
      case Outcome.Partial partial -> begin(asked, partial.allocation(), partial.lines());
      case Outcome.Queued queued -> waiting.put(queued.allocation(), asked);
      default -> {}
    }
  }

  private void begin(Asked asked, AllocationId allocation, List<GrantedLine> lines) {
    live.put(allocation, asked);
    long begin = stage.now() + stage.answersLateMillis();
    for (Follow follow : asked.follows()) {
      agenda.add(begin + follow.afterMillis(), () -> follow(allocation, follow.act()));
    }
    if (asked.follows().isEmpty()) {
      long end = begin + demand.usual().toMillis();
      for (GrantedLine line : lines) {
        if (line.type().isSpent() && line.granted() > 0) {
          UsageRecord usage = UsageRecord.of(allocation, line.type(), line.granted());
          agenda.add(end, () -> follow(allocation, new Act.Use(usage)));
        }
      }
      agenda.add(end, () -> follow(allocation, new Act.LetGo()));
    }
  }

  private void follow(AllocationId allocation, Act act) {
    if (live.containsKey(allocation) || kept.contains(allocation)) {
      stage.submit(act.on(allocation, stage.nextId()));
    }
  }

  @Override
  public void onEvent(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> {
        Asked asked = waiting.remove(granted.allocation());
        if (asked != null) {
          begin(asked, granted.allocation(), granted.lines());
        }
      }
      case Event.Denied denied -> denied.allocation().ifPresent(waiting::remove);
      case Event.Preempted preempted -> {
        Asked asked = live.get(preempted.allocation());
        if (asked != null) {
          preempted.requeuedAs().ifPresent(again -> waiting.put(again, asked));
        }
      }
      case Event.Ended ended -> {
        waiting.remove(ended.allocation());
        live.remove(ended.allocation());
        kept.remove(ended.allocation());
      }
      default -> {}
    }
  }
}
