package dev.headroom.client.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Finding;
import dev.headroom.client.Finding.Problem;
import dev.headroom.client.Finding.Step;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The test of a connection")
@Timeout(60)
final class ConnectionTestTest {
  private static final String STRANGER = "hr_" + "0".repeat(64);

  /// Short, for servers that are known to say nothing.
  private static final Pace HASTY =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofMillis(300),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMillis(5),
          Duration.ofMillis(100));

  @TempDir private Path data;
  private final List<Finding> found = new ArrayList<>();

  private Optional<Finding.Understood> run(ServerAddress address, Pace pace) throws IOException {
    found.clear();
    try (ConnectionTest test = ConnectionTest.of(address, pace, found::add)) {
      return test.run();
    }
  }

  private void failsAt(Step step, Problem problem) {
    assertThat(found).extracting(Finding::step).isSorted().doesNotHaveDuplicates();
    assertThat(found.getLast())
        .isInstanceOfSatisfying(
            Finding.Failed.class,
            failed -> {
              assertThat(failed.step()).isEqualTo(step);
              assertThat(failed.problem()).isEqualTo(problem);
            });
  }

  private static ServerAddress at(String scheme, int port) {
    return ServerAddress.of(scheme + "://127.0.0.1:" + port, STRANGER);
  }

  @Test
  @DisplayName("takes every step, and says who one is there and what is served")
  void takesAllSteps() throws IOException {
    try (ServedFolder served = new ServedFolder(data)) {
      String token = served.token(Role.VIEWER, "/user:ada");
      assertThat(run(served.address(served.port(), token), Pace.DEFAULT)).isPresent();
      assertThat(found).extracting(Finding::step).containsExactly(Step.values());
      assertThat(found).contains(new Finding.Unencrypted(true));
      assertThat(found).contains(new Finding.LetIn("viewer", ScopePath.of("/user:ada")));
      assertThat(found.get(3))
          .isInstanceOfSatisfying(
              Finding.Understood.class,
              understood -> assertThat(understood.instance().name()).isNotEmpty());
    }
  }

  @Test
  @DisplayName("says that the token is not known")
  void knowsStrangers() throws IOException {
    try (ServedFolder served = new ServedFolder(data)) {
      assertThat(run(at("http", served.port()), Pace.DEFAULT)).isEmpty();
      failsAt(Step.TOKEN, Problem.STRANGER);
    }
  }

  @Test
  @DisplayName("says that nothing listens")
  void knowsEmptiness() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    run(at("http", port), Pace.DEFAULT);
    failsAt(Step.ADDRESS, Problem.NOTHING_LISTENS);
  }

  @Test
  @DisplayName("says that something else listens, or says nothing")
  void knowsOthers() throws IOException {
    try (Other other = new Other("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>")) {
      run(at("http", other.port()), Pace.DEFAULT);
      failsAt(Step.TOKEN, Problem.NOT_HEADROOM);
    }
    try (Other other = new Other("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")) {
      run(at("http", other.port()), Pace.DEFAULT);
      failsAt(Step.TOKEN, Problem.NOT_HEADROOM);
    }
    try (Other other = new Other("")) {
      run(at("http", other.port()), HASTY);
      failsAt(Step.TOKEN, Problem.SILENT);
    }
  }

  @Test
  @DisplayName("says that another version of the API is spoken")
  void knowsVersions() throws IOException {
    try (Other other = new Other(greeting(2))) {
      run(at("http", other.port()), Pace.DEFAULT);
      failsAt(Step.VERSION, Problem.OTHER_VERSION);
    }
  }

  private static String greeting(int protocol) {
    String body =
        String.format(
            Locale.ROOT,
            """
            {"protocol":%d,"name":"new","now":"2030-01-01T00:00:00.000Z","timeZone":"UTC",\
            "sequence":0,"scopes":1,"role":"admin","subtree":"/"}\
            """,
            protocol);
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  @DisplayName("says that something in between holds streams back, or that nothing comes any more")
  void knowsHeldBackStreams() throws IOException {
    String begun = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    try (Other other = new Other(greeting(1), begun)) {
      run(at("http", other.port()), HASTY);
      failsAt(Step.STREAMS, Problem.HELD_BACK);
    }
    try (Other other = new Other(greeting(1), "")) {
      run(at("http", other.port()), HASTY);
      failsAt(Step.STREAMS, Problem.SILENT);
    }
  }

  @Test
  @DisplayName("says who vouches for a server, that nobody does, and that it has no TLS")
  void knowsCertificates() throws IOException, InterruptedException {
    SelfSigned keys = SelfSigned.in(data, "ip:127.0.0.1");
    try (ServedFolder served = new ServedFolder(data.resolve("served"), Optional.of(keys.tls()))) {
      ServerAddress address = served.address();
      run(address, Pace.DEFAULT);
      failsAt(Step.ENCRYPTION, Problem.UNTRUSTED);

      assertThat(run(address.vouchedForBy(keys.authority()), Pace.DEFAULT)).isPresent();
      assertThat(found.get(1))
          .isInstanceOfSatisfying(
              Finding.Encrypted.class,
              encrypted -> {
                assertThat(encrypted.protocol()).isEqualTo("TLSv1.3");
                assertThat(encrypted.authority()).isEqualTo("Test Authority");
              });

      var elsewhere = ServerAddress.of("https://localhost:" + served.port(), STRANGER);
      run(elsewhere.vouchedForBy(keys.authority()), Pace.DEFAULT);
      failsAt(Step.ENCRYPTION, Problem.WRONG_HOST);
    }
    try (ServedFolder plain = new ServedFolder(data.resolve("plain"))) {
      run(at("https", plain.port()), Pace.DEFAULT);
      failsAt(Step.ENCRYPTION, Problem.NO_TLS);
    }
  }

  @Test
  @DisplayName("ends at once when it is closed, and tells nothing more")
  void ends() throws IOException, InterruptedException {
    try (Other other = new Other("")) {
      var test = ConnectionTest.of(at("http", other.port()), Pace.DEFAULT, found::add);
      Thread running = Thread.ofVirtual().start(test::run);
      other.awaitAsked();
      test.close();
      running.join();
      assertThat(found).noneMatch(Finding.Failed.class::isInstance);
    }
  }

  /// Something that gives one answer after the other, each to one caller, whatever is asked; the
  /// last one to all others.
  private static final class Other implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CountDownLatch asked = new CountDownLatch(1);
    private final Queue<Socket> callers = new ConcurrentLinkedQueue<>();
    private final Queue<String> answers;

    Other(String... answers) throws IOException {
      this.answers = new ConcurrentLinkedQueue<>(List.of(answers));
      Thread.ofVirtual().start(this::answer);
    }

    int port() {
      return door.getLocalPort();
    }

    void awaitAsked() throws InterruptedException {
      asked.await();
    }

    private void answer() {
      try {
        while (true) {
          Socket caller = door.accept();
          callers.add(caller);
          caller.getInputStream().read();
          asked.countDown();
          OutputStream out = caller.getOutputStream();
          String answer = answers.size() > 1 ? answers.remove() : answers.element();
          out.write(answer.getBytes(StandardCharsets.US_ASCII));
          out.flush();
        }
      } catch (IOException closed) {
        assertThat(door.isClosed()).isTrue();
      }
    }

    @Override
    public void close() throws IOException {
      door.close();
      for (Socket caller : callers) {
        caller.close();
      }
    }
  }
}
