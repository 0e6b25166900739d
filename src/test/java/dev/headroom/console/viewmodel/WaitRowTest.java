package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.SmallWorld;
import dev.headroom.model.Explanation;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A row of who waits")
final class WaitRowTest {
  private final SmallWorld world = SmallWorld.open();
  private final Instance instance = world.instance();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  @DisplayName("says where it waits, what it needs against what is free, and for how long")
  void saysWhere() {
    WaitRow row = rows("/user:ada/swarm:s1/run:r7/step:4").getFirst();
    assertThat(row.scope()).isEqualTo("step 4");
    assertThat(row.at()).isEqualTo("swarm s1 · Tokens per day limit");
    assertThat(row.needs()).isEqualTo("2.4k · 1k");
    assertThat(row.place()).isEqualTo("1 of 1");
    assertThat(row.behind()).isEqualTo("nobody");
    assertThat(row.waited()).isEqualTo("2 min of 20 min");
    assertThat(row.outlook()).startsWith("new window in ");
  }

  @Test
  @DisplayName("promises the first in line only when it may fit; of the others, who is ahead")
  void promisesTheFirst() {
    world.allocate(
        "/user:ada/swarm:s1/run:r7/step:5",
        List.of(RequestLine.required(ResourceType.TOKENS, 2_000)),
        Duration.ofMinutes(20));
    WaitRow row = rows("/user:ada/swarm:s1/run:r7/step:5").getFirst();
    assertThat(row.place()).isEqualTo("2 of 2");
    assertThat(row.behind()).isEqualTo("step 4");
    assertThat(row.outlook()).isEqualTo("after 1 ahead");
  }

  @Test
  @DisplayName("has waited for no time where the clock on show is older than the wait")
  void isNewerThanTheClock() {
    WaitStatus wait =
        decided(instance.waits(ScopePath.of("/user:ada/swarm:s1/run:r7/step:4"), 0, 1))
            .waits()
            .getFirst();
    WaitRow row =
        Rows.waiting(wait, Optional.of(chain(wait)), wait.since().minus(Duration.ofSeconds(4)));
    assertThat(row.waited()).isEqualTo("0 s of 20 min");
  }

  private List<WaitRow> rows(String below) {
    return decided(instance.waits(ScopePath.of(below), 0, 10)).waits().stream()
        .map(wait -> Rows.waiting(wait, Optional.of(chain(wait)), instance.info().now()))
        .toList();
  }

  private Explanation chain(WaitStatus wait) {
    return decided(instance.explain(wait.path(), wait.type()));
  }

  private static <T> T decided(Reply<T> reply) {
    if (reply instanceof Reply.Decided<T>(var value)) {
      return value;
    }
    throw new AssertionError(reply);
  }
}
