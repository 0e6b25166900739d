package dev.headroom.server;

import dev.headroom.client.Instance;
import dev.headroom.client.Recorded;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.node.MachineClock;
import dev.headroom.server.Api.Caller;
import dev.headroom.server.disguise.DisguiseKey;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Permission;
import dev.headroom.server.token.TokenStore;
import io.helidon.common.tls.Tls;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/// An instance over HTTP, on Helidon: takes calls from the wire, hands them to the [Api], and keeps
/// streams open.
///
/// HTTP/1.1 only: over HTTP/2 Helidon 4.5 lets nobody know that a reader has reset its stream, so
/// that streams which nobody reads would be written until their connection ends.
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(HttpServer.class.getName());
  static final int HEADERS_MAX = 16 * 1024;
  static final int PROLOGUE_MAX = 8 * 1024;
  private static final int CONNECTIONS_MAX = 10_000;
  private static final int REQUESTS_MAX = 1_000;
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final HttpAnswer ENDING =
      Problem.notNow("the server is ending").with("Connection", "close");
  private static final HttpAnswer TOO_MANY_STREAMS =
      Problem.tooMany("a token has at most " + Streams.PER_TOKEN_MAX + " streams open at a time");

  private final WebServer server;
  private final Patience patience;
  private final Api api;
  private final RequestReader reader;
  private final ConfigDocumentCalls documents;
  private final Streams streams;
  private final RecordingCalls recordings;
  private final Gauges gauges;
  private final CallsUnderWay underWay = new CallsUnderWay();

  private HttpServer(
      Instance instance, Access access, Listening listening, Supplier<List<Figure>> figures) {
    this.streams = new Streams(instance);
    this.recordings = new RecordingCalls(instance, RecordingCalls.BYTES_MAX);
    this.documents = new ConfigDocumentCalls(instance);
    this.api = new Api(instance, access, MachineClock.source(), Routes.ALL);
    this.reader = new RequestReader(api::bodyMax);
    this.gauges = new Gauges(instance, figures);
    this.patience = new Patience(http1(), listening.idle());
    var builder =
        WebServer.builder()
            .shutdownHook(false)
            .featuresDiscoverServices(false)
            .address(listening.address().getAddress())
            .port(listening.address().getPort())
            .maxTcpConnections(CONNECTIONS_MAX)
            .maxConcurrentRequests(REQUESTS_MAX)
            .shutdownGracePeriod(GRACE)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .protocolsDiscoverServices(false)
            .addConnectionSelector(patience)
            .directHandlers(DirectAnswers.handlers())
            .routing(routing -> routing.any(this::serve));
    listening.tls().ifPresent(builder::tls);
    this.server = builder.build();
  }

  private static Http1ConnectionSelector http1() {
    Http1Config config =
        Http1Config.builder().maxHeadersSize(HEADERS_MAX).maxPrologueLength(PROLOGUE_MAX).build();
    return Http1ConnectionSelector.builder().config(config).build();
  }

  /// Where and how a server listens.
  ///
  /// @param address port 0 for any that is free
  /// @param tls empty for plain HTTP
  /// @param idle how long a caller may say nothing, between requests or within one; kept to half of
  ///   it
  public record Listening(InetSocketAddress address, Optional<Tls> tls, Duration idle) {
    /// Listening with as much patience as callers need who keep connections: a minute.
    public Listening(InetSocketAddress address, Optional<Tls> tls) {
      this(address, tls, IDLE);
    }
  }

  /// Who may do what, and how an instance looks to them.
  public record Access(TokenStore tokens, DisguiseKey key) {
    /// That of the instance in a folder, which only its process may ask for.
    ///
    /// @throws IOException where a file of the folder cannot be used
    public static Access in(Path data) throws IOException {
      return new Access(new TokenStore(data), DisguiseKey.in(data));
    }
  }

  /// Begins to serve an instance.
  ///
  /// @param instance not closed with the server
  /// @throws IOException where it cannot listen there
  public static HttpServer start(Instance instance, Access access, Listening listening)
      throws IOException {
    return start(instance, access, listening, List::of);
  }

  /// The same, telling figures of what stands beside the instance too.
  ///
  /// @param figures asked for whenever someone looks, by any thread; those of a name together
  public static HttpServer start(
      Instance instance, Access access, Listening listening, Supplier<List<Figure>> figures)
      throws IOException {
    Bindable.require(listening.address());
    var server = new HttpServer(instance, access, listening, figures);
    server.server.start();
    return server;
  }

  /// The port that it listens on.
  public int port() {
    return server.port();
  }

  /// Finishes what was accepted, ends all streams, and stops.
  @Override
  public void close() {
    streams.end();
    recordings.end();
    underWay.drain(GRACE);
    server.stop();
    patience.close();
  }

  private void serve(ServerRequest request, ServerResponse response) {
    try {
      if (underWay.begin()) {
        carryOut(request, response);
      } else {
        send(ENDING.to(request.path().rawPath()), response);
      }
    } finally {
      underWay.end();
    }
  }

  private void carryOut(ServerRequest request, ServerResponse response) {
    long begin = System.nanoTime();
    String path = request.path().path();
    Optional<HttpCall> call = Optional.empty();
    Optional<HttpAnswer> answer;
    try {
      call = Optional.of(reader.read(request));
      answer = answer(call.get(), response);
    } catch (RequestReader.TooLargeException tooLarge) {
      answer = Optional.of(Problem.tooLarge(tooLarge.most));
    } catch (ServerConnectionException gone) {
      throw gone; // The library closes the connection.
    } catch (UncheckedIOException | IOException gone) {
      throw new ServerConnectionException("a caller went away", gone);
    } catch (RequestReader.MalformedException malformed) {
      answer =
          Optional.of(
              Problem.malformed(400, "the body is not as long as its headers say, or breaks off")
                  .with("Connection", "close"));
    } catch (RuntimeException broken) {
      LOG.log(Level.SEVERE, "a call failed: " + request.prologue().method() + " " + path, broken);
      answer = Optional.of(Problem.broken());
    }
    String method = request.prologue().method().text();
    note(method, path, call, answer.map(HttpAnswer::status).orElse(200), System.nanoTime() - begin);
    answer.ifPresent(each -> send(each.to(request.path().rawPath()), response));
  }

  private void note(String method, String path, Optional<HttpCall> call, int status, long nanos) {
    String route = api.templateOf(path).orElse("other");
    gauges.count(route, status, nanos);
    if (CallLog.isWanted()) {
      String token = call.map(api::caller).map(HttpServer::tokenId).orElse("");
      CallLog.tell(new CallLog.Called(method, route, status, nanos / 1000, token));
    }
  }

  private static String tokenId(Caller caller) {
    return caller instanceof Caller.Known(var grant) ? grant.tokenId() : "";
  }

  /// @return empty where a stream was written instead
  private Optional<HttpAnswer> answer(HttpCall call, ServerResponse response) throws IOException {
    if (call.is(Verb.GET) && isStream(call.path())) {
      return stream(call, response);
    }
    if (call.is(Verb.GET) && call.path().equals(RecordingCalls.PATH)) {
      return recording(call, response);
    }
    return LongAnswer.isWelcome(call)
        ? new LongAnswer(waiting -> answer(call, waiting).to(call.path()))
            .tell(() -> begin(response))
        : Optional.of(answer(call, new Waiting(patience::left, _ -> {})));
  }

  private HttpAnswer answer(HttpCall call, Waiting waiting) {
    if (ConfigDocumentCalls.isAt(call)) {
      return known(call, grant -> documents.answer(call, grant));
    }
    if (call.path().startsWith(Streams.LIVE + "/") && call.is(Verb.PUT)) {
      return known(call, grant -> streams.look(call, grant));
    }
    if (call.is(Verb.GET) && call.path().equals(Gauges.METRICS)) {
      return known(call, grant -> metrics(call, grant));
    }
    return gauges.answer(call).orElseGet(() -> api.answer(call, waiting));
  }

  /// They count what everyone does, and so are for those who see all.
  private HttpAnswer metrics(HttpCall call, Grant grant) {
    return grant.may(Permission.READ, ScopePath.ROOT)
        ? gauges.answer(call).orElseGet(() -> api.answer(call, Waiting.unseen()))
        : Problem.of(new Refusal.NotAllowed("the figures are for tokens of /"));
  }

  private HttpAnswer known(HttpCall call, Function<Grant, HttpAnswer> action) {
    return switch (api.caller(call)) {
      case Caller.Unknown _ -> Problem.unknownCaller();
      case Caller.Unclear(var cause) -> Problem.notNow(cause);
      case Caller.Known(var grant) ->
          OtherCall.misunderstood(call)
              .orElseGet(() -> api.seenBy(grant, () -> action.apply(grant)));
    };
  }

  private static boolean isStream(String path) {
    return Streams.isAt(path);
  }

  private static void send(HttpAnswer answer, ServerResponse response) {
    response.status(Status.create(answer.status()));
    response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
    response.header("Cache-Control", "no-store");
    answer.headers().forEach((name, value) -> response.header(name, value));
    response.send(answer.body());
  }

  private Optional<HttpAnswer> stream(HttpCall call, ServerResponse response) throws IOException {
    return switch (api.caller(call)) {
      case Caller.Unknown _ -> Optional.of(Problem.unknownCaller());
      case Caller.Unclear(var cause) -> Optional.of(Problem.notNow(cause));
      case Caller.Known(var grant) ->
          switch (api.seenBy(grant, () -> open(call, grant))) {
            case Streams.Opened.Not(var answer) -> Optional.of(answer);
            case Streams.Opened.Open(var stream) -> write(stream, grant, response);
          };
    };
  }

  private Streams.Opened open(HttpCall call, Grant grant) {
    return OtherCall.misunderstood(call)
        .<Streams.Opened>map(Streams.Opened.Not::new)
        .orElseGet(() -> streams.open(call, grant));
  }

  private Optional<HttpAnswer> recording(HttpCall call, ServerResponse response)
      throws IOException {
    return switch (api.caller(call)) {
      case Caller.Unknown _ -> Optional.of(Problem.unknownCaller());
      case Caller.Unclear(var cause) -> Optional.of(Problem.notNow(cause));
      case Caller.Known(var grant) ->
          recordings.answer(
              call,
              grant,
              new Waiting(patience::left, _ -> {}),
              recorded -> begin(recorded, response));
    };
  }

  private static OutputStream begin(Recorded recorded, ServerResponse response) {
    response.status(Status.OK_200);
    response.header(HeaderNames.CONTENT_TYPE, RecordingCalls.TYPE);
    response.header(HeaderNames.CONTENT_LENGTH, Long.toString(recorded.bytes()));
    response.header("Cache-Control", "no-store");
    response.header(RecordingCalls.FROM_HEADER, recorded.from().toString());
    response.header(RecordingCalls.TO_HEADER, recorded.to().toString());
    return response.outputStream();
  }

  private static OutputStream begin(ServerResponse response) {
    response.status(Status.OK_200);
    response.header(HeaderNames.CONTENT_TYPE, Stream.TYPE);
    response.header("Cache-Control", "no-store");
    return response.outputStream();
  }

  private Optional<HttpAnswer> write(Stream stream, Grant grant, ServerResponse response)
      throws IOException {
    boolean written = api.seenBy(grant, () -> streams.run(stream, grant, () -> begin(response)));
    return written ? Optional.empty() : Optional.of(TOO_MANY_STREAMS);
  }
}
