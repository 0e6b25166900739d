package dev.headroom.client.embedded;

import dev.headroom.client.Inbox;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.Subscription;
import dev.headroom.history.History;
import dev.headroom.history.forecast.Standings;
import dev.headroom.history.rollup.HistoryException;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.node.Node;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Keeps the history of an instance up to date, on a thread of its own and never in the engine's
/// way: what it does not get in time it is told again from the journal. Where it cannot be written,
/// it is opened again after a while and goes on where it ended.
final class HistoryKeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.headroom.history");

  /// So long nothing happens before what was counted is written.
  private static final Duration IDLE = Duration.ofMillis(100);

  /// So long events are counted at most before that is written: the fewer rows change in between,
  /// the more often the same ones are written again.
  private static final long UNWRITTEN_NANOS_MAX = Duration.ofSeconds(5).toNanos();

  /// After so many events it looks how far behind it is.
  private static final int EVENTS_PER_LOOK = 50_000;

  /// So long it lets events gather where few have come, unless someone asks: waking up for each
  /// costs more than to count it.
  private static final long GATHERING_MILLIS = 20;

  private static final int FEW_EVENTS = 512;

  /// Who is farther behind has all told again in one go.
  private static final long BEHIND_MAX = EventLog.KEPT_MAX;

  private static final Duration RETRY = Duration.ofSeconds(5);

  /// So long a report waits for what has happened before it was asked for.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long LOOK_MILLIS = 20;

  private final Node node;
  private final Instance instance;
  private final Supplier<History> opener;
  private final Optional<Foreteller> foreteller;
  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Inbox bringing = new Inbox();
  private volatile Optional<History> open = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();

  private HistoryKeeper(
      Node node, Instance instance, Supplier<History> opener, Optional<Foreteller> foreteller) {
    this.foreteller = foreteller;
    this.node = node;
    this.instance = instance;
    this.opener = opener;
    this.thread = Thread.ofPlatform().daemon().name("headroom-history").unstarted(this::run);
  }

  /// Begins.
  ///
  /// @param opener opens the history, which is closed at the end
  /// @param foretells whether it tells the instance beforehand what runs out (T5)
  static HistoryKeeper start(
      Node node, Instance instance, Supplier<History> opener, boolean foretells) {
    Optional<Foreteller> foreteller =
        foretells ? Optional.of(new Foreteller(node)) : Optional.empty();
    HistoryKeeper keeper = new HistoryKeeper(node, instance, opener, foreteller);
    keeper.thread.start();
    return keeper;
  }

  /// Makes a report of all that has happened, or where that takes too long of what is counted.
  Reply<UsageReport> report(UsageQuery query) {
    return ask((history, now) -> history.report(query, standings(query.path()), now));
  }

  /// Says what a scope will go on to use, likewise.
  Reply<UsageForecast> forecast(ScopePath path) {
    return ask((history, now) -> history.forecast(path, standings(path), now));
  }

  /// Makes a report of what had happened by an instant, which is a whole minute.
  Reply<UsageReport> report(UsageQuery query, Instant end) {
    return ask((history, _) -> history.report(query, end));
  }

  /// Says what a scope was to go on to use.
  ///
  /// @param then how the instance stood
  /// @param end what had happened by this instant is known
  Reply<UsageForecast> forecast(ScopePath path, Node then, Instant end) {
    return ask((history, _) -> history.forecast(path, standings(then, path), end));
  }

  private Standings standings(ScopePath path) {
    return standings(node, path);
  }

  private static Standings standings(Node node, ScopePath path) {
    return node.inspect((engine, now) -> HistoryFilling.standings(engine, path, now));
  }

  private <T> Reply<T> ask(BiFunction<History, Instant, T> question) {
    long happened = instance.info().sequence();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (open.isEmpty() && trouble.isEmpty() && System.nanoTime() < deadline) {
        if (closing.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return silence("the instance is closed");
        }
      }
      Optional<History> history = open;
      if (history.isEmpty()) {
        return silence(trouble.orElse("the history is not open yet; ask again later"));
      }
      asked.release();
      var _ = history.get().await(happened, deadline - System.nanoTime());
      return new Reply.Decided<>(question.apply(history.get(), instance.info().now()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return silence("interrupted");
    } catch (HistoryException failure) {
      return silence(failure.getMessage());
    }
  }

  private static <T> Reply<T> silence(String cause) {
    return new Reply.Silence<>(Duration.ZERO, cause);
  }

  private void run() {
    do {
      try (History history = opener.get()) {
        open = Optional.of(history);
        keepUp(history);
      } catch (HistoryException | IOException failure) {
        be(failure);
      } finally {
        open = Optional.empty();
      }
    } while (!isClosing(trouble.isEmpty() ? Duration.ZERO : RETRY));
  }

  private void be(Exception failure) {
    if (trouble.isEmpty()) {
      LOG.log(System.Logger.Level.WARNING, "{0}; it is tried again", failure.getMessage());
    }
    trouble = Optional.of(String.valueOf(failure.getMessage()));
  }

  private boolean isClosing(Duration wait) {
    try {
      return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /// Counts what has happened and what happens, until the end or until something is missing.
  private void keepUp(History history) throws IOException {
    long newest = instance.info().sequence();
    if (history.sequence() > newest) {
      throw new HistoryException(
          "the history has events up to number "
              + history.sequence()
              + ", which were safe, and the journal ends with number "
              + newest
              + ": its end was lost, or one of the two is of another instance; put back a good copy"
              + " of the journal, or make the history anew with headroom history rebuild");
    }
    trouble = Optional.empty();
    Duration pause = Duration.ZERO;
    while (!isClosing()) {
      recount(history);
      if (follow(history) && !isClosing(pause)) {
        history.begin(node.inspect(HistoryFilling::beginning));
        pause = RETRY; // Looking at all of a large state must not become a habit.
      }
    }
  }

  /// Has what is missing told in one go, where that is much and the node can.
  private void recount(History history) throws IOException {
    long newest = instance.info().sequence();
    if (newest - history.sequence() > BEHIND_MAX) {
      node.recount(history.sequence(), newest, new HistoryFilling(history), this::isClosing);
      history.commit();
    }
  }

  /// Counts events as they come, until the end or until it has fallen far behind.
  ///
  /// @return whether some cannot be had any more
  private boolean follow(History history) {
    Inbox inbox = new Inbox();
    bringing = inbox;
    long looked = history.sequence();
    Unwritten unwritten = new Unwritten(history);
    try (Subscription _ = instance.events(looked, inbox)) {
      while (!isClosing() && inbox.gapBefore() == 0) {
        List<Event> events = inbox.next(IDLE);
        history.add(events);
        foreteller.ifPresent(each -> each.saw(events));
        foreteller.ifPresent(each -> each.lookIfDue(history));
        unwritten.writeIfDue(events.isEmpty());
        long counted = history.sequence();
        if (counted - looked > EVENTS_PER_LOOK) {
          looked = counted;
          if (node.sequence() - counted > EventLog.BEHIND_MAX / 2) {
            return false;
          }
        }
        if (!events.isEmpty() && events.size() < FEW_EVENTS && inbox.isEmpty()) {
          gather();
        }
      }
      return inbox.gapBefore() > 0;
    } finally {
      inbox.close();
    }
  }

  private void gather() {
    try {
      if (asked.tryAcquire(GATHERING_MILLIS, TimeUnit.MILLISECONDS)) {
        var _ = asked.drainPermits();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// When a history was written. For its thread only.
  private static final class Unwritten {
    private final History history;
    private long written;
    private long writtenNanos = System.nanoTime();

    private Unwritten(History history) {
      this.history = history;
      this.written = history.sequence();
    }

    /// @param idle whether nothing happens just now
    private void writeIfDue(boolean idle) {
      long counted = history.sequence();
      boolean due = idle || System.nanoTime() - writtenNanos > UNWRITTEN_NANOS_MAX;
      if (due && counted > written) {
        history.commit();
        written = counted;
      }
      if (due) {
        writtenNanos = System.nanoTime();
      }
    }
  }

  /// Ends soon; what was counted is written.
  @Override
  public void close() {
    closing.countDown();
    asked.release();
    bringing.close(); // So that nobody waits for what might come.
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
