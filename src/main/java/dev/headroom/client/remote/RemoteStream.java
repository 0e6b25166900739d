package dev.headroom.client.remote;

import dev.headroom.client.Subscription;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Follows one stream of a server in a thread of its own, and opens it again wherever it breaks,
/// until it is closed.
final class RemoteStream implements Subscription {
  private static final int OK = 200;
  private static final Duration BRIEF = Duration.ofSeconds(1);

  private final Transport transport;
  private final Line line;
  private final Reader reader;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Call call;

  /// Understands what comes.
  interface Reader extends Subscription {
    /// Whether nothing comes any more.
    boolean isEnded();

    /// Asks for the stream, from where it is to go on.
    Request request();

    /// Takes what comes until the stream ends.
    ///
    /// @return whether the stream is done with, so that it is not opened again
    /// @throws EOFException where the server has ended it in good order
    /// @throws IOException where it broke
    boolean read(ServerSentEvents events) throws IOException;
  }

  RemoteStream(Transport transport, Line line, Reader reader) {
    this.transport = transport;
    this.line = line;
    this.reader = reader;
  }

  /// Begins to follow.
  ///
  /// @param name of the thread that does
  void begin(String name) {
    Thread.ofVirtual().name(name).start(this::follow);
  }

  boolean isEnded() {
    return ended.getCount() == 0;
  }

  private void follow() {
    try {
      while (line.awaitUp(this::isEnded)) {
        once();
      }
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException("nobody interrupts this thread", unexpected);
    }
  }

  private void once() throws InterruptedException {
    Call opened = transport.streams().newCall(reader.request());
    call = opened;
    if (isEnded()) {
      return; // Closed just before: nobody would cut it.
    }
    try (Line.Pulse pulse = line.pulse(opened::cancel);
        Response response = opened.execute()) {
      if (response.code() == OK) {
        read(response, pulse);
      } else {
        turnedAway(Answer.of(response));
      }
    } catch (IOException failure) {
      if (!isEnded()) {
        line.lost(
            opened.isCanceled()
                ? transport.server().place() + " has been silent for too long"
                : Causes.of(failure, transport.server()));
      }
    }
  }

  private void read(Response response, Line.Pulse pulse) throws IOException {
    long begin = System.nanoTime();
    try {
      if (reader.read(new ServerSentEvents(response.body().source(), pulse::beat))) {
        ended.countDown();
      }
    } catch (EOFException end) {
      // A reader that does not keep up is dropped in good order, and goes on at once.
      if (System.nanoTime() - begin < BRIEF.toNanos()) {
        line.lost(transport.server().place() + " ended a stream at once");
      }
    }
  }

  private void turnedAway(Answer answer) throws InterruptedException {
    if (!answer.isForLater()) {
      line.refused(answer.detail());
    } else {
      Duration wait = answer.retryAfter().compareTo(BRIEF) > 0 ? answer.retryAfter() : BRIEF;
      ended.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void close() {
    ended.countDown();
    Call open = call;
    if (open != null) {
      open.cancel();
    }
    line.wake();
  }
}
