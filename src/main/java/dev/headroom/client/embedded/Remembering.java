package dev.headroom.client.embedded;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.history.History;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.UsageForecast;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import dev.headroom.node.Node;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Whether, and from when on, an instance's history is kept. Any thread may call it.
final class Remembering implements AutoCloseable {
  private final Node node;
  private final Instance instance;
  private final Optional<CountedThen> then;
  private final ReentrantLock lock = new ReentrantLock();

  /// Guarded by the lock above.
  private Optional<HistoryKeeper> keeper = Optional.empty();

  /// @param present that of the instance that goes on, where this is how it was
  Remembering(Node node, Instance instance, Optional<Remembering> present) {
    this.node = node;
    this.instance = instance;
    this.then = present.map(now -> new CountedThen(now, node));
  }

  /// Keeps it from now on, and foretells what runs out (T5).
  ///
  /// @param opener opens the history
  void begin(Supplier<History> opener) {
    var _ = keeper(opener, true);
  }

  /// Who keeps it: where nobody does, someone in memory from now on, who foretells nothing.
  HistoryKeeper keeper() {
    return keeper(History::inMemory, false);
  }

  private HistoryKeeper keeper(Supplier<History> opener, boolean foretells) {
    lock.lock();
    try {
      HistoryKeeper known =
          keeper.orElseGet(() -> HistoryKeeper.start(node, instance, opener, foretells));
      keeper = Optional.of(known);
      return known;
    } finally {
      lock.unlock();
    }
  }

  /// A report of what it has.
  Reply<UsageReport> report(UsageQuery query) {
    return then.map(past -> past.report(query)).orElseGet(() -> keeper().report(query));
  }

  /// What a scope will go on to use, as far as that tells.
  Reply<UsageForecast> forecast(ScopePath path) {
    return then.map(past -> past.forecast(path)).orElseGet(() -> keeper().forecast(path));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      keeper.ifPresent(HistoryKeeper::close);
    } finally {
      lock.unlock();
    }
  }
}
