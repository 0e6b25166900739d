package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.UsageRecord;
import dev.headroom.sandbox.Stage;
import dev.headroom.sandbox.TimedQueue;
import dev.headroom.sandbox.Workload;
import dev.headroom.sandbox.trace.Work.Spending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays a trace on a stage: at one instant what ends comes before what starts, rows otherwise in
/// the file's order. A row that is dated before the one above it happens right after that one.
///
/// Work that ends with its lease is expired by the engine at that very instant, before it could say
/// what it spent (rule A8); so it says that a millisecond before.
///
/// Work that is shrunk for others goes on with what it has left, and takes longer (rule Q3). Work
/// that is preempted has lost what it had done: it reports, late, what it had spent until then
/// (rule U4), and if it waits again it begins anew and runs for its whole time, as a job does on a
/// cluster without checkpoints.
final class TraceWorkload implements Workload {
  private final Stage stage;
  private final TraceReader rows;
  private final RowMapping mapping;
  private final Waking waking;
  private final Consumer<SkippedRow> onRefused;
  private final RowTally tally = new RowTally();
  private final TimedQueue<Due> dues = new TimedQueue<>();
  private final Map<AllocationId, Work> waiting = new HashMap<>();
  private final Map<AllocationId, RunningJob> running = new HashMap<>();
  private boolean hasRow;

  /// @param rows the trace, at its first row
  /// @param waking when to look at the engine while someone waits
  /// @param onRefused is told of rows whose request the engine would not take
  TraceWorkload(
      Stage stage,
      TraceReader rows,
      RowMapping mapping,
      Waking waking,
      Consumer<SkippedRow> onRefused) {
    this.stage = stage;
    this.rows = rows;
    this.mapping = mapping;
    this.waking = waking;
    this.onRefused = onRefused;
    hasRow = rows.hasRow();
  }

  /// What came of the rows so far.
  RowTally tally() {
    return tally;
  }

  @Override
  public long nextAt() {
    long next = dues.earliest();
    if (hasRow) {
      next = Math.min(next, rows.row().atMillis());
    }
    if (!waiting.isEmpty()) {
      next = Math.min(next, waking.nextAfter(stage.now()));
    }
    return Math.max(next, stage.now());
  }

  @Override
  public void act() {
    long now = stage.now();
    if (dues.earliest() <= now) {
      switch (dues.take()) {
        case Ending ending -> end(ending);
        case Late late -> spend(late.allocation(), late.spends());
      }
    } else if (hasRow && rows.row().atMillis() <= now) {
      start(mapping.workOf(rows.row()));
      readOn();
    } else {
      stage.node().advance();
    }
  }

  @Override
  public void onEvent(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> {
        Work work = waiting.remove(granted.allocation());
        if (work != null) {
          long now = event.at().toEpochMilli();
          var job =
              new RunningJob(work, granted.lines(), begin(work, now), true, granted.waitedMillis());
          tally.granted(job.isWhole());
          run(granted.allocation(), job);
        }
      }
      case Event.Denied denied -> {
        if (denied.allocation().isPresent() && waiting.remove(denied.allocation().get()) != null) {
          tally.denied(denied.denials());
          tally.waited(denied.waitedMillis());
        }
      }
      case Event.Preempted preempted -> {
        RunningJob job = running.remove(preempted.allocation());
        if (job != null) {
          stop(job, preempted, event.at().toEpochMilli());
        }
      }
      case Event.Resized resized -> resize(resized, event.at().toEpochMilli());
      case Event.Ended ended -> settle(running.remove(ended.allocation()));
      default -> {}
    }
  }

  @Override
  public void close() {
    try {
      rows.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void start(Work work) {
    Answer answer = stage.submit(new Command.Allocate(stage.nextId(), work.request()));
    switch (answer) {
      case Outcome.Granted granted -> {
        tally.granted(true);
        long begin = begin(work, stage.now());
        run(granted.allocation(), new RunningJob(work, granted.lines(), begin, false, 0));
      }
      case Outcome.Partial partial -> {
        tally.granted(false);
        long begin = begin(work, stage.now());
        run(partial.allocation(), new RunningJob(work, partial.lines(), begin, false, 0));
      }
      case Outcome.Queued queued -> {
        tally.queued();
        waiting.put(queued.allocation(), work);
        waking.noteDeadline(queued.waitsUntil().toEpochMilli());
      }
      case Outcome.Denied denied -> tally.denied(denied.denials());
      case Refusal refusal -> {
        tally.refused();
        onRefused.accept(new SkippedRow(work.line(), "refused: " + refusal.sentence()));
      }
      default -> throw new IllegalStateException("no answer to an allocation: " + answer);
    }
  }

  /// When work begins that was granted what it needs: once it hears of that, however late, but in
  /// time for its lease.
  private long begin(Work work, long now) {
    long late = stage.answersLateMillis();
    return work.runMillis() + late < work.request().lease().toMillis() ? now + late : now;
  }

  private void run(AllocationId allocation, RunningJob job) {
    running.put(allocation, job);
    scheduleEnd(allocation, job);
  }

  private void scheduleEnd(AllocationId allocation, RunningJob job) {
    long end = job.endsAt();
    if (job.expires()) {
      dues.add(end - 1, new Ending(allocation, end, Part.SPENDS));
      dues.add(end, new Ending(allocation, end, Part.IS_EXPIRED));
    } else {
      dues.add(end, new Ending(allocation, end, Part.SPENDS_AND_IS_RELEASED));
    }
  }

  /// A job has more than before, or less, so that it may end at another time.
  private void resize(Event.Resized resized, long now) {
    RunningJob job = running.get(resized.allocation());
    if (job != null) {
      long before = job.endsAt();
      job.resize(now, resized.type(), resized.difference());
      if (job.endsAt() != before) {
        scheduleEnd(resized.allocation(), job);
      }
    }
  }

  /// A job is preempted.
  private void stop(RunningJob job, Event.Preempted preempted, long now) {
    tally.lost(job.ran(now));
    if (!job.hasSpent() && job.ran(now) > 0) {
      dues.add(now, new Late(preempted.allocation(), job.spentBy(now)));
    }
    if (preempted.requeuedAs().isEmpty()) {
      settle(job);
      return;
    }
    tally.requeued(job.isWhole());
    if (!job.hadToWait()) {
      tally.queued();
    }
    waiting.put(preempted.requeuedAs().get(), job.asked());
    waking.noteDeadline(now + job.asked().request().maxWait().toMillis() - job.waitedMillis());
  }

  /// A job is over, or lost for good; how long it waited is known only now.
  private void settle(@Nullable RunningJob job) {
    if (job != null && job.hadToWait()) {
      tally.waited(job.waitedMillis());
    }
  }

  private void end(Ending ending) {
    RunningJob job = running.get(ending.allocation());
    if (job == null || job.endsAt() != ending.at()) {
      return; // It was stopped, or resized since and ends at another time.
    }
    switch (ending.part()) {
      case SPENDS -> spend(ending.allocation(), job);
      case IS_EXPIRED -> stage.node().advance();
      case SPENDS_AND_IS_RELEASED -> {
        spend(ending.allocation(), job);
        accept(stage.submit(new Command.Release(stage.nextId(), ending.allocation())));
      }
    }
  }

  private void spend(AllocationId allocation, RunningJob job) {
    job.noteSpent();
    spend(allocation, job.spends());
  }

  private void spend(AllocationId allocation, List<Spending> spends) {
    for (Spending spending : spends) {
      if (spending.amount() > 0) {
        UsageRecord usage = UsageRecord.of(allocation, spending.type(), spending.amount());
        accept(stage.submit(new Command.RecordUsage(stage.nextId(), usage)));
      }
    }
  }

  /// An administrator may have ended the allocation meanwhile; nothing else can be wrong with it.
  private static void accept(Answer answer) {
    boolean ended =
        answer instanceof Refusal.UnknownAllocation || answer instanceof Refusal.TooLate;
    if (answer instanceof Refusal refusal && !ended) {
      throw new IllegalStateException(
          "the end of an allocation was refused: " + refusal.sentence());
    }
  }

  private void readOn() {
    try {
      hasRow = rows.next();
    } catch (IOException failure) {
      hasRow = false;
      throw new UncheckedIOException(failure);
    }
  }

  /// What is left to do for a job that runs.
  private sealed interface Due {}

  /// The end of a job.
  ///
  /// @param at when the job is done, if it is not resized before
  private record Ending(AllocationId allocation, long at, Part part) implements Due {}

  /// What a job that was stopped had spent.
  private record Late(AllocationId allocation, List<Spending> spends) implements Due {}

  private enum Part {
    SPENDS,
    IS_EXPIRED,
    SPENDS_AND_IS_RELEASED
  }
}
