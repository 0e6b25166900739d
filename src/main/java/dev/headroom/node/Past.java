package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.EventSink;
import dev.headroom.journal.Disk;
import dev.headroom.journal.JournalFiles;
import dev.headroom.journal.Snapshot;
import dev.headroom.journal.Snapshots;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// What was asked of an instance, as far back as it is kept: how its engine was at any instant, and
/// the commands since.
///
/// All of it happens on engines of their own, in the caller's thread: the engine that answers is
/// neither touched nor held up. Any thread may ask; at most [#WALKS_MAX] walk at a time, since each
/// fills as much memory as the engine itself, and the others wait for their turn.
///
/// The state of an instant has all that was decided until then, that instant included, and all that
/// fell due by it.
public final class Past {
  /// How many walk at a time.
  public static final int WALKS_MAX = 2;

  /// Stands for the last command that is kept, whenever that was.
  public static final Instant END = Instant.MAX;

  private static final int TURN_MILLIS = 50;

  private final Source source;
  private final Beginning beginning;
  private final Semaphore turns = new Semaphore(WALKS_MAX, true);

  /// Where commands come from.
  interface Source {
    /// Runs it from what is kept; leaves it alone where nothing is.
    void relive(Reliving reliving) throws IOException;
  }

  /// Where it begins.
  interface Beginning {
    /// Empty where nothing is kept.
    Optional<Instant> find() throws IOException;
  }

  /// Walks over a span. Called in one thread.
  public interface Walk {
    /// Told just before it begins.
    ///
    /// @param number of the last command before the beginning; 0 for none
    default void beginsAfter(long number) {}

    /// The engine as it was at the beginning; called once, first. It is the walk's own: whoever
    /// wants the commands to have effect applies them. Where the beginning is not kept any more,
    /// the engine's time is later: the span then begins there.
    void begin(Engine engine);

    /// The next command after the beginning, and at or before the end.
    ///
    /// @param number its place in the journal, from 1
    void command(long number, Instant at, Command command);

    /// Asked again and again; once it says so, the walk ends soon.
    boolean isCancelled();
  }

  Past(Source source, Beginning beginning) {
    this.source = source;
    this.beginning = beginning;
  }

  /// That of an engine that goes on: what it was asked until now and is safe.
  ///
  /// @param publication knows what is safe
  static Past of(CommandLog log, Publication publication) {
    return new Past(reliving -> log.relive(reliving.upTo(publication.safe())), log::begins);
  }

  /// That of a folder that anyone may have open, or nobody.
  public static Past of(Disk disk) {
    return new Past(reliving -> reliving.run(disk), () -> begins(disk));
  }

  /// From when on states can be told; empty where nothing is kept.
  ///
  /// @throws IOException where what is kept cannot be read
  public Optional<Instant> begins() throws IOException {
    return beginning.find();
  }

  static Optional<Instant> begins(Disk disk) throws IOException {
    boolean whole = JournalFiles.firstKept(disk).orElse(1L) == 1;
    List<Snapshot> snapshots = Snapshots.on(disk).whole();
    return JournalFiles.firstInstant(
        disk, whole || snapshots.isEmpty() ? Optional.empty() : Optional.of(snapshots.getLast()));
  }

  /// The engine as it was, to look at it or to go on from there: it is the caller's own. Where that
  /// is not kept any more, it is the oldest that is.
  ///
  /// @param cancelled asked again and again; once it says so, this ends soon
  /// @return empty where nothing is kept, or it was cancelled
  /// @throws IOException where what is kept cannot be read
  public Optional<Engine> at(Instant instant, BooleanSupplier cancelled) throws IOException {
    return at(instant, cancelled, _ -> {});
  }

  /// The same as a node that stands still: it tells the newest of what happened before, and its
  /// past is this one.
  ///
  /// @return empty where nothing is kept, or it was cancelled
  /// @throws IOException where what is kept cannot be read
  public Optional<Node> frozenAt(Instant instant, BooleanSupplier cancelled) throws IOException {
    Publication publication = new Publication(false);
    return at(instant, cancelled, publication::happened).map(engine -> frozen(engine, publication));
  }

  /// @param publication has taken the engine's events
  private Node frozen(Engine engine, Publication publication) {
    Instant then = engine.now();
    publication.begin(0, engine.sequence());
    return new Node(() -> then, NoLog.asOf(then), engine, publication, this);
  }

  private Optional<Engine> at(Instant instant, BooleanSupplier cancelled, EventSink sink)
      throws IOException {
    Applying applying = new Applying(_ -> {}, cancelled);
    relive(new Reliving(instant, instant, applying, sink));
    return Optional.ofNullable(applying.engine);
  }

  /// Tells in order what happened after an instant, up to and including another, as far as that is
  /// kept. Takes as long as applying those commands again.
  ///
  /// @param told is called in the caller's thread
  /// @param cancelled asked again and again; once it says so, this ends soon
  /// @throws IOException where what is kept cannot be read
  public void tell(Instant from, Instant to, EventSink told, BooleanSupplier cancelled)
      throws IOException {
    Applying applying = new Applying(told, cancelled);
    relive(new Reliving(from, to, applying, applying::happened));
    applying.end(to);
  }

  /// Walks over all commands after an instant, up to and including another. Where nothing is kept,
  /// nothing is told.
  ///
  /// @throws IOException where what is kept cannot be read
  public void walk(Instant from, Instant to, Walk walk) throws IOException {
    relive(new Reliving(from, to, walk, _ -> {}));
  }

  private void relive(Reliving reliving) throws IOException {
    while (!reliving.hasEnough()) {
      if (takeTurn()) {
        try {
          source.relive(reliving);
          return;
        } finally {
          turns.release();
        }
      }
    }
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Takes the engine that it is shown, and applies the commands of the span to it.
  private static final class Applying implements Walk {
    private final EventSink told;
    private final BooleanSupplier cancelled;
    private @Nullable Engine engine;

    private Applying(EventSink told, BooleanSupplier cancelled) {
      this.told = told;
      this.cancelled = cancelled;
    }

    private void happened(Event event) {
      if (engine != null) {
        told.accept(event);
      }
    }

    @Override
    public void begin(Engine beginning) {
      engine = beginning;
    }

    @Override
    public void command(long number, Instant at, Command command) {
      Optional.ofNullable(engine).ifPresent(state -> state.apply(at, command));
    }

    /// Has what fell due by the end happen.
    private void end(Instant to) {
      Optional.ofNullable(engine)
          .filter(state -> state.now().isBefore(to) && to.isBefore(END) && !isCancelled())
          .ifPresent(state -> state.apply(to, new Command.AdvanceTime()));
    }

    @Override
    public boolean isCancelled() {
      return cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    }
  }
}
