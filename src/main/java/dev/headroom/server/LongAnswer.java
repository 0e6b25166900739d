package dev.headroom.server;

import dev.headroom.client.Cancellation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/// An answer that may take its time, to a caller who takes server-sent events: one `progress` after
/// the other, at last an `answer`, whose id is its status. Once the caller is gone, nothing is
/// worked out for them any more. Whatever is known soon is answered as to anyone.
///
/// @see "WHATWG HTML, section 9.2, server-sent events"
final class LongAnswer {
  /// So long it is waited for what is known soon, and between two of what is told.
  private static final Duration EVERY = Duration.ofMillis(500);

  private final Cancellation cancellation = new Cancellation();
  private final FutureTask<HttpAnswer> answer;
  private volatile double part;
  private double told = -1;

  /// @param work makes the answer, in a thread of its own
  LongAnswer(Function<Waiting, HttpAnswer> work) {
    Waiting waiting = new Waiting(() -> cancellation, known -> part = known);
    answer = new FutureTask<>(() -> work.apply(waiting));
  }

  /// Whether a caller takes such an answer.
  static boolean isWelcome(HttpCall call) {
    return call.header("accept").filter(accept -> accept.contains(Stream.TYPE)).isPresent();
  }

  /// Works it out, and tells it in the caller's thread.
  ///
  /// @param begin opens the wire; not called where the answer is known soon
  /// @return the answer, where it is still to be given as to anyone
  /// @throws IOException where the caller is gone
  Optional<HttpAnswer> tell(Supplier<OutputStream> begin) throws IOException {
    Thread.ofVirtual().name("headroom-answer").start(answer);
    try {
      Optional<HttpAnswer> soon = await();
      if (soon.isPresent()) {
        return soon;
      }
      try (OutputStream out = begin.get()) {
        write(out);
      }
      return Optional.empty();
    } finally {
      cancellation.cancel();
    }
  }

  private void write(OutputStream out) throws IOException {
    Optional<HttpAnswer> done = Optional.empty();
    while (done.isEmpty()) {
      writeProgress(out);
      done = await();
    }
    Stream.write("event: answer\nid: " + done.get().status() + "\ndata: ", out);
    Stream.write(new String(done.get().body(), StandardCharsets.UTF_8).replace("\n", " "), out);
    Stream.write("\n\n", out);
    out.flush();
  }

  private void writeProgress(OutputStream out) throws IOException {
    double now = part;
    if (now > told) {
      told = now;
      Stream.write(
          String.format(Locale.ROOT, "event: progress\ndata: {\"part\":%.3f}\n\n", now), out);
    } else {
      Stream.write(": beat\n\n", out);
    }
    out.flush();
  }

  private Optional<HttpAnswer> await() throws IOException {
    try {
      return Optional.of(answer.get(EVERY.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException later) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is ending", interrupted);
    } catch (CancellationException | ExecutionException broken) {
      throw new IllegalStateException("an answer could not be worked out", broken);
    }
  }
}
