package dev.headroom.client.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headroom.client.Dispatch;
import dev.headroom.client.Reply;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Changes that take their time, behind a server,")
@Timeout(120)
final class LongChangesTest {
  private static final int COUNT = 30_000;

  /// Whoever calls so has no patience with an answer, but for what the server is at work on.
  private static final Pace IMPATIENT =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofMillis(50),
          Duration.ofMillis(50),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Duration.ofMillis(5),
          Duration.ofMillis(100));

  private static final Reply<Outcome.ConfigChanged> DONE =
      new Reply.Decided<>(new Outcome.ConfigChanged(1));

  @TempDir private Path data;
  private ServedFolder served;
  private Proxy proxy;

  @BeforeEach
  void serve() {
    served = new ServedFolder(data);
    proxy = new Proxy(served.port());
  }

  @AfterEach
  void end() {
    proxy.close();
    served.close();
  }

  private RemoteInstance client(Pace pace) {
    String token = served.address().token().text();
    return ServedFolder.client(served.address(proxy.port(), token), pace);
  }

  private static Command.ApplyChanges changes() {
    List<Change> limits =
        IntStream.range(0, COUNT)
            .mapToObj(number -> ScopePath.of("/user:u" + number))
            .<Change>map(path ->
                new Change.PutLimits(
                    path, List.of(new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(10))), 0))
            .toList();
    return new Command.ApplyChanges(new RequestId("many"), limits, "op", "to begin");
  }

  @Test
  @DisplayName("are waited for as long as the server is at work on them")
  void areWaitedFor() {
    try (RemoteInstance instance = client(IMPATIENT)) {
      var way = new Dispatch();
      assertThat(instance.apply(changes(), way)).isEqualTo(DONE);
      assertThat(way.sent()).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("are made once, and answered, where the connection breaks before the answer (A5)")
  void areAskedForAgain() {
    var connections = new AtomicInteger();
    proxy.cutAfter(
        Proxy.ENDLESS, () -> connections.incrementAndGet() <= 2 ? 1 : Proxy.ENDLESS.getAsLong());
    try (RemoteInstance instance = client(Pace.DEFAULT)) {
      assertThat(instance.apply(changes())).isEqualTo(DONE);
    }
    assertThat(connections).hasValueGreaterThan(2);
  }

  @Test
  @DisplayName("are taken back while the server cannot be reached, and nothing is changed")
  void areTakenBack() {
    proxy.close();
    try (RemoteInstance unreachable = client(Pace.DEFAULT);
        RemoteInstance instance = ServedFolder.client(served.address(), Pace.DEFAULT)) {
      var way = new Dispatch();
      CompletableFuture<Reply<Outcome.ConfigChanged>> reply =
          CompletableFuture.supplyAsync(() -> unreachable.apply(changes(), way));
      assertThat(way.takeBack()).isTrue();
      assertThat(reply.join())
          .isInstanceOfSatisfying(
              Reply.Silence.class,
              silence -> assertThat(silence.cause()).isEqualTo("taken back by the caller"));
      assertThat(instance.apply(changes())).isEqualTo(DONE);
    }
  }

  @Test
  @DisplayName("are taken back in the midst of being sent: the last part does not go")
  void areTakenBackMidway() {
    var way = new Dispatch();
    var sent = new Buffer();
    BufferedSink network =
        Okio.buffer(
            new ForwardingSink(sent) {
              @Override
              public void write(Buffer source, long count) throws IOException {
                super.write(source, count);
                way.takeBack();
              }
            });
    byte[] bytes = new byte[1_000_000];
    var body = new DispatchedBody(bytes, MediaType.get("application/json"), way);
    assertThatThrownBy(() -> body.writeTo(network)).isInstanceOf(IOException.class);
    assertThat(sent.size()).isPositive().isLessThan(bytes.length);
    assertThat(way.sent()).isPositive().isLessThan(1);
  }
}
