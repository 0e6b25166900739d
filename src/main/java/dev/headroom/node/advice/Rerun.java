package dev.headroom.node.advice;

import dev.headroom.engine.Engine;
import dev.headroom.history.suggestion.Books;
import dev.headroom.history.suggestion.Deed;
import dev.headroom.history.suggestion.Demand;
import dev.headroom.history.suggestion.Job;
import dev.headroom.history.suggestion.Lives;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.LoanId;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.UsageRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/// Replays the demand of a span on an engine of its own. Callers do as long after a grant what they
/// did then, whenever that comes. One thread.
final class Rerun {
  /// As often as this falls due what nobody asks for.
  private static final long BEAT_MILLIS = 100;

  /// So often at most.
  private static final long BEATS_MAX = 1_000_000;

  /// So many steps between two looks at whether to stop.
  private static final int STEPS_PER_LOOK = 1024;

  private final Engine engine;
  private final Demand demand;
  private final Lives lives;
  private final Overrides overrides;
  private final Books books;
  private final PriorityQueue<Step> agenda = new PriorityQueue<>();
  private final Map<AllocationId, Job> jobs = new HashMap<>();
  private final Map<LoanId, LoanId> loans = new HashMap<>();
  private final List<Event> heard;
  private final long beat;
  private long ids;
  private long steps;

  /// What comes next.
  ///
  /// @param order its place among all that was asked
  /// @param number its place among those of one order
  private record Step(long at, long order, long number, Runnable action)
      implements Comparable<Step> {
    private static final Comparator<Step> BY_TIME =
        Comparator.comparingLong(Step::at)
            .thenComparingLong(Step::order)
            .thenComparingLong(Step::number);

    @Override
    public int compareTo(Step other) {
      return BY_TIME.compare(this, other);
    }
  }

  private void expect(long at, long order, Runnable action) {
    steps++;
    agenda.add(new Step(at, order, steps, action));
  }

  /// @param beginning the engine as it was at the span's beginning; not touched
  /// @param demand what is asked for
  /// @param lives what becomes of what is granted
  /// @param overrides what holds all the while
  /// @param books heard all that happens
  Rerun(Engine beginning, Demand demand, Lives lives, Overrides overrides, Books books) {
    this.heard = new ArrayList<>();
    this.engine = beginning.fork(heard::add);
    this.demand = demand;
    this.lives = lives;
    this.overrides = overrides;
    this.books = books;
    this.beat =
        Math.max(
            BEAT_MILLIS, (demand.to().toEpochMilli() - demand.from().toEpochMilli()) / BEATS_MAX);
  }

  /// Goes on to the end.
  ///
  /// @param cancelled asked again and again
  /// @return whether it came to the end
  boolean run(BooleanSupplier cancelled) {
    overrides.apply(engine, nextId());
    hear();
    demand.jobs().forEach(this::expect);
    for (Demand.Other other : demand.others()) {
      expect(other.at(), other.order(), () -> repeat(other));
    }
    long end = demand.to().toEpochMilli();
    int done = 0;
    for (Step next = agenda.poll(); next != null && next.at <= end; next = agenda.poll()) {
      passTo(next.at);
      next.action.run();
      done++;
      if (done % STEPS_PER_LOOK == 0 && cancelled.getAsBoolean()) {
        return false;
      }
    }
    passTo(end);
    books.close(end);
    return true;
  }

  private void expect(Job job) {
    if (job.standing().isEmpty()) {
      expect(job.at(), job.order(), () -> ask(job));
    } else {
      AllocationId name = job.standing().get();
      jobs.put(name, job);
      if (job.isLiveFromBefore()) {
        live(name, job, job.at(), List.of());
      }
    }
  }

  private void passTo(long at) {
    while (engine.now().toEpochMilli() + beat < at) {
      apply(engine.now().toEpochMilli() + beat, new Command.AdvanceTime());
    }
    if (engine.now().toEpochMilli() < at) {
      apply(at, new Command.AdvanceTime());
    }
  }

  private void ask(Job job) {
    books.asked(job.request().path());
    Answer answer = engine.apply(engine.now(), new Command.Allocate(nextId(), job.request()));
    switch (answer) {
      case Outcome.Granted granted -> jobs.put(granted.allocation(), job);
      case Outcome.Partial partial -> jobs.put(partial.allocation(), job);
      case Outcome.Queued queued -> {
        jobs.put(queued.allocation(), job);
        books.waits(
            queued.allocation(),
            job.request().path(),
            job.request().priority(),
            engine.now().toEpochMilli());
      }
      default -> {}
    }
    hear();
  }

  /// Has happen what a caller does with what it got.
  private void live(AllocationId name, Job job, long grantedAt, List<GrantedLine> lines) {
    for (Deed deed : lives.of(job, lines)) {
      expect(grantedAt + deed.after(), deed.order(), () -> act(name, job, deed));
    }
  }

  /// Unless it has become another's, or waits again.
  private void act(AllocationId name, Job job, Deed deed) {
    Job now = jobs.get(name);
    if (now == null || now.order() != job.order()) {
      return;
    }
    submit(
        switch (deed) {
          case Deed.Use use ->
              new Command.RecordUsage(
                  nextId(),
                  new UsageRecord(
                      name, use.type(), use.amount(), use.cost(), use.category(), use.labels()));
          case Deed.Renew renew -> new Command.Renew(nextId(), name, renew.lease());
          case Deed.Resize resize ->
              new Command.Resize(nextId(), name, resize.type(), resize.amount());
          case Deed.Release _ -> new Command.Release(nextId(), name);
        });
  }

  /// Says again what was said then, of a loan under the name that it has here.
  private void repeat(Demand.Other other) {
    Command command =
        other.command() instanceof Command.RecallQuota(var id, var pool, var loan, var by, var why)
            ? new Command.RecallQuota(id, pool, loans.getOrDefault(loan, loan), by, why)
            : other.command();
    Answer answer = submit(command);
    if (other.answer() instanceof Outcome.QuotaLent(var then)
        && answer instanceof Outcome.QuotaLent(var now)) {
      loans.put(then, now);
    }
  }

  private Answer submit(Command command) {
    Answer answer =
        apply(
            engine.now().toEpochMilli(),
            command instanceof Command.ApplyChanges changes ? rebased(changes) : command);
    if (command instanceof Command.ApplyChanges) {
      overrides.apply(engine, nextId());
      hear();
    }
    return answer;
  }

  private Command rebased(Command.ApplyChanges then) {
    return new Command.ApplyChanges(
        nextId(),
        Overrides.rebased(then.changes(), engine.inspector(), engine.now()),
        then.author(),
        then.reason());
  }

  private Answer apply(long at, Command command) {
    Answer answer = engine.apply(Instant.ofEpochMilli(at), command);
    hear();
    return answer;
  }

  private void hear() {
    for (Event event : heard) {
      books.happened(event);
      switch (event.body()) {
        case Event.Granted granted -> {
          Job job = jobs.get(granted.allocation());
          if (job != null) {
            live(granted.allocation(), job, event.at().toEpochMilli(), granted.lines());
          }
        }
        case Event.Preempted preempted -> preempted(preempted);
        default -> {}
      }
    }
    heard.clear();
  }

  private void preempted(Event.Preempted preempted) {
    Job job = jobs.remove(preempted.allocation());
    if (job != null && preempted.requeuedAs().isPresent()) {
      AllocationId again = preempted.requeuedAs().get();
      jobs.put(again, job);
      books.waits(
          again, job.request().path(), job.request().priority(), engine.now().toEpochMilli());
    }
  }

  private RequestId nextId() {
    ids++;
    return new RequestId("replay-" + ids);
  }
}
