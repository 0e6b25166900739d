package dev.headroom.console.viewmodel.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.action.Bench;
import dev.headroom.model.Limit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The palette")
final class FinderTest {
  private final Bench bench = Bench.open();
  private final List<String> visited = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Actions actions =
      new Actions()
          .add("edit", "lock", "Shortcut+E", () -> done.add("lock"))
          .add("look", "pause", "", () -> done.add("pause"));
  private final Finder finder = new Finder(actions, bench.desk, visited::add);

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  @DisplayName("lists every action before anything is typed, with its shortcut")
  void listsAll() {
    finder.find("");
    assertThat(finder.hits())
        .extracting(Finder.Hit::title, Finder.Hit::keys)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Unlock or lock editing", "Shortcut+E"),
            org.assertj.core.groups.Tuple.tuple("Freeze the view, or let it go on", ""));
  }

  @Test
  @DisplayName("finds an action by any words of it, and does it")
  void findsActions() {
    finder.find("view freeze");
    assertThat(finder.hits()).hasSize(1);
    finder.hits().getFirst().run().run();
    assertThat(done).containsExactly("pause");
  }

  @Test
  @DisplayName("finds every scope that has a limit by its address, and goes there")
  void findsScopes() {
    for (Limit limit : bench.world.config().limits()) {
      String address = limit.path().text();
      if (!limit.path().isRoot()) {
        finder.find(address);
        bench.ui.until(() -> finder.hits().stream().anyMatch(hit -> hit.title().equals(address)));
      }
    }
    finder.hits().getFirst().run().run();
    assertThat(visited).hasSize(1);
  }

  @Test
  @DisplayName("finds an alert by its constraint, and goes to its scope")
  void findsAlerts() {
    finder.find("bot-ci tokens");
    bench.ui.until(() -> finder.hits().stream().anyMatch(hit -> hit.group().equals("Alert")));
    finder.hits().stream()
        .filter(hit -> hit.group().equals("Alert"))
        .findFirst()
        .orElseThrow()
        .run()
        .run();
    assertThat(visited).containsExactly("/user:bot-ci");
  }
}
