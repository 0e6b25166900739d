package dev.headroom.client.embedded;

import dev.headroom.client.Instance;
import dev.headroom.history.History;
import dev.headroom.node.Node;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Whether, and from when on, an instance's history is kept. Any thread may call it.
final class Remembering implements AutoCloseable {
  private final Node node;
  private final Instance instance;
  private final ReentrantLock lock = new ReentrantLock();

  /// Guarded by the lock above.
  private Optional<HistoryKeeper> keeper = Optional.empty();

  Remembering(Node node, Instance instance) {
    this.node = node;
    this.instance = instance;
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
