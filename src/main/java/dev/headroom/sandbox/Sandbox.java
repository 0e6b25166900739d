package dev.headroom.sandbox;

import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Plays a workload against an engine of its own, at any speed, in a thread of its own.
///
/// It begins paused; [#start()] brings its thread. A workload that cannot be read any further has
/// it pause and say so in its state; let pass again, time goes on with what is left of the
/// workload. Where the machine cannot keep up, simulated time falls behind rather than jumping.
/// What happens at which simulated instant follows from scenario, seed, size and what is thrown in
/// alone, unless someone else changes the engine meanwhile; so nobody else may let its time pass.
public final class Sandbox implements SandboxControl, AutoCloseable {
  /// Most scopes that a workload can be asked for.
  public static final int SCOPES_MAX = 5_000_000;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /// How long it works in one go before it looks up.
  private static final long TURN_NANOS = 8 * NANOS_PER_MILLI;

  /// How long it rests while it keeps up.
  private static final long REST_NANOS = 4 * NANOS_PER_MILLI;

  /// How long it rests while it does not: others want the engine too.
  private static final long SHORT_REST_NANOS = NANOS_PER_MILLI / 5;

  /// A longer real pause between two turns, for example of a sleeping machine, counts as this much.
  private static final long GAP_NANOS_MAX = 250 * NANOS_PER_MILLI;

  private final Playbill playbill;
  private final LongSupplier nanoTime;
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final SpeedGauge gauge = new SpeedGauge();

  /// Guards everything below it.
  private final ReentrantLock lock = new ReentrantLock();

  private RestartListener listener = new RestartListener() {};
  private Playbill.Play play;
  private Playhead head;
  private int worlds;
  private boolean paused = true;
  private double speed = 1;

  private long lastNanos;

  private volatile SandboxState state;
  private volatile boolean closed;
  private volatile @Nullable Thread thread;

  /// A sandbox that plays the first of its sources, in its default size.
  public Sandbox(List<WorkloadSource> sources, long seed) {
    this(sources, sources.getFirst().name(), seed, 0, System::nanoTime);
  }

  /// @param scenario the name of the source that it begins with
  /// @param scopes about how many scopes it should have; 0 for as many as it has by default
  /// @param nanoTime a stopwatch for real time
  public Sandbox(
      List<WorkloadSource> sources, String scenario, long seed, int scopes, LongSupplier nanoTime) {
    this.playbill = new Playbill(sources);
    this.nanoTime = nanoTime;
    this.play = playbill.choose(scenario, seed, scopes);
    this.head = head(play, List.of());
    this.lastNanos = nanoTime.getAsLong();
    this.state = newState();
  }

  /// The engine of what is played now; another one after a restart.
  public Node node() {
    lock.lock();
    try {
      return head.world().node();
    } finally {
      lock.unlock();
    }
  }

  /// Throws a disturbance in once so much simulated time has passed since the beginning.
  ///
  /// @param wanted at or below which scope; empty for wherever chance says
  public void schedule(Duration after, Disturbance what, Optional<ScopePath> wanted) {
    lock.lock();
    try {
      head.world().expect(new Injection(what, wanted, play.source().start().plus(after)));
    } finally {
      lock.unlock();
    }
  }

  /// Is told what becomes of [#restart]s, by the thread that restarts; must not wait for the
  /// sandbox.
  public interface RestartListener {
    /// It plays on this engine now; the one before is closed afterwards.
    default void onBegun(Node engine) {}

    /// It cannot, and goes on playing what it played.
    default void onUnplayable(UnplayableException why) {}
  }

  /// Has `told` told of every restart from now on.
  public void onRestart(RestartListener told) {
    lock.lock();
    try {
      listener = told;
    } finally {
      lock.unlock();
    }
  }

  /// Begins to take turns in a thread of its own, which keeps no program alive.
  public void start() {
    lock.lock();
    try {
      if (thread != null) {
        throw new IllegalStateException("it was started before");
      }
      lastNanos = nanoTime.getAsLong();
      thread = Thread.ofPlatform().daemon().name("headroom-sandbox").start(this::takeTurns);
    } finally {
      lock.unlock();
    }
  }

  /// Lets `span` pass at once, as fast as it can, in the caller's thread, paused or not.
  public void runFor(Duration span) {
    lock.lock();
    try {
      obey();
      runOn(span.toMillis());
      lastNanos = nanoTime.getAsLong();
      state = newState();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<WorkloadSource> sources() {
    return playbill.sources();
  }

  @Override
  public SandboxState state() {
    return state;
  }

  @Override
  public void resume() {
    order(() -> {
      paused = false;
      head.forgetTrouble();
    });
  }

  @Override
  public void pause() {
    order(() -> paused = true);
  }

  @Override
  public void setSpeed(double newSpeed) {
    if (!(newSpeed >= SPEED_MIN && newSpeed <= SPEED_MAX)) {
      throw new IllegalArgumentException(
          "a speed is between " + SPEED_MIN + " and " + SPEED_MAX + ", not " + newSpeed);
    }
    order(() -> speed = newSpeed);
  }

  @Override
  public void stepAction() {
    order(() -> {
      paused = true;
      head.oneAction();
    });
  }

  @Override
  public void stepSecond() {
    order(() -> {
      paused = true;
      runOn(1000);
    });
  }

  @Override
  public void restart(String scenario, long newSeed, int newScopes) {
    Playbill.Play next = playbill.choose(scenario, newSeed, newScopes);
    order(() -> begin(next, List.of()));
  }

  @Override
  public void repeat() {
    order(() -> begin(play, head.world().injections()));
  }

  @Override
  public CompletableFuture<Injected> inject(Disturbance what, Optional<ScopePath> wanted) {
    var injected = new CompletableFuture<Injected>();
    order(() -> injected.complete(head.byHand(at -> head.world().inject(at, what, wanted))));
    return injected;
  }

  @Override
  public void endInjection(int number) {
    order(() -> {
      var _ = head.byHand(at -> head.world().end(at, number));
    });
  }

  /// Ends its thread, and the engine.
  @Override
  public void close() {
    closed = true;
    Thread running = thread;
    if (running != null && running != Thread.currentThread()) {
      LockSupport.unpark(running);
      try {
        running.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    lock.lock();
    try {
      head.world().close();
    } finally {
      lock.unlock();
    }
  }

  /// Does what is due by now.
  ///
  /// @return how long to rest then, in real nanoseconds
  long turn() {
    lock.lock();
    try {
      obey();
      long now = nanoTime.getAsLong();
      long elapsed = Math.min(now - lastNanos, GAP_NANOS_MAX);
      lastNanos = now;
      boolean keepsUp =
          paused
              || head.runTo(head.position() + elapsed * speed / NANOS_PER_MILLI, now + TURN_NANOS);
      paused |= !head.trouble().isEmpty();
      gauge.note(now, head.position());
      state = newState();
      return keepsUp ? REST_NANOS : SHORT_REST_NANOS;
    } finally {
      lock.unlock();
    }
  }

  private void takeTurns() {
    while (!closed) {
      LockSupport.parkNanos(this, turn());
    }
  }

  private void order(Runnable order) {
    orders.add(order);
    LockSupport.unpark(thread);
  }

  private void obey() {
    head.world().deliver();
    for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
      order.run();
    }
  }

  private void begin(Playbill.Play next, List<Injection> injections) {
    World old = head.world();
    try {
      head = head(next, injections);
    } catch (UnplayableException why) {
      listener.onUnplayable(why);
      return;
    }
    play = next;
    worlds++;
    lastNanos = nanoTime.getAsLong();
    gauge.reset();
    state = newState();
    listener.onBegun(head.world().node());
    old.close();
  }

  private void runOn(long millis) {
    head.forgetTrouble();
    var _ = head.runTo(head.position() + millis, Playhead.UNHURRIED);
    paused |= !head.trouble().isEmpty();
  }

  private Playhead head(Playbill.Play next, List<Injection> injections) {
    return new Playhead(new World(next.source(), next.seed(), next.scopes(), injections), nanoTime);
  }

  private SandboxState newState() {
    World world = head.world();
    return new SandboxState(
        play.source().name(),
        play.seed(),
        play.scopes(),
        worlds,
        Instant.ofEpochMilli(world.now()),
        paused,
        speed,
        paused ? 0 : gauge.speed(),
        world.stage().commands(),
        world.stage().refusals(),
        world.injected(),
        head.trouble());
  }
}
