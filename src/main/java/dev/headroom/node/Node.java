package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.engine.Rehearsal;
import dev.headroom.journal.Ticket;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Distribution;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A running engine that any thread may call. Commands are applied in the caller's thread under one
/// lock, stamped by the one clock, and answered once the [CommandLog] has them.
public final class Node implements AutoCloseable {
  /// How many what-ifs run at a time.
  public static final int WHAT_IFS_MAX = 2;

  private static final long BETWEEN_TURNS_NANOS = 50_000;

  private final InstantSource clock;
  private final CommandLog log;
  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock retelling = new ReentrantLock(true);
  private final Rehearsing whatIfs = new Rehearsing(WHAT_IFS_MAX);
  private final Publication publication;
  private final Past past;

  private volatile boolean broken;

  /// What the last command that was kept waits for; guarded by the lock.
  private Ticket last = CommandLog.KEPT;

  /// A node whose engine lives in memory only.
  ///
  /// @param clock what time it is; where it jumps back, the engine's time stands still
  public Node(InstantSource clock) {
    this.clock = clock;
    this.log = CommandLog.NONE;
    this.publication = new Publication(true);
    this.engine = new Engine(publication::happened, Engine.REMEMBERED_REQUESTS_DEFAULT);
    this.past = Past.of(log, publication);
  }

  /// A node whose engine lives in memory only, and that remembers what was asked of it for a while.
  ///
  /// @param clock what time it is; where it jumps back, the engine's time stands still
  public static Node remembering(InstantSource clock) {
    Publication publication = new Publication(true);
    int remembered = Engine.REMEMBERED_REQUESTS_DEFAULT;
    Engine engine = new Engine(publication::happened, remembered);
    MemoryLog log = new MemoryLog(engine, remembered, MemoryLog.BYTES_MAX_DEFAULT);
    return new Node(clock, log, engine, publication);
  }

  /// An engine as it was, to be looked at: its time stands still, and nothing can be changed. What
  /// would be can be tried out.
  ///
  /// @param engine becomes the node's own
  public static Node frozen(Engine engine) {
    Instant then = engine.now();
    return new Node(() -> then, NoLog.asOf(then), engine, new Publication(true));
  }

  /// A node that goes on with an engine.
  ///
  /// @param clock what time it is; where it jumps back, the engine's time stands still
  /// @param log what keeps the commands
  /// @param publication takes the engine's events
  Node(InstantSource clock, CommandLog log, Engine engine, Publication publication) {
    this(clock, log, engine, publication, Past.of(log, publication));
  }

  /// The same with a past of another's.
  Node(InstantSource clock, CommandLog log, Engine engine, Publication publication, Past past) {
    this.clock = clock;
    this.log = log;
    this.engine = engine;
    this.publication = publication;
    this.past = past;
  }

  /// A node in memory that goes by this machine's clock: the one place where it is read.
  public static Node onSystemClock() {
    return new Node(InstantSource.system());
  }

  /// Decides about a command now. Returns once the decision is safe, with all its events published.
  ///
  /// @return [Refusal.ReadOnly] where decisions cannot be made safe now (D4)
  /// @throws UncertainException where the disk failed in between: the decision may or may not hold
  public Answer submit(Command command) {
    Answer answer;
    Ticket ticket;
    lock.lock();
    try {
      Optional<String> cause = readOnlyCause();
      if (cause.isPresent()) {
        return new Refusal.ReadOnly(cause.get());
      }
      Instant at = stamp();
      long before = engine.sequence();
      answer = apply(at, command);
      ticket = keep(at, command, before);
    } finally {
      lock.unlock();
    }
    if (!ticket.await()) {
      throw new UncertainException(log.cause().orElse("the disk had failed for a while"));
    }
    return answer;
  }

  /// A command that the engine breaks on is not kept, so what is left of it must not go on; opening
  /// the folder again comes to the state before.
  private Answer apply(Instant at, Command command) {
    boolean whole = false;
    try {
      Answer answer = engine.apply(at, command);
      whole = true;
      return answer;
    } finally {
      if (!whole && log.isDurable()) {
        broken = true;
      }
    }
  }

  /// Time that passed without anything happening need not be kept: what falls due later falls due
  /// all the same.
  private Ticket keep(Instant at, Command command, long sequenceBefore) {
    if (log.keepsAnything()
        && (engine.sequence() != sequenceBefore || !(command instanceof Command.AdvanceTime))) {
      publication.commandKept();
      last = log.append(at, command);
    }
    return last;
  }

  /// Lets whatever is due by now happen: expiries, windows, replenishment, ends of waits. Where
  /// that cannot be kept, time stands still.
  public void advance() {
    try {
      submit(new Command.AdvanceTime());
    } catch (UncertainException later) {
      // What is due has happened; whoever waits for it hears of it once it is safe.
    }
  }

  /// Why nothing can be changed now (D4); empty where all is well.
  public Optional<String> readOnlyCause() {
    return broken
        ? Optional.of("the engine broke on a command; close the instance and open it again")
        : log.cause();
  }

  /// Looks at the engine's state as it stands now, changing nothing. Returns once what was seen is
  /// safe, or the disk has failed.
  ///
  /// @param look what to read; must be quick, since commands wait meanwhile, and must not keep the
  ///   inspector
  public <T> T inspect(BiFunction<Inspector, Instant, T> look) {
    T seen;
    Ticket ticket;
    lock.lock();
    try {
      seen = look.apply(engine.inspector(), stamp());
      ticket = last;
    } finally {
      lock.unlock();
    }
    ticket.await();
    return seen;
  }

  /// Looks at the engine's state in turns, changing nothing; commands are decided in between, so
  /// that the last turn may see another state than the first. Returns once what was seen is safe,
  /// or the disk has failed.
  ///
  /// @param turn reads a part, and says whether there is more; must be quick, and must not keep the
  ///   inspector
  public void inspectInTurns(BiPredicate<Inspector, Instant> turn) {
    boolean more = true;
    Ticket ticket = CommandLog.KEPT;
    while (more) {
      lock.lock();
      try {
        more = turn.test(engine.inspector(), stamp());
        ticket = last;
      } finally {
        lock.unlock();
      }
      if (more && lock.hasQueuedThreads()) {
        // The lock goes to whoever comes first: who was woken up needs a moment to.
        LockSupport.parkNanos(this, BETWEEN_TURNS_NANOS);
      }
    }
    ticket.await();
  }

  /// How a budget would be divided among the children of its scope now. Nothing is done until the
  /// changes of the proposal are applied.
  ///
  /// @return empty where the engine refuses it: there is no such scope, limit or child
  public Optional<Distribution.Proposal> propose(Distribution distribution) {
    return inspect((inspector, now) ->
        inspector.refusalOf(distribution).isPresent()
            ? Optional.empty()
            : Optional.of(inspector.propose(distribution, now)));
  }

  /// Tries a change set on a copy of the engine: what it would do at once, and nothing happens.
  ///
  /// Commands wait only while the engine is copied; the rest goes on in the caller's thread. At
  /// most [#WHAT_IFS_MAX] run at a time, since each fills as much memory as the engine itself.
  ///
  /// @param cancelled asked again and again; once it says so, or the thread is interrupted, this
  ///   ends soon
  /// @return the finished rehearsal; empty where it was cancelled
  public Optional<Rehearsal> whatIf(List<Change> changes, BooleanSupplier cancelled) {
    return whatIfs.run(() -> rehearsal(changes), cancelled);
  }

  private Rehearsal rehearsal(List<Change> changes) {
    lock.lock();
    try {
      return new Rehearsal(engine, stamp(), changes);
    } finally {
      lock.unlock();
    }
  }

  /// The number of the last event.
  public long sequence() {
    lock.lock();
    try {
      return engine.sequence();
    } finally {
      lock.unlock();
    }
  }

  /// Has every later event handed over, in order, once it is safe.
  ///
  /// @param observer called while commands wait: it must be quick and must not call back
  /// @return the number of the last event before those that are handed over
  public long observe(Consumer<Event> observer) {
    lock.lock();
    try {
      return publication.observe(observer, engine.sequence());
    } finally {
      lock.unlock();
    }
  }

  /// Tells again events of before, as far as they are still kept. Takes as long as recovery does up
  /// to there, and as much memory as the engine; callers take turns.
  ///
  /// @param after the number before the first
  /// @param last the number of the last, which was published
  /// @param countMax how many at most
  /// @param cancelled asked again and again; once it says so, this ends soon
  /// @return the first ones in order and without a gap; none where none can be had
  /// @throws IOException where what is kept cannot be read
  public List<Event> retell(long after, long last, int countMax, BooleanSupplier cancelled)
      throws IOException {
    retelling.lock();
    try {
      return log.retell(new CommandLog.Span(after, last, countMax), cancelled);
    } finally {
      retelling.unlock();
    }
  }

  /// Tells in one go all events between two, as far as they are still kept; where nothing is kept,
  /// nothing. Takes as long as recovery does, and as much memory as the engine.
  ///
  /// @param after the number before the first
  /// @param last the number of the last, which was published
  /// @param cancelled asked again and again; once it says so, this ends soon
  /// @throws IOException where what is kept cannot be read
  public void recount(long after, long last, Recount.Listener listener, BooleanSupplier cancelled)
      throws IOException {
    retelling.lock();
    try {
      log.recount(new CommandLog.Span(after, last, Integer.MAX_VALUE), listener, cancelled);
    } finally {
      retelling.unlock();
    }
  }

  /// What was asked of it until now and is safe, as far as it is kept.
  public Past past() {
    return past;
  }

  /// The SHA-256 of the engine's canonical state, in hexadecimal (rule D2).
  public String stateHash() {
    lock.lock();
    try {
      return StateHash.of(engine).toString();
    } finally {
      lock.unlock();
    }
  }

  /// Makes safe what was decided and lets go of the observers. In memory commands are still
  /// answered, else refused.
  @Override
  public void close() {
    log.close();
    publication.end();
  }

  /// A wall clock set back must not turn history back (D1).
  private Instant stamp() {
    Instant now = clock.instant();
    return now.isBefore(engine.now()) ? engine.now() : now;
  }
}
