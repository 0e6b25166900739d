package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Views of the scope tree")
final class TreeViewsTest {
  private final Executor ui = Runnable::run;
  private final Calls calls = new Calls(ui);
  private final List<String> troubles = new ArrayList<>();
  private final Recollection recollection =
      new Recollection(Memory.none(), calls, ui, troubles::add);
  private final TreeViews views = new TreeViews(recollection);

  @AfterEach
  void close() {
    calls.close();
  }

  @Test
  @DisplayName("are a query, an order and columns under a name, listed by name and remembered")
  void areSaved() {
    TreeLook narrow = TreeLook.USUAL.with(TreeColumn.HEADROOM, false);
    views.setLook(narrow);
    views.save("  tight bots ", "user:bot* tokens>80", TreeOrder.PRESSURE);
    views.setLook(TreeLook.USUAL);
    views.save("all", "", TreeOrder.NAME);
    assertThat(views.all())
        .containsExactly(
            new SavedView("all", "", TreeOrder.NAME, TreeLook.USUAL),
            new SavedView("tight bots", "user:bot* tokens>80", TreeOrder.PRESSURE, narrow));
    assertThat(recollection.all().views()).isEqualTo(views.all());
  }

  @Test
  @DisplayName("replace one of the same name, get another name, and go")
  void change() {
    views.save("mine", "a", TreeOrder.NAME);
    views.save("mine", "b", TreeOrder.NAME);
    assertThat(views.all()).extracting(SavedView::query).containsExactly("b");
    views.rename(views.all().getFirst(), "yours");
    assertThat(views.called("mine")).isEqualTo(Optional.empty());
    assertThat(views.called("yours")).map(SavedView::query).contains("b");
    views.remove(views.all().getFirst());
    assertThat(views.all()).isEmpty();
  }

  @Test
  @DisplayName("have a name of some length, and are not too many")
  void areBounded() {
    assertThat(views.whyNot(" ")).startsWith("Type a name");
    assertThat(views.whyNot("x".repeat(TreeViews.NAME_LENGTH_MAX + 1))).startsWith("Type a name");
    for (int at = 0; at < TreeViews.COUNT_MAX; at++) {
      views.save("view " + at, "", TreeOrder.NAME);
    }
    assertThat(views.whyNot("one more")).startsWith("At most 50");
    assertThat(views.whyNot("view 7")).isEmpty();
  }

  @Test
  @DisplayName("show what is used of chosen types only")
  void showTypes() {
    BarReading tokens = bar("Tokens");
    BarReading memory = bar("Memory");
    TreeLook look = TreeLook.USUAL.with(ResourceType.MEMORY, false);
    assertThat(look.shown(List.of(tokens, memory))).containsExactly(tokens);
    assertThat(look.with(ResourceType.MEMORY, true)).isEqualTo(TreeLook.USUAL);
  }

  private static BarReading bar(String name) {
    return new BarReading(name, Level.CALM, 0, 0, 1, List.of(), false, "", "", "");
  }
}
