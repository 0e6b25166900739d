package dev.headroom.client.remote;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Dispatch;
import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Asks a server, in the caller's thread, again and again for as long as there is patience: each
/// call only looks, or carries an id by which the server knows it again (A5). Any thread.
final class Calls implements AutoCloseable {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String CLOSED = "this client was closed";
  private static final String CANCELLED = "cancelled by the caller";
  private static final String TAKEN_BACK = "taken back by the caller";

  /// Whatever is not known soon comes as server-sent events.
  private static final String EITHER = "text/event-stream, application/json";

  private static final Duration CANCELLED_EVERY = Duration.ofMillis(20);

  private final Transport transport;
  private final Pace pace;
  private final Line line;
  private final CountDownLatch closed = new CountDownLatch(1);

  Calls(Transport transport, Pace pace, Line line) {
    this.transport = transport;
    this.pace = pace;
    this.line = line;
  }

  /// What came of one attempt.
  private sealed interface Attempt<A> {
    record Done<A>(Reply<A> reply) implements Attempt<A> {}

    /// @param cause what was in the way
    /// @param after how long the server asks to wait
    record Again<A>(String cause, Duration after) implements Attempt<A> {}
  }

  /// How something that takes its time is waited for.
  ///
  /// @param cancellation ends it early, as does an interrupt of the calling thread
  /// @param progress told how far it is, from 0 to 1, by the calling thread
  record Wait(Cancellation cancellation, DoubleConsumer progress) {}

  /// An address of the server.
  HttpUrl.Builder at(String path) {
    return transport.at(path);
  }

  /// The same, about a scope.
  HttpUrl.Builder at(String path, ScopePath scope) {
    return at(path).addQueryParameter("path", scope.text());
  }

  /// Looks something up.
  <A> Reply<A> get(HttpUrl.Builder at, Shape<A> answer) {
    return call(transport.request(at).get().build(), said -> read(said, answer));
  }

  /// Looks something up that is no value of a shape.
  ///
  /// @param understand makes it of a good answer
  <A> Reply<A> get(HttpUrl.Builder at, Function<Answer, Reply<A>> understand) {
    return call(transport.request(at).get().build(), understand);
  }

  /// Has something done.
  <B, A> Reply<A> post(String path, Shape<B> shape, B body, Shape<A> answer) {
    RequestBody bytes = RequestBody.create(Json.write(shape, body), JSON);
    return call(transport.request(at(path)).post(bytes).build(), said -> read(said, answer));
  }

  /// Has something replaced.
  <B, A> Reply<A> put(String path, Shape<B> shape, B body, Shape<A> answer) {
    RequestBody bytes = RequestBody.create(Json.write(shape, body), JSON);
    return call(transport.request(at(path)).put(bytes).build(), said -> read(said, answer));
  }

  /// Has something ended.
  <A> Reply<A> delete(HttpUrl.Builder at, Shape<A> answer) {
    return call(transport.request(at).delete().build(), said -> read(said, answer));
  }

  /// Has something worked out that may take its time, once.
  <B, A> Reply<A> postLong(String path, Shape<B> shape, B body, Shape<A> answer, Wait wait) {
    RequestBody bytes = RequestBody.create(Json.write(shape, body), JSON);
    return callLong(transport.request(at(path)).post(bytes), answer, wait);
  }

  /// Has something done that may take its time, and asks again where the connection breaks.
  ///
  /// @param dispatch takes it back before the server has it
  <B, A> Reply<A> send(String path, Shape<B> shape, B body, Shape<A> answer, Dispatch dispatch) {
    RequestBody bytes = new DispatchedBody(Json.write(shape, body), JSON, dispatch);
    Request request = transport.request(at(path)).header("Accept", EITHER).post(bytes).build();
    long begin = System.nanoTime();
    OptionalLong lost = OptionalLong.empty();
    for (int count = 1; ; count++) {
      Call call = transport.patient().newCall(request);
      dispatch.onTakenBack(call::cancel);
      switch (attempt(call, _ -> {}, said -> read(said, answer))) {
        case Attempt.Done<A>(var reply) -> {
          return reply;
        }
        case Attempt.Again<A>(var cause, var after) -> {
          if (dispatch.isTakenBack()) {
            return new Reply.Silence<>(since(begin), TAKEN_BACK);
          }
          // However long the server was at work, patience begins once it is lost.
          lost = OptionalLong.of(lost.orElseGet(System::nanoTime));
          if (!pauses(count, after, lost.getAsLong())) {
            return new Reply.Silence<>(since(begin), isClosed() ? CLOSED : cause);
          }
        }
      }
    }
  }

  /// Has something looked up that may take its time, once.
  <A> Reply<A> getLong(HttpUrl.Builder at, Shape<A> answer, Wait wait) {
    return callLong(transport.request(at).get(), answer, wait);
  }

  private <A> Reply<A> callLong(Request.Builder request, Shape<A> answer, Wait wait) {
    Cancellation cancellation = wait.cancellation();
    Thread caller = Thread.currentThread();
    if (cancellation.isCancelled() || caller.isInterrupted()) {
      return new Reply.Silence<>(Duration.ZERO, CANCELLED);
    }
    Call call = transport.patient().newCall(request.header("Accept", EITHER).build());
    long begin = System.nanoTime();
    var done = new CountDownLatch(1);
    Thread.ofVirtual()
        .name("headroom-remote-cancel")
        .start(() -> cancelCall(call, cancellation, caller, done));
    try {
      return switch (attempt(call, wait.progress(), said -> read(said, answer))) {
        case Attempt.Done<A>(var reply) -> reply;
        case Attempt.Again<A>(var cause, _) ->
            new Reply.Silence<>(
                since(begin),
                cancellation.isCancelled() || caller.isInterrupted() ? CANCELLED : cause);
      };
    } finally {
      done.countDown();
    }
  }

  private static void cancelCall(
      Call call, Cancellation cancellation, Thread caller, CountDownLatch done) {
    try {
      while (!done.await(CANCELLED_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        if (cancellation.isCancelled() || caller.isInterrupted()) {
          call.cancel();
          return;
        }
      }
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException("nobody interrupts this thread", unexpected);
    }
  }

  private <A> Reply<A> call(Request request, Function<Answer, Reply<A>> understand) {
    long begin = System.nanoTime();
    for (int count = 1; ; count++) {
      switch (attempt(transport.calls().newCall(request), _ -> {}, understand)) {
        case Attempt.Done<A>(var reply) -> {
          return reply;
        }
        case Attempt.Again<A>(var cause, var after) -> {
          if (!pauses(count, after, begin)) {
            return new Reply.Silence<>(since(begin), isClosed() ? CLOSED : cause);
          }
        }
      }
    }
  }

  /// Waits before another attempt.
  ///
  /// @param after how long the server asks to wait
  /// @return whether there is patience left for it
  private boolean pauses(int count, Duration after, long begin) {
    Duration pause = pace.pause(count, ThreadLocalRandom.current());
    pause = after.compareTo(pause) > 0 ? after : pause;
    return since(begin).plus(pause).compareTo(pace.patience()) <= 0 && pause(pause);
  }

  private <A> Attempt<A> attempt(
      Call call, DoubleConsumer progress, Function<Answer, Reply<A>> understand) {
    if (isClosed()) {
      return new Attempt.Done<>(new Reply.Silence<>(Duration.ZERO, CLOSED));
    }
    try (Response response = call.execute()) {
      Answer answer = Answer.of(response, progress);
      if (answer.isToStranger()) {
        line.refused(answer.detail());
        return refused(new Refusal.NotAllowed(answer.detail()));
      }
      line.heard();
      if (answer.isGood()) {
        return new Attempt.Done<>(understand.apply(answer));
      }
      Optional<Refusal> refusal = answer.refusal();
      if (refusal.isPresent()) {
        return refused(refusal.get());
      }
      return answer.isForLater()
          ? new Attempt.Again<>(answer.detail(), answer.retryAfter())
          : refused(Refusal.Invalid.at("", answer.detail()));
    } catch (IOException failure) {
      line.doubt();
      return new Attempt.Again<>(Causes.of(failure, transport.server()), Duration.ZERO);
    }
  }

  private static <A> Attempt<A> refused(Refusal refusal) {
    return new Attempt.Done<>(new Reply.Refused<>(refusal));
  }

  private static <A> Reply<A> read(Answer said, Shape<A> shape) {
    At at = At.tolerantRoot();
    return said.read(shape, at)
        .<Reply<A>>map(Reply.Decided::new)
        .orElseGet(() ->
            new Reply.Silence<>(
                Duration.ZERO, "its answer is not understood: " + at.problems().getFirst()));
  }

  /// Waits, unless this is closed or the caller interrupted meanwhile, which stays so.
  private boolean pause(Duration wait) {
    try {
      return !closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /// Ends all waiting; what is under way is cut by the transport.
  @Override
  public void close() {
    closed.countDown();
  }
}
