package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Advisor;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An instance over HTTP that works on its long answers until it is told to stop.
@DisplayName("A caller of what takes its time")
@Timeout(120)
final class LeavingCallerTest {
  private static final String SPAN = "from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path data;
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean endless = true;
  private LocalFolder folder;
  private HttpServer server;
  private String token;

  @BeforeEach
  void serve() throws IOException {
    folder = LocalFolder.open(data, DataFolder.Progress.UNSEEN);
    var everything = new TokenOrder("test", Role.ADMIN, ScopePath.ROOT, Optional.empty());
    token = new TokenStore(data).issue(everything, Instant.EPOCH).secret();
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server =
        HttpServer.start(
            slow(folder.instance()),
            HttpServer.Access.in(data),
            new HttpServer.Listening(any, Optional.empty()));
  }

  @AfterEach
  void end() {
    server.close();
    folder.close();
  }

  private Instance slow(Instance instance) {
    return slow(Instance.class, instance);
  }

  /// The same, but slow to record and to advise.
  private <T> T slow(Class<T> type, T behind) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              boolean slow = Set.of("record", "suggestions").contains(method.getName());
              if (slow && endless) {
                return work(arguments);
              }
              Object answer = pass(behind, method, arguments);
              return answer instanceof Advisor advisor ? slow(Advisor.class, advisor) : answer;
            }));
  }

  private static Object pass(Object behind, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(behind, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private Reply<?> work(Object[] arguments) throws InterruptedException {
    Arrays.stream(arguments)
        .filter(Cancellation.class::isInstance)
        .map(Cancellation.class::cast)
        .forEach(cancellation -> cancellation.onCancel(stopped::countDown));
    begun.countDown();
    var _ = stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new Reply.Silence<>(Duration.ZERO, "stopped");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/v1/recording?" + SPAN, "/v1/suggestions"})
  @DisplayName("has it stopped by leaving:")
  void leaves(String address) throws IOException, InterruptedException {
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      String request =
          "GET " + address + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
      caller.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      assertThat(begun.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(stopped.getCount()).isEqualTo(1);
    }
    assertThat(stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("gets it by staying, and is heard on the same connection afterwards")
  void stays() throws IOException, InterruptedException {
    endless = false;
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/v1/suggestions"))
            .header("Authorization", "Bearer " + token)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int count = 0; count < 3; count++) {
        HttpResponse<String> said = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
      }
    }
  }
}
