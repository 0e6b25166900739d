package dev.headroom.server;

import dev.headroom.client.Cancellation;
import io.helidon.common.buffers.DataReader;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// What one caller says on a connection. While an answer to them is worked out, it can be listened
/// ahead, so that it is noticed when they leave: whoever closes the connection, or their side of
/// it, waits for nothing any more. For the connection's own thread.
final class Line {
  private final DataReader reader;
  private Optional<Ahead> ahead = Optional.empty();

  Line(DataReader reader) {
    this.reader = reader;
  }

  /// Waits until the caller says something.
  ///
  /// @return what
  byte[] next() {
    Optional<Ahead> begun = ahead;
    ahead = Optional.empty();
    begun.ifPresentOrElse(Ahead::await, reader::ensureAvailable);
    return reader.readBytes(reader.available());
  }

  /// What is asked for once the caller leaves before they say anything more.
  Cancellation left() {
    Ahead listening = ahead.orElseGet(() -> Ahead.begin(reader));
    ahead = Optional.of(listening);
    return listening.left;
  }

  /// Listening in a thread of its own, which alone reads until it ends.
  private record Ahead(FutureTask<Boolean> heard, Thread thread, Cancellation left) {
    static Ahead begin(DataReader reader) {
      var left = new Cancellation();
      var heard = new FutureTask<>(() -> hear(reader, left));
      return new Ahead(heard, Thread.ofVirtual().name("headroom-ahead").start(heard), left);
    }

    private static boolean hear(DataReader reader, Cancellation left) {
      boolean said = false;
      try {
        reader.ensureAvailable();
        said = true;
        return true;
      } finally {
        if (!said) {
          left.cancel();
        }
      }
    }

    /// Interrupted, it has the reading thread interrupted, which closes the connection.
    void await() {
      try {
        heard.get();
      } catch (InterruptedException interrupted) {
        thread.interrupt();
        Thread.currentThread().interrupt();
        throw new UncheckedIOException(new InterruptedIOException("hung up"));
      } catch (ExecutionException broken) {
        if (broken.getCause() instanceof RuntimeException gone) {
          throw gone;
        }
        throw new IllegalStateException("a caller could not be heard", broken);
      }
    }
  }
}
