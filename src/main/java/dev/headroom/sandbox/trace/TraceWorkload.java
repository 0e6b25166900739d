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
import java.util.Map;
import java.util.function.Consumer;

/// Plays a trace on a stage: at one instant what ends comes before what starts, rows otherwise in
/// the file's order. A row that is dated before the one above it happens right after that one.
///
/// Work that ends with its lease is expired by the engine at that very instant, before it could say
/// what it spent (rule A8); so it says that a millisecond before.
final class TraceWorkload implements Workload {
  private final Stage stage;
  private final TraceReader rows;
  private final RowMapping mapping;
  private final Waking waking;
  private final Consumer<SkippedRow> onRefused;
  private final RowTally tally = new RowTally();
  private final TimedQueue<Ending> endings = new TimedQueue<>();
  private final Map<AllocationId, Work> waiting = new HashMap<>();
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
    if (waiting.isEmpty()) {
      return;
    }
    switch (event.body()) {
      case Event.Granted granted -> {
        Work work = waiting.remove(granted.allocation());
        if (work != null) {
          tally.grantedLate(work.request().lines().size(), granted.lines());
          tally.waited(granted.waitedMillis());
          run(granted.allocation(), work, event.at().toEpochMilli());
        }
      }
      case Event.Denied denied -> {
        if (denied.allocation().isPresent() && waiting.remove(denied.allocation().get()) != null) {
          tally.denied(denied.denials());
          tally.waited(denied.waitedMillis());
        }
      }
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
        tally.granted();
        run(granted.allocation(), work, stage.now());
      }
      case Outcome.Partial partial -> {
        tally.partial();
        run(partial.allocation(), work, stage.now());
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

  private void run(AllocationId allocation, Work work, long since) {
    long end = since + work.runMillis();
    if (work.expires()) {
      endings.add(end - 1, new Ending(allocation, work, Ending.Part.SPENDS));
      endings.add(end, new Ending(allocation, work, Ending.Part.IS_EXPIRED));
    } else {
      endings.add(end, new Ending(allocation, work, Ending.Part.SPENDS_AND_IS_RELEASED));
    }
  }

  private void end(Ending ending) {
    switch (ending.part()) {
      case SPENDS -> spend(ending);
      case IS_EXPIRED -> stage.node().advance();
      case SPENDS_AND_IS_RELEASED -> {
        spend(ending);
        accept(stage.submit(new Command.Release(stage.nextId(), ending.allocation())));
      }
    }
  }

  private void spend(Ending ending) {
    for (Spending spending : ending.work().spends()) {
      UsageRecord usage = UsageRecord.of(ending.allocation(), spending.type(), spending.amount());
      accept(stage.submit(new Command.RecordUsage(stage.nextId(), usage)));
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
      throw new UncheckedIOException(failure);
    }
  }

  /// Something that is left to do for an allocation that was granted.
  private record Ending(AllocationId allocation, Work work, Part part) {
    enum Part {
      SPENDS,
      IS_EXPIRED,
      SPENDS_AND_IS_RELEASED
    }
  }
}
