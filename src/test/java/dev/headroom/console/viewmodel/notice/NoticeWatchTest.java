package dev.headroom.console.viewmodel.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.Clocks;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Errands;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Noticed;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The console watches")
final class NoticeWatchTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long PATIENCE_NANOS = 10 * SECOND;

  private final SmallWorld world = SmallWorld.open();
  private final Errands ui = new Errands();
  private final AtomicLong nanos = new AtomicLong(10 * SECOND);
  private final Desk desk =
      new Desk(world.instance(), ui, new Clocks(() -> Instant.EPOCH, nanos::get));
  private final NoticeBoard board = new NoticeBoard(() -> Noticed.ALL, nanos::get);
  private final NoticeWatch watch = new NoticeWatch(desk, board);

  @AfterEach
  void close() {
    desk.close();
    world.close();
  }

  @Test
  @DisplayName("for alerts that become critical; those of the beginning are no news")
  void forAlerts() {
    begin();
    assertThat(board.cards()).isEmpty();

    world.limit("/user:zoe", ResourceType.TOKENS, 1_000);
    world.use("/user:zoe/run:r1", ResourceType.TOKENS, 1_000, 1_000);
    look(Notice.Kind.ALERT);

    Notice notice = board.cards().getFirst().newest();
    assertThat(notice.text()).isEqualTo("user zoe: Tokens limit is exhausted");
    assertThat(notice.level()).isEqualTo(Level.EXHAUSTED);
    assertThat(notice.address()).isEqualTo("/user:zoe");
  }

  @Test
  @DisplayName("for waiters whom only a decision helps")
  void forWaiters() {
    begin();
    world.limit("/user:zoe", ResourceType.MEMORY, 1_000);
    world.use("/user:zoe/run:r1", ResourceType.MEMORY, 1_000, 0);
    List<RequestLine> more = List.of(RequestLine.required(ResourceType.MEMORY, 10));
    world.allocate("/user:zoe/run:r2", more, Duration.ofMinutes(10));
    world.pass(Duration.ofMinutes(6));
    look(Notice.Kind.CONFLICT);

    Notice notice =
        board.cards().stream()
            .map(NoticeBoard.Card::newest)
            .filter(each -> each.kind() == Notice.Kind.CONFLICT)
            .findFirst()
            .orElseThrow();
    assertThat(notice.text()).contains("waits too long at");
    assertThat(notice.address()).startsWith("/user:");
  }

  @Test
  @DisplayName("for the connection, as it goes and as it comes back")
  void forTheLink() {
    begin();
    await(() -> {
      nanos.addAndGet(3 * SECOND);
      desk.take();
      return desk.isStale();
    });
    watch.update();
    assertThat(board.cards().getFirst().newest().text()).startsWith("No live data any more: ");

    await(() -> {
      desk.take();
      return !desk.isStale();
    });
    watch.update();
    assertThat(board.cards()).hasSize(1);
    assertThat(board.cards().getFirst().newest().text())
        .isEqualTo("Live again; no event was missed.");
  }

  /// Looks until what is so at first is known.
  private void begin() {
    desk.start(ScopeTree.Listener.NOBODY);
    await(desk::take);
    watch.update();
    ui.until(() -> !watch.isAsking());
  }

  /// Looks every other second until there is news of a kind.
  private void look(Notice.Kind kind) {
    await(() -> {
      desk.take();
      nanos.addAndGet(2 * SECOND);
      desk.take();
      watch.update();
      ui.until(() -> !watch.isAsking());
      return board.cards().stream().anyMatch(card -> card.newest().kind() == kind);
    });
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not come");
      }
      Thread.onSpinWait();
    }
  }
}
