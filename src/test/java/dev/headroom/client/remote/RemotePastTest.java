package dev.headroom.client.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.PastReach;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.client.embedded.FetchedPast;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Event;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.node.Node;
import dev.headroom.node.Recording;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The past of an instance behind a server")
@Timeout(60)
final class RemotePastTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ScopePath EARLY = ScopePath.of("/user:early");
  private static final ScopePath LATE = ScopePath.of("/user:late");

  @TempDir private Path data;
  @TempDir private Path files;
  private ServedFolder served;
  private RemoteInstance client;
  private Instant between;

  @BeforeEach
  void serve() {
    served = new ServedFolder(data);
    client = served.client();
    client.lookBack(new FetchedPast(client));
    between = appear(EARLY);
    // Time is told in milliseconds.
    while (!served.folder().instance().info().now().isAfter(between.plusMillis(1))) {
      Thread.onSpinWait();
    }
    appear(LATE);
  }

  /// @return when it was there
  private Instant appear(ScopePath path) {
    Instance instance = served.folder().instance();
    var request = AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, 5));
    assertThat(instance.allocate(new RequestId(path.name()), request))
        .isInstanceOf(Reply.Decided.class);
    return instance.info().now();
  }

  @AfterEach
  void end() {
    client.close();
    served.close();
  }

  private static <T> T known(Reply<T> reply) {
    assertThat(reply).isInstanceOf(Reply.Decided.class);
    return ((Reply.Decided<T>) reply).value();
  }

  private static boolean knows(Instance instance, ScopePath path) {
    return instance.scope(path) instanceof Reply.Decided<ScopeStatus>;
  }

  @Test
  @DisplayName("comes as a file, in which each state is as it was (D2)")
  void comesAsFile() throws IOException {
    Path file = files.resolve("span");
    var progress = new AtomicInteger();
    var query = new RecordingQuery(Instant.EPOCH, between.plus(HOUR), file);
    Recorded made =
        known(client.record(query, new Cancellation(), _ -> progress.incrementAndGet()));
    assertThat(made.bytes()).isEqualTo(Files.size(file));
    assertThat(progress.get()).isPositive();
    try (Recording recording = Recording.open(file)) {
      assertThat(stateAt(recording.node(), between))
          .isEqualTo(stateAt(served.folder().node(), between));
      assertThat(stateAt(recording.node(), made.to()))
          .isEqualTo(stateAt(served.folder().node(), made.to()));
    }
  }

  private static String stateAt(Node node, Instant instant) throws IOException {
    return Node.frozen(node.past().at(instant, () -> false).orElseThrow()).stateHash();
  }

  @Test
  @DisplayName("is looked at here once it was fetched: any instant, and what happened")
  void isLookedAt() {
    PastReach reach = known(client.reachPast(HOUR, new Cancellation(), _ -> {}));
    assertThat(reach.isFetched()).isTrue();
    assertThat(known(client.rememberedSince())).isEqualTo(reach.since());
    assertThat(reach.since()).isBeforeOrEqualTo(between);
    try (Instance then = known(client.asOf(between, new Cancellation()))) {
      assertThat(knows(then, EARLY)).isTrue();
      assertThat(knows(then, LATE)).isFalse();
    }
    try (Instance then = known(client.asOf(reach.until(), new Cancellation()))) {
      assertThat(knows(then, LATE)).isTrue();
    }
    List<Event> told = new ArrayList<>();
    known(client.retell(between, reach.until(), told::add, new Cancellation()));
    assertThat(told).extracting(event -> event.body().path()).contains(LATE).doesNotContain(EARLY);
  }

  @Test
  @DisplayName("is for administrators of all, and others are told so")
  void isForAdministrators() {
    String token = served.token(Role.ADMIN, "/user:early");
    try (RemoteInstance other =
        ServedFolder.client(served.address(served.port(), token), Pace.DEFAULT)) {
      other.lookBack(new FetchedPast(other));
      assertThat(other.reachPast(HOUR, new Cancellation(), _ -> {}).toString())
          .contains("it is for tokens of role admin for /");
      assertThat(other.rememberedSince()).isInstanceOf(Reply.Refused.class);
    }
  }

  @Test
  @DisplayName("does not come once that is cancelled, and leaves nothing")
  void isCancelled() throws IOException {
    var cancelled = new Cancellation();
    cancelled.cancel();
    Path file = files.resolve("span");
    var query = new RecordingQuery(Instant.EPOCH, between.plus(HOUR), file);
    assertThat(client.record(query, cancelled, _ -> {})).isInstanceOf(Reply.Silence.class);
    try (var left = Files.list(files)) {
      assertThat(left).isEmpty();
    }
  }
}
