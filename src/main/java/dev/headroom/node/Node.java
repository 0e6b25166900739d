package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.engine.Inspector;
import dev.headroom.engine.Rehearsal;
import dev.headroom.model.Answer;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A running engine that any thread may call. Commands are applied in the caller's thread under one
/// lock, stamped by the one clock, and answered once the [CommandLog] has them.
public final class Node implements AutoCloseable {
  /// How many what-ifs run at a time.
  public static final int WHAT_IFS_MAX = 2;

  private static final int TURN_MILLIS = 50;

  private final InstantSource clock;
  private final CommandLog log;
  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore whatIfs = new Semaphore(WHAT_IFS_MAX, true);
  private final List<Consumer<Event>> observers = new CopyOnWriteArrayList<>();

  /// A node whose engine lives in memory only.
  ///
  /// @param clock what time it is; where it jumps back, the engine's time stands still
  public Node(InstantSource clock) {
    this(clock, CommandLog.NONE, Engine.REMEMBERED_REQUESTS_DEFAULT);
  }

  /// @param clock what time it is; where it jumps back, the engine's time stands still
  /// @param log what keeps the commands
  /// @param rememberedRequests how many request ids the engine remembers at most
  public Node(InstantSource clock, CommandLog log, int rememberedRequests) {
    this.clock = clock;
    this.log = log;
    this.engine = new Engine(this::publish, rememberedRequests);
  }

  /// A node in memory that goes by this machine's clock: the one place where it is read.
  public static Node onSystemClock() {
    return new Node(InstantSource.system());
  }

  /// Decides about a command now.
  public Answer submit(Command command) {
    Answer answer;
    long position;
    lock.lock();
    try {
      Instant at = stamp();
      answer = engine.apply(at, command);
      position = log.append(at, command);
    } finally {
      lock.unlock();
    }
    log.await(position);
    return answer;
  }

  /// Lets whatever is due by now happen: expiries, windows, replenishment, ends of waits.
  public void advance() {
    submit(new Command.AdvanceTime());
  }

  /// Looks at the engine's state as it stands now, changing nothing.
  ///
  /// @param look what to read; must be quick, since commands wait meanwhile, and must not keep the
  ///   inspector
  public <T> T inspect(BiFunction<Inspector, Instant, T> look) {
    lock.lock();
    try {
      return look.apply(engine.inspector(), stamp());
    } finally {
      lock.unlock();
    }
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
    BooleanSupplier stopped =
        () -> cancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    while (!stopped.getAsBoolean()) {
      if (beginWhatIf()) {
        try {
          return rehearse(changes, stopped);
        } finally {
          whatIfs.release();
        }
      }
    }
    return Optional.empty();
  }

  private boolean beginWhatIf() {
    try {
      return whatIfs.tryAcquire(TURN_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Rehearsal> rehearse(List<Change> changes, BooleanSupplier stopped) {
    Rehearsal rehearsal;
    lock.lock();
    try {
      rehearsal = new Rehearsal(engine, stamp(), changes);
    } finally {
      lock.unlock();
    }
    boolean more = true;
    while (more && !stopped.getAsBoolean()) {
      more = rehearsal.step();
    }
    return more ? Optional.empty() : Optional.of(rehearsal);
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

  /// Has every later event handed over, in order, while it happens.
  ///
  /// @param observer called under the node's lock: it must be quick and must not call back
  /// @return the number of the last event before those that are handed over
  public long observe(Consumer<Event> observer) {
    lock.lock();
    try {
      observers.add(observer);
      return engine.sequence();
    } finally {
      lock.unlock();
    }
  }

  /// The SHA-256 of the engine's canonical state, in hexadecimal (rule D2).
  public String stateHash() {
    MessageDigest digest = sha256();
    lock.lock();
    try {
      engine.writeCanonical(digest::update);
    } finally {
      lock.unlock();
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Lets go of the observers. Commands are still answered.
  @Override
  public void close() {
    observers.clear();
  }

  /// A wall clock set back must not turn history back (D1).
  private Instant stamp() {
    Instant now = clock.instant();
    return now.isBefore(engine.now()) ? engine.now() : now;
  }

  private void publish(Event event) {
    for (Consumer<Event> observer : observers) {
      observer.accept(event);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
