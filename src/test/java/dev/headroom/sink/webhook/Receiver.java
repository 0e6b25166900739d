package dev.headroom.sink.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A real server on this machine that takes webhooks, and answers them as it is told.
public final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch stalling = new CountDownLatch(1);
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private volatile Answer otherwise = new Answer(200);

  /// What came in.
  public record Request(com.sun.net.httpserver.Headers headers, String path, String body) {
    public String header(String name) {
      return headers.getFirst(name);
    }

    /// The numbers of its events.
    public List<Long> numbers() {
      List<Long> numbers = new ArrayList<>();
      tree().path("events").forEach(event -> numbers.add(event.path("sequence").asLong()));
      return numbers;
    }

    JsonNode tree() {
      try {
        return JSON.readTree(body);
      } catch (IOException notJson) {
        throw new UncheckedIOException(notJson);
      }
    }
  }

  /// How one request is answered; a negative status: not at all.
  public record Answer(int status, Map<String, String> headers) {
    static final Answer NEVER = new Answer(-1);

    public Answer(int status) {
      this(status, Map.of());
    }

    Answer(int status, String header, String value) {
      this(status, Map.of(header, value));
    }
  }

  private Receiver(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  public static Receiver start() throws IOException {
    return new Receiver(0);
  }

  /// Another one in the place of one that has ended.
  public static Receiver startAt(int port) throws IOException {
    return new Receiver(port);
  }

  int port() {
    return server.getAddress().getPort();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/hook");
  }

  /// Answers the next requests so, one each.
  public Receiver answer(Answer... next) {
    answers.addAll(List.of(next));
    return this;
  }

  /// Answers all other requests so.
  public Receiver otherwise(Answer answer) {
    otherwise = answer;
    return this;
  }

  public Request next() throws InterruptedException {
    Request next = requests.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("no request came");
    }
    return next;
  }

  /// The numbers of the next events, each as often as it came, until `last` has come.
  public List<Long> numbersUntil(long last) throws InterruptedException {
    List<Long> numbers = new ArrayList<>();
    while (!numbers.contains(last)) {
      numbers.addAll(next().numbers());
    }
    return numbers;
  }

  /// What came and was not looked at.
  public List<Request> rest() {
    List<Request> rest = new ArrayList<>();
    requests.drainTo(rest);
    return rest;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer next = answers.poll();
    Answer answer = next == null ? otherwise : next;
    requests.add(
        new Request(exchange.getRequestHeaders(), exchange.getRequestURI().getPath(), body));
    if (answer.status() < 0) {
      await();
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.sendResponseHeaders(answer.status(), -1);
    exchange.close();
  }

  private void await() {
    try {
      stalling.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stalling.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
