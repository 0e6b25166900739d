package dev.headroom.client.remote;

import dev.headroom.client.Link;
import dev.headroom.client.LinkSubscriber;
import dev.headroom.client.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Knows how the server is reached, and finds it again where it is lost: one thread does so for all
/// calls and streams, which only say what they notice. Any thread.
final class Line implements AutoCloseable {
  private static final Duration LOOK_EVERY_MOST = Duration.ofSeconds(1);
  private static final int LOOKS_PER_SILENCE = 10;
  private static final int BEATS_PER_SILENCE = 3;

  private final Pace pace;
  private final InstantSource clock;
  private final Supplier<Probe> probe;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final List<LinkSubscriber> watchers = new ArrayList<>();
  private final List<Pulse> pulses = new ArrayList<>();
  private final Thread keeper;
  private volatile Link link;
  private volatile Instant heardAt;
  private long upSinceNanos;
  private long probeAtNanos = System.nanoTime();
  private int attempt = 1;
  private boolean doubtful;
  private boolean closed;

  /// What came of trying to reach the server.
  sealed interface Probe {
    record Reached() implements Probe {}

    /// It does not let this caller in.
    ///
    /// @param cause for people
    record Refused(String cause) implements Probe {}

    /// It did not answer.
    ///
    /// @param cause for people
    record Lost(String cause) implements Probe {}
  }

  /// @param clock of whoever looks
  /// @param probe tries to reach the server, in this line's thread
  Line(Pace pace, InstantSource clock, Supplier<Probe> probe) {
    this.pace = pace;
    this.clock = clock;
    this.probe = probe;
    Instant now = clock.instant();
    this.heardAt = now;
    this.link = new Link.Reconnecting(now, attempt, now, "it has not been tried yet");
    this.keeper = Thread.ofPlatform().daemon().name("headroom-remote-link").unstarted(this::keep);
  }

  /// Begins to look for the server.
  void begin() {
    keeper.start();
  }

  Link link() {
    return link;
  }

  Subscription watch(LinkSubscriber watcher) {
    locked(() -> {
      watchers.add(watcher);
      watcher.onLink(link);
    });
    return () -> locked(() -> watchers.remove(watcher));
  }

  /// A call was answered.
  void heard() {
    heardAt = clock.instant();
    if (!isUp()) {
      locked(this::reached);
    }
  }

  /// A call was not answered: the reason may lie in the call, or in the server.
  void doubt() {
    locked(() -> {
      doubtful = true;
      change.signalAll();
    });
  }

  /// A stream broke, or could not be opened.
  void lost(String cause) {
    locked(() -> {
      if (isUp()) {
        boolean steady = System.nanoTime() - upSinceNanos > pace.pauseMost().toNanos();
        attempt = steady ? 1 : attempt + 1;
        retry(cause);
      }
    });
  }

  /// The server does not let this caller in.
  void refused(String cause) {
    locked(() -> {
      probeAtNanos = System.nanoTime() + pace.pauseMost().toNanos();
      if (!(link instanceof Link.Refused(var _, var before) && before.equals(cause))) {
        publish(new Link.Refused(heardAt, cause));
      }
    });
  }

  /// Waits until the server is there.
  ///
  /// @param over asked at each [#wake()] whether that is still wanted
  /// @return whether it is there; not where that is over, or this is closed
  boolean awaitUp(BooleanSupplier over) throws InterruptedException {
    lock.lock();
    try {
      while (!closed && !over.getAsBoolean() && !isUp()) {
        change.await();
      }
      return !closed && !over.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }

  /// Has all who wait look whether they still want to.
  void wake() {
    locked(change::signalAll);
  }

  /// Lets a stream take part in judging how fresh all is.
  ///
  /// @param cut ends the stream once it has been silent for too long
  Pulse pulse(Runnable cut) {
    var pulse = new Pulse(cut);
    locked(() -> pulses.add(pulse));
    return pulse;
  }

  /// When something last came through one stream.
  final class Pulse implements AutoCloseable {
    private final Runnable cut;
    private volatile long beatNanos = System.nanoTime();
    private volatile Instant beatAt = clock.instant();

    private Pulse(Runnable cut) {
      this.cut = cut;
    }

    /// Something came.
    void beat() {
      beatNanos = System.nanoTime();
      beatAt = clock.instant();
      heardAt = beatAt;
      if (link instanceof Link.Stale) {
        locked(Line.this::judge);
      }
    }

    /// For how long nothing has come.
    Duration silence() {
      return Duration.ofNanos(System.nanoTime() - beatNanos);
    }

    @Override
    public void close() {
      locked(() -> pulses.remove(this));
    }
  }

  /// Ends the search, and all waiting for the server.
  @Override
  public void close() {
    locked(() -> {
      closed = true;
      watchers.clear();
      change.signalAll();
    });
  }

  private void keep() {
    try {
      while (awaitProbe()) {
        Probe found = probe.get();
        locked(() -> take(found));
      }
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException("nobody interrupts this thread", unexpected);
    }
  }

  /// Waits until the server is to be looked for; until then looks at how fresh all is.
  private boolean awaitProbe() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        long now = System.nanoTime();
        long wait = probeAtNanos - now;
        if (isUp()) {
          judge();
          wait = doubtful ? 0 : lookEvery().toNanos();
        }
        if (wait <= 0) {
          doubtful = false;
          return true;
        }
        change.awaitNanos(wait);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void take(Probe found) {
    switch (found) {
      case Probe.Reached _ -> {
        heardAt = clock.instant();
        if (!isUp()) {
          reached();
        }
      }
      case Probe.Refused(var cause) -> refused(cause);
      case Probe.Lost(var cause) -> {
        if (isUp()) {
          lost(cause);
        } else {
          attempt++;
          retry(cause);
        }
      }
    }
  }

  /// Where streams are open, the most silent of them decides how fresh all is; where none is, but
  /// somebody wants to know, the server is asked as often as it would beat.
  private void judge() {
    Optional<Pulse> quietest = pulses.stream().max(Comparator.comparing(Pulse::silence));
    Optional<Pulse> silent =
        quietest.filter(pulse -> pulse.silence().compareTo(pace.silence()) > 0);
    if (silent.isPresent() && link instanceof Link.Connected) {
      publish(new Link.Stale(silent.get().beatAt));
    } else if (silent.isEmpty() && link instanceof Link.Stale) {
      publish(Link.fresh());
    }
    pulses.stream()
        .filter(pulse -> pulse.silence().compareTo(pace.end()) > 0)
        .forEach(pulse -> pulse.cut.run());
    Duration beat = pace.silence().dividedBy(BEATS_PER_SILENCE);
    if (pulses.isEmpty() && !watchers.isEmpty()) {
      doubtful |= heardAt.plus(beat).isBefore(clock.instant());
    }
  }

  private Duration lookEvery() {
    Duration look = pace.silence().dividedBy(LOOKS_PER_SILENCE);
    return look.compareTo(LOOK_EVERY_MOST) < 0 ? look : LOOK_EVERY_MOST;
  }

  private void reached() {
    if (!isUp()) {
      upSinceNanos = System.nanoTime();
      publish(Link.fresh());
      change.signalAll();
    }
  }

  private void retry(String cause) {
    Duration pause = pace.pause(attempt, ThreadLocalRandom.current());
    probeAtNanos = System.nanoTime() + pause.toNanos();
    publish(new Link.Reconnecting(heardAt, attempt, clock.instant().plus(pause), cause));
    change.signalAll();
  }

  private void publish(Link now) {
    link = now;
    List.copyOf(watchers).forEach(watcher -> watcher.onLink(now));
  }

  private boolean isUp() {
    return link instanceof Link.Connected || link instanceof Link.Stale;
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
