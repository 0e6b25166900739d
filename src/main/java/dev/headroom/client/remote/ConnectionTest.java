package dev.headroom.client.remote;

import dev.headroom.client.Finding;
import dev.headroom.client.Finding.Problem;
import dev.headroom.client.Finding.Step;
import dev.headroom.client.json.Greeting;
import dev.headroom.wire.json.At;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Finds out step by step whether a server can be reached, lets its caller in and tells what
/// happens: by the very calls that an instance makes. Nothing stays open. One thread runs it, once;
/// any may close it, which ends it.
public final class ConnectionTest implements AutoCloseable {
  private static final int OK = 200;

  private final Transport transport;
  private final Pace pace;
  private final Consumer<Finding> told;
  private volatile @Nullable Call underway;
  private volatile boolean closed;

  private ConnectionTest(Transport transport, Pace pace, Consumer<Finding> told) {
    this.transport = transport;
    this.pace = pace;
    this.told = told;
  }

  /// A test that has not begun.
  ///
  /// @param told what is found, step by step, by the thread that runs it; nothing once it is closed
  /// @throws IOException where the file of certificates cannot be used, with what is wrong with it
  public static ConnectionTest of(ServerAddress server, Pace pace, Consumer<Finding> told)
      throws IOException {
    return new ConnectionTest(new Transport(server, pace), pace, told);
  }

  /// Goes on until a step fails.
  ///
  /// @return what it was told of the instance, where none did
  public Optional<Finding.Understood> run() {
    return greet().filter(understood -> streams(understood.instance().sequence()));
  }

  private Optional<Finding.Understood> greet() {
    var milestones = new Milestones(transport.server(), this::tell);
    OkHttpClient client = transport.calls().newBuilder().eventListener(milestones).build();
    try (Response response = begin(client, transport.at("v1/instance"))) {
      return understand(Answer.of(response));
    } catch (IOException failure) {
      fail(milestones.next(), Causes.problem(failure), Causes.detail(failure));
      return Optional.empty();
    }
  }

  private Optional<Finding.Understood> understand(Answer answer) {
    if (answer.isToStranger()) {
      return fail(Step.TOKEN, Problem.STRANGER, answer.detail());
    }
    if (!answer.isGood()) {
      return fail(
          Step.TOKEN, answer.isForLater() ? Problem.BUSY : Problem.NOT_HEADROOM, answer.detail());
    }
    Optional<Greeting> read = answer.read(Greeting.SHAPE, At.tolerantRoot());
    if (read.isEmpty()) {
      return fail(Step.TOKEN, Problem.NOT_HEADROOM, "");
    }
    Greeting greeting = read.get();
    tell(new Finding.LetIn(greeting.role(), greeting.subtree()));
    if (greeting.protocol() != Greeting.PROTOCOL) {
      String versions = greeting.protocol() + " / " + Greeting.PROTOCOL;
      return fail(Step.VERSION, Problem.OTHER_VERSION, versions);
    }
    var understood = new Finding.Understood(greeting.protocol(), greeting.info());
    tell(understood);
    return Optional.of(understood);
  }

  /// Opens both streams until something has come through each.
  private boolean streams(long sequence) {
    long begin = System.nanoTime();
    HttpUrl.Builder events =
        transport.at("v1/events").addQueryParameter("after", Long.toString(sequence));
    for (HttpUrl.Builder at : List.of(events, transport.at("v1/live"))) {
      if (!opens(at)) {
        return false;
      }
    }
    tell(new Finding.Streaming(Duration.ofNanos(System.nanoTime() - begin)));
    return !closed;
  }

  private boolean opens(HttpUrl.Builder at) {
    boolean begun = false;
    try (Response response = begin(transport.streams(), at)) {
      if (response.code() != OK) {
        fail(Step.STREAMS, Problem.NO_STREAM, Answer.of(response).detail());
        return false;
      }
      begun = true;
      new ServerSentEvents(response.body().source(), () -> {}).next();
      return true;
    } catch (IOException failure) {
      boolean heldBack = begun && failure instanceof InterruptedIOException;
      fail(
          Step.STREAMS,
          heldBack ? Problem.HELD_BACK : Causes.problem(failure),
          Causes.detail(failure));
      return false;
    }
  }

  private Response begin(OkHttpClient client, HttpUrl.Builder at) throws IOException {
    Call call = client.newCall(transport.request(at).build());
    call.timeout().timeout(pace.answer().toMillis(), TimeUnit.MILLISECONDS);
    underway = call;
    if (closed) {
      call.cancel();
    }
    return call.execute();
  }

  private Optional<Finding.Understood> fail(Step step, Problem problem, String detail) {
    tell(new Finding.Failed(step, problem, detail));
    return Optional.empty();
  }

  private void tell(Finding finding) {
    if (!closed) {
      told.accept(finding);
    }
  }

  @Override
  public void close() {
    closed = true;
    Call call = underway;
    if (call != null) {
      call.cancel();
    }
    transport.close();
  }
}
