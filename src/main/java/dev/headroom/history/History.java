package dev.headroom.history;

import dev.headroom.history.forecast.Forecaster;
import dev.headroom.history.forecast.Standings;
import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Beginning;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.ConstraintForecast;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What an instance remembers of what was used: sums by time, scope, type and category, and the
/// reports that are made of them. Any thread may call it.
public final class History implements AutoCloseable {
  /// What it is called in a data folder.
  public static final String FILE = "history.db";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Rollups rollups;

  private History(Rollups rollups) {
    this.rollups = rollups;
  }

  /// Opens the history in a file; makes it where there is none.
  ///
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be read
  public static History open(Path file) {
    return new History(Rollups.open(file, Retention.DEFAULT));
  }

  /// Opens a file only to report what is in it, which whoever writes it does not mind.
  ///
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be read
  public static History look(Path file) {
    return new History(Rollups.look(file));
  }

  /// One that lives as long as its process.
  public static History inMemory() {
    return new History(Rollups.inMemory(Retention.DEFAULT));
  }

  /// The number of the last event that is in it.
  public long sequence() {
    lock.lock();
    try {
      return rollups.sequence();
    } finally {
      lock.unlock();
    }
  }

  /// When the last event happened; empty before the first.
  public Optional<Instant> last() {
    lock.lock();
    try {
      return rollups.last().map(Instant::ofEpochMilli);
    } finally {
      lock.unlock();
    }
  }

  /// From when on all events are in it; empty before the first.
  public Optional<Instant> begins() {
    lock.lock();
    try {
      return rollups.begins().map(Instant::ofEpochMilli);
    } finally {
      lock.unlock();
    }
  }

  /// The time zone by which its days begin now.
  public ZoneId zone() {
    lock.lock();
    try {
      return rollups.calendar().zoneAt(Long.MAX_VALUE);
    } finally {
      lock.unlock();
    }
  }

  /// Takes events, in order and without a gap; those that are in it already are passed over.
  ///
  /// @throws dev.headroom.history.rollup.HistoryException where they cannot be written
  public void add(List<Event> events) {
    lock.lock();
    try {
      rollups.add(events);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Begins anew with a state, since what happened before cannot be told any more.
  public void begin(Beginning beginning) {
    lock.lock();
    try {
      rollups.begin(beginning);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Has all that it took on disk.
  ///
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be written
  public void commit() {
    lock.lock();
    try {
      rollups.commit();
    } finally {
      lock.unlock();
    }
  }

  /// A report of all that it has.
  ///
  /// @param now the instance's time; nothing is later
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be read
  public UsageReport report(UsageQuery query, Instant now) {
    lock.lock();
    try {
      return Reporter.report(rollups, query, now);
    } finally {
      lock.unlock();
    }
  }

  /// The same, and where it reaches up to now what will be used as well.
  ///
  /// @param standings the scope's own limits and pools, as they stand now
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be read
  public UsageReport report(UsageQuery query, Standings standings, Instant now) {
    lock.lock();
    try {
      UsageReport report = Reporter.report(rollups, query, now);
      return query.to().isBefore(now)
          ? report
          : report.withForecast(new Forecaster(rollups, now).forecast(query.path(), standings));
    } finally {
      lock.unlock();
    }
  }

  /// What a scope will go on to use, and when its constraints run out.
  ///
  /// @param standings those of its own, as they stand now
  /// @param now the instance's time
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be read
  public UsageForecast forecast(ScopePath path, Standings standings, Instant now) {
    lock.lock();
    try {
      return new Forecaster(rollups, now).forecast(path, standings);
    } finally {
      lock.unlock();
    }
  }

  /// When constraints run out, wherever they are.
  ///
  /// @param standings how they stand now
  /// @param now the instance's time
  /// @throws dev.headroom.history.rollup.HistoryException where it cannot be read
  public List<ConstraintForecast> prospects(Standings standings, Instant now) {
    lock.lock();
    try {
      return new Forecaster(rollups, now).constraints(standings);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until an event is in it.
  ///
  /// @param nanos how long at most
  /// @return whether it is
  public boolean await(long sequence, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (rollups.sequence() < sequence && left > 0) {
        left = grown.awaitNanos(left);
      }
      return rollups.sequence() >= sequence;
    } finally {
      lock.unlock();
    }
  }

  /// Has all on disk and lets go of it.
  @Override
  public void close() {
    lock.lock();
    try {
      rollups.close();
    } finally {
      lock.unlock();
    }
  }
}
