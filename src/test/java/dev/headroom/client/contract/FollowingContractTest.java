package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Link;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Whoever follows any instance")
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Where.class)
final class FollowingContractTest {
  private static final ScopePath ADA = ScopePath.of("/user:ada");
  private static final ScopePath RUN = ScopePath.of("/user:ada/run:r1");

  @TempDir private Path data;
  private final Where where;
  private World world;
  private Instance instance;

  FollowingContractTest(Where where) {
    this.where = where;
  }

  @BeforeEach
  void open() {
    world = new World(where, data);
    instance = world.instance();
  }

  @AfterEach
  void close() {
    world.close();
  }

  /// Takes what is delivered; a gap as a negative number.
  private static final class Heard implements EventSubscriber {
    private final BlockingQueue<Long> numbers = new LinkedBlockingQueue<>();

    @Override
    public void onEvents(List<Event> events) {
      assertThat(events).isNotEmpty();
      events.forEach(event -> numbers.add(event.sequence()));
    }

    @Override
    public void onGap(long oldestKept) {
      numbers.add(-oldestKept);
    }

    List<Long> next(int count) throws InterruptedException {
      List<Long> next = new ArrayList<>();
      while (next.size() < count) {
        Long number = numbers.poll(30, TimeUnit.SECONDS);
        assertThat(number).as("what comes after %s", next).isNotNull();
        next.add(number);
      }
      return next;
    }
  }

  private void happen(int count) {
    for (int each = 0; each < count; each++) {
      World.decided(world.allocate("e" + world.events(), ADA, 1));
    }
  }

  private static LiveFrame next(BlockingQueue<LiveFrame> frames, Predicate<LiveFrame> wanted)
      throws InterruptedException {
    LiveFrame frame = frames.poll(30, TimeUnit.SECONDS);
    while (frame != null && !wanted.test(frame)) {
      frame = frames.poll(30, TimeUnit.SECONDS);
    }
    return Objects.requireNonNull(frame, "no such frame came");
  }

  @Test
  @DisplayName("hears every event in order, each once, from wherever it wants (T3)")
  void hears() throws InterruptedException {
    happen(3);
    var all = new Heard();
    var some = new Heard();
    var later = new Heard();
    instance.events(0, all);
    instance.events(2, some);
    instance.events(3, later);
    happen(3);
    assertThat(all.next(6)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(some.next(4)).containsExactly(3L, 4L, 5L, 6L);
    assertThat(later.next(3)).containsExactly(4L, 5L, 6L);
  }

  @Test
  @DisplayName(
      "is told of a gap where it has seen more than has happened, as it saw another history")
  void sawAnotherHistory() throws InterruptedException {
    happen(3);
    var stranger = new Heard();
    instance.events(4, stranger);
    assertThat(stranger.next(1)).containsExactly(-4L);
  }

  @Test
  @DisplayName("hears no more once its subscription is closed, and others still do")
  void endsHearing() throws InterruptedException {
    var gone = new Heard();
    var stays = new Heard();
    Subscription subscription = instance.events(0, gone);
    instance.events(0, stays);
    happen(1);
    assertThat(gone.next(1)).containsExactly(1L);
    subscription.close();
    happen(2);
    assertThat(stays.next(3)).containsExactly(1L, 2L, 3L);
    assertThat(gone.numbers).isEmpty();
  }

  @Test
  @DisplayName("sees the newest state of what it looks at, and of nothing else")
  void looks() throws InterruptedException {
    world.limit(ADA, Limit.Terms.hard(100));
    happen(2);
    BlockingQueue<LiveFrame> frames = new LinkedBlockingQueue<>();
    LiveView view = instance.live(Duration.ofMillis(50), frames::add);
    assertThat(next(frames, frame -> true).scopes()).isEmpty();
    view.watch(List.of(ADA, ScopePath.of("/user:nobody"), ScopePath.ROOT));
    view.explain(Optional.of(new LiveView.Focus(ADA, ResourceType.TOKENS)));
    LiveFrame frame = next(frames, each -> each.scopes().size() == 2 && each.focus().isPresent());
    assertThat(frame.scopes()).extracting(ScopeStatus::path).containsExactly(ADA, ScopePath.ROOT);
    assertThat(frame.focus()).contains(World.decided(instance.explain(ADA, ResourceType.TOKENS)));
    assertThat(frame.sequence()).isEqualTo(world.events());
    assertThat(frame.at()).isEqualTo(World.BEGIN);
    assertThat(frame.scopeCount()).isEqualTo(2);
    happen(1);
    assertThat(next(frames, each -> each.sequence() == world.events()).scopes().getFirst())
        .isEqualTo(World.decided(instance.scope(ADA)));
    view.watch(List.of(RUN));
    view.explain(Optional.empty());
    assertThat(next(frames, each -> each.focus().isEmpty()).scopes()).isEmpty();
    view.close();
  }

  @Test
  @DisplayName("finds it fresh, and what it is")
  void isFresh() throws InterruptedException {
    happen(1);
    InstanceInfo info = instance.info();
    assertThat(info.sequence()).isEqualTo(1);
    assertThat(info.scopes()).isEqualTo(2);
    assertThat(info.now()).isEqualTo(World.BEGIN);
    assertThat(info.readOnlyCause()).isEmpty();
    BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    try (Subscription _ = instance.watchLink(links::add)) {
      assertThat(links).as("told before it returns").isNotEmpty();
      Link link = links.poll(30, TimeUnit.SECONDS);
      while (link != null && !link.isFresh()) {
        link = links.poll(30, TimeUnit.SECONDS);
      }
      assertThat(link).isEqualTo(Link.fresh());
      assertThat(instance.link().isFresh()).isTrue();
    }
  }

  @Test
  @DisplayName("hears and sees nothing more once the instance is closed")
  void ends() throws InterruptedException {
    var heard = new Heard();
    instance.events(0, heard);
    happen(1);
    assertThat(heard.next(1)).containsExactly(1L);
    instance.close();
    world.pass(Duration.ofHours(2));
    assertThat(world.events()).isGreaterThan(1);
    assertThat(heard.numbers).isEmpty();
  }
}
