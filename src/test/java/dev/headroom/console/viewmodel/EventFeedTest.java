package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.SmallWorld;
import dev.headroom.model.ResourceType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A list of what happened")
@Timeout(60)
final class EventFeedTest {
  private final SmallWorld world = SmallWorld.open();
  private final Errands errands = new Errands();
  private final Calls calls = new Calls(errands);
  private final EventFeed changes = EventFeed.ofChanges(world.instance(), calls);

  @AfterEach
  void close() {
    changes.close();
    calls.close();
    world.close();
  }

  private List<EventRow> rows() {
    return changes.rows("/", world.now(), ZoneOffset.UTC);
  }

  private String end() {
    return changes.end(world.now(), ZoneOffset.UTC);
  }

  /// More than is ever at hand.
  private void happenMuch() {
    for (int count = 0; world.instance().info().sequence() < 9_000; count++) {
      var _ = world.use("/user:busy/run:r" + count % 10, ResourceType.API_CALLS, 1, 1);
    }
  }

  @Test
  @DisplayName("says nothing at its end where that is where everything began")
  void isWhole() {
    world.limit("/user:noor", ResourceType.MEMORY, 1_000);
    changes.listen(true);
    errands.until(() -> rows().size() >= 1);
    assertThat(end()).isEmpty();
    assertThat(changes.lookBackText()).isEmpty();
  }

  @Test
  @DisplayName("is the same after nobody has looked for a while")
  void isTheSame() {
    world.limit("/user:noor", ResourceType.MEMORY, 1_000);
    changes.listen(true);
    errands.until(() -> rows().size() >= 1);
    List<EventRow> before = rows();
    changes.listen(false);
    changes.listen(true);
    world.limit("/user:marie", ResourceType.MEMORY, 1_000);
    errands.until(() -> rows().size() > before.size());
    assertThat(rows()).hasSize(before.size() + 1);
  }

  @Test
  @DisplayName("says how far back it reaches, and looks further back as far as the past is kept")
  void looksBack() {
    world.limit("/user:noor", ResourceType.MEMORY, 1_000);
    world.pass(Duration.ofMinutes(90));
    happenMuch();
    changes.listen(true);
    errands.until(() -> !end().isEmpty());
    assertThat(end()).startsWith("Listed back to 15:32:10: only the newest");
    assertThat(rows()).isEmpty();
    assertThat(changes.lookBackText()).isEqualTo("Look 1 h further back");

    changes.lookBack();
    errands.until(() -> end().startsWith("Listed back to 14:32:10"));
    assertThat(rows()).isEmpty();
    assertThat(changes.lookBackText()).isEqualTo("Look 2 h further back");

    changes.lookBack();
    errands.until(() -> end().endsWith("where what is kept of the past begins."));
    assertThat(rows())
        .extracting(EventRow::sentence)
        .contains("1 change, version 2, by ops: tight");
    assertThat(changes.lookBackText()).isEmpty();
  }
}
