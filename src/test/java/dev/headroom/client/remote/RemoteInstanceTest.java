package dev.headroom.client.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Link;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A remote instance")
@Timeout(60)
final class RemoteInstanceTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");

  @TempDir private Path data;
  private ServedFolder served;
  private RemoteInstance instance;

  @BeforeEach
  void serve() {
    served = new ServedFolder(data);
    instance = served.client();
  }

  @AfterEach
  void end() {
    instance.close();
    served.close();
  }

  private Reply<Outcome.Allocated> allocate(String id) {
    return instance.allocate(
        new RequestId(id), AllocationRequest.of(ADA, RequestLine.required(ResourceType.TOKENS, 5)));
  }

  private static Link nextAfter(BlockingQueue<Link> links, Class<? extends Link> before)
      throws InterruptedException {
    Link link = links.poll(30, TimeUnit.SECONDS);
    while (before.isInstance(link)) {
      link = links.poll(30, TimeUnit.SECONDS);
    }
    return link == null ? new Link.Refused(java.time.Instant.EPOCH, "nothing came") : link;
  }

  @Test
  @DisplayName("says the same outcome again to the same request")
  void decides() {
    Reply<Outcome.Allocated> first = allocate("a");
    assertThat(first).isInstanceOf(Reply.Decided.class);
    assertThat(allocate("a")).isEqualTo(first);
    assertThat(instance.scope(ScopePath.of("/user:bob")))
        .isEqualTo(new Reply.Refused<>(new Refusal.UnknownScope(ScopePath.of("/user:bob"))));
  }

  @Test
  @DisplayName("points at what is against a rule, and likewise at what the server cannot read")
  void pointsAtWhatIsWrong() {
    assertThat(instance.closeScope(new RequestId("c"), ScopePath.ROOT))
        .isEqualTo(
            new Reply.Refused<>(
                Refusal.Invalid.at(
                    "/path", "the root always exists and cannot be closed (rule S1)")));
    ServerAddress asAda = served.address(served.port(), served.token(Role.CLIENT, "/user:ada"));
    try (RemoteInstance ada = ServedFolder.client(asAda, Pace.DEFAULT)) {
      assertThat(ada.allocation(AllocationId.of("a1")))
          .isEqualTo(
              new Reply.Refused<>(
                  Refusal.Invalid.at("/allocationId", "is none that this token was ever told")));
    }
  }

  @Test
  @DisplayName("tells what happens, and how what is looked at stands")
  void follows() throws InterruptedException {
    BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
    BlockingQueue<LiveFrame> frames = new LinkedBlockingQueue<>();
    instance.events(
        0,
        new EventSubscriber() {
          @Override
          public void onEvents(List<Event> events) {
            seen.addAll(events);
          }

          @Override
          public void onGap(long oldestKept) {
            throw new AssertionError("nothing is missing before " + oldestKept);
          }
        });
    LiveView view = instance.live(Duration.ofMillis(50), frames::add);
    view.watch(List.of(ADA));
    allocate("a");
    allocate("b");

    assertThat(seen.poll(30, TimeUnit.SECONDS)).extracting(Event::sequence).isEqualTo(1L);
    assertThat(seen.poll(30, TimeUnit.SECONDS)).extracting(Event::sequence).isEqualTo(2L);
    LiveFrame frame = frames.poll(30, TimeUnit.SECONDS);
    while (frame != null && (frame.sequence() < 2 || frame.scopes().isEmpty())) {
      frame = frames.poll(30, TimeUnit.SECONDS);
    }
    assertThat(frame).asString().contains("path=/user:ada").contains("reserved=10");
  }

  @Test
  @DisplayName("says that something is missing where its events are of another history")
  void noticesAnotherHistory() throws InterruptedException {
    BlockingQueue<Long> gaps = new LinkedBlockingQueue<>();
    allocate("a");
    instance.events(
        99,
        new EventSubscriber() {
          @Override
          public void onEvents(List<Event> events) {
            throw new AssertionError("nothing has happened after 99: " + events);
          }

          @Override
          public void onGap(long oldestKept) {
            gaps.add(oldestKept);
          }
        });
    assertThat(gaps.poll(30, TimeUnit.SECONDS)).isEqualTo(2);
  }

  @Test
  @DisplayName("is fresh once the server has answered, and says who is turned away")
  void tellsItsLink() throws InterruptedException {
    BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    instance.watchLink(links::add);
    assertThat(nextAfter(links, Link.Reconnecting.class)).isEqualTo(Link.fresh());

    ServerAddress asStranger = served.address(served.port(), "hr_" + "0".repeat(64));
    try (RemoteInstance stranger = ServedFolder.client(asStranger, Pace.DEFAULT)) {
      stranger.watchLink(links::add);
      assertThat(nextAfter(links, Link.Reconnecting.class)).isInstanceOf(Link.Refused.class);
      assertThat(stranger.scope(ADA))
          .isInstanceOfSatisfying(
              Reply.Refused.class,
              refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotAllowed.class));
    }
  }

  @Test
  @DisplayName("refuses what a token's role does not include, and goes on")
  void knowsRights() {
    ServerAddress asViewer = served.address(served.port(), served.token(Role.VIEWER, "/"));
    try (RemoteInstance viewer = ServedFolder.client(asViewer, Pace.DEFAULT)) {
      assertThat(viewer.closeScope(new RequestId("c"), ADA))
          .isInstanceOfSatisfying(
              Reply.Refused.class,
              refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.NotAllowed.class));
      assertThat(viewer.pools()).isEqualTo(new Reply.Decided<>(List.of()));
      assertThat(viewer.link().isFresh()).isTrue();
    }
  }

  @Test
  @DisplayName("is silent once it is closed")
  void closes() {
    instance.close();
    assertThat(allocate("a")).isInstanceOf(Reply.Silence.class);
  }
}
