package dev.headroom.sandbox.trace;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
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
/// Work that is preempted has lost what it had done: it reports, late, what it had spent until then
/// (rule U4), and if it waits again it begins anew and runs for its whole time, as a job does on a
/// cluster without checkpoints.
final class TraceWorkload implements Workload {
  private final Stage stage;
  private final TraceReader rows;
  private final RowMapping mapping;
  private final Waking waking;
  private final Consumer<SkippedRow> onRefused;
  private final RowTally tally = new RowTally();
  private final TimedQueue<Ending> endings = new TimedQueue<>();
  private final Map<AllocationId, Work> waiting = new HashMap<>();
  private final Map<AllocationId, Running> running = new HashMap<>();
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
    long next = endings.earliest();
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
    if (endings.earliest() <= now) {
      end(endings.take());
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
          boolean whole = isWhole(work.request().lines().size(), granted.lines());
          tally.granted(whole);
          long waited = granted.waitedMillis();
          var job =
              new Running(
                  work, work.with(granted.lines()), event.at().toEpochMilli(), whole, true, waited);
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
        Running job = running.remove(preempted.allocation());
        if (job != null) {
          stop(job, preempted, event.at().toEpochMilli());
        }
      }
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
        run(granted.allocation(), new Running(work, work, stage.now(), true, false, 0));
      }
      case Outcome.Partial partial -> {
        tally.granted(false);
        Work cut = work.with(partial.lines());
        run(partial.allocation(), new Running(work, cut, stage.now(), false, false, 0));
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

  private void run(AllocationId allocation, Running job) {
    running.put(allocation, job);
    Work work = job.asGranted;
    long end = job.since + work.runMillis();
    if (work.expires()) {
      endings.add(end - 1, new Ending(allocation, work.spends(), Ending.Part.SPENDS));
      endings.add(end, new Ending(allocation, work.spends(), Ending.Part.IS_EXPIRED));
    } else {
      endings.add(end, new Ending(allocation, work.spends(), Ending.Part.SPENDS_AND_IS_RELEASED));
    }
  }

  /// A job is preempted.
  private void stop(Running job, Event.Preempted preempted, long now) {
    Work work = job.asGranted;
    long ran = now - job.since;
    tally.lost(ran);
    if (!job.hasSpent && ran > 0) {
      double part = ran / (double) work.runMillis();
      List<Spending> spent = work.spends().stream().map(each -> each.by(part)).toList();
      endings.add(now, new Ending(preempted.allocation(), spent, Ending.Part.REPORTS_LATE));
    }
    if (preempted.requeuedAs().isEmpty()) {
      settle(job);
      return;
    }
    tally.requeued(job.isWhole);
    if (!job.hadToWait) {
      tally.queued();
    }
    waiting.put(preempted.requeuedAs().get(), job.asked);
    waking.noteDeadline(now + job.asked.request().maxWait().toMillis() - job.waitedMillis);
  }

  /// A job is over, or lost for good; how long it waited is known only now.
  private void settle(@Nullable Running job) {
    if (job != null && job.hadToWait) {
      tally.waited(job.waitedMillis);
    }
  }

  private static boolean isWhole(int linesAsked, List<GrantedLine> lines) {
    return lines.size() == linesAsked
        && lines.stream().allMatch(line -> line.granted() == line.requested());
  }

  private void end(Ending ending) {
    if (ending.part == Ending.Part.REPORTS_LATE) {
      spend(ending);
      return;
    }
    Running job = running.get(ending.allocation());
    if (job == null) {
      return;
    }
    switch (ending.part()) {
      case SPENDS -> {
        job.hasSpent = true;
        spend(ending);
      }
      case IS_EXPIRED -> stage.node().advance();
      case SPENDS_AND_IS_RELEASED -> {
        job.hasSpent = true;
        spend(ending);
        accept(stage.submit(new Command.Release(stage.nextId(), ending.allocation())));
      }
      case REPORTS_LATE -> {}
    }
  }

  private void spend(Ending ending) {
    for (Spending spending : ending.spends()) {
      if (spending.amount() > 0) {
        UsageRecord usage = UsageRecord.of(ending.allocation(), spending.type(), spending.amount());
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

  /// Something that is left to do for an allocation that was granted.
  private record Ending(AllocationId allocation, List<Spending> spends, Part part) {
    enum Part {
      SPENDS,
      IS_EXPIRED,
      SPENDS_AND_IS_RELEASED,
      REPORTS_LATE
    }
  }

  /// Work that has what it needs.
  private static final class Running {
    /// As it was asked for.
    private final Work asked;

    /// As it runs.
    private final Work asGranted;

    private final long since;
    private final boolean isWhole;
    private final boolean hadToWait;
    private final long waitedMillis;
    private boolean hasSpent;

    private Running(
        Work asked,
        Work asGranted,
        long since,
        boolean isWhole,
        boolean hadToWait,
        long waitedMillis) {
      this.asked = asked;
      this.asGranted = asGranted;
      this.since = since;
      this.isWhole = isWhole;
      this.hadToWait = hadToWait;
      this.waitedMillis = waitedMillis;
    }
  }
}
