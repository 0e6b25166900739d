package dev.headroom.server;

import dev.headroom.client.Cancellation;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How long a server waits for what a caller says next, between requests and within one; whoever
/// says nothing for longer is hung up on. Helidon 4.5 has a time for neither a connection that
/// never says anything nor a request that stops in its middle, so that 10,000 of them would be all
/// it serves. Streams, on which the caller has nothing to say, are not concerned.
final class Patience implements ServerConnectionSelector, AutoCloseable {
  private static final String TOO_LONG = "The caller said nothing for too long";

  /// Of the connection whose thread it is.
  private static final ThreadLocal<Line> LINES = new ThreadLocal<>();

  private final ServerConnectionSelector connections;
  private final long nanos;

  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("headroom-patience").factory());

  /// @param connections what is said on a connection
  /// @param patience kept to half of it
  Patience(ServerConnectionSelector connections, Duration patience) {
    this.connections = connections;
    this.nanos = patience.toNanos();
    long often = Math.max(1, nanos / 2);
    var _ = clock.scheduleWithFixedDelay(this::hangUp, often, often, TimeUnit.NANOSECONDS);
  }

  @Override
  public int bytesToIdentifyConnection() {
    return connections.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return connections.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return connections.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext caller) {
    var line = new Line(caller.dataReader());
    return connections.connection(new HeardConnection(caller, DataReader.create(() -> next(line))));
  }

  /// Asked for once the caller whose request this thread answers has left.
  Cancellation left() {
    return Optional.ofNullable(LINES.get()).map(Line::left).orElseGet(Cancellation::new);
  }

  private byte[] next(Line line) {
    LINES.set(line);
    var wait = new Wait(Thread.currentThread(), System.nanoTime());
    waits.add(wait);
    byte[] said;
    try {
      said = line.next();
    } catch (UncheckedIOException broken) {
      throw wait.end() ? broken : new CloseConnectionException(TOO_LONG, broken);
    } finally {
      waits.remove(wait);
    }
    if (!wait.end()) {
      throw new CloseConnectionException(TOO_LONG);
    }
    return said;
  }

  private void hangUp() {
    long now = System.nanoTime();
    waits.stream().filter(wait -> now - wait.since > nanos).forEach(Wait::hangUp);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /// A wait for a caller, which ends once: by what is said, or by hanging up.
  private static final class Wait {
    private final Thread waiting;
    private final long since;
    private final AtomicBoolean ended = new AtomicBoolean();

    Wait(Thread waiting, long since) {
      this.waiting = waiting;
      this.since = since;
    }

    /// Whether it ends by this; it does not where it was over before.
    boolean end() {
      return ended.compareAndSet(false, true);
    }

    /// Interrupted in a read, a connection's thread closes it and ends.
    void hangUp() {
      if (end()) {
        waiting.interrupt();
      }
    }
  }
}
