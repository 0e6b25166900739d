package dev.headroom.console.view;

import dev.headroom.console.view.control.Icons;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.ScopeTree;
import dev.headroom.console.viewmodel.TreeColumn;
import dev.headroom.console.viewmodel.TreeLook;
import dev.headroom.console.viewmodel.TreeOrder;
import dev.headroom.console.viewmodel.TreeViews;
import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/// Saved views of the scope tree, its order, and which columns it has. For the UI thread only.
final class ViewMenu extends MenuButton {
  private final TreeViews views;
  private final ScopeTree tree;
  private final Consumer<SavedView> show;
  private final Consumer<Optional<SavedView>> name;

  /// @param tree whose order can be chosen
  /// @param show is told which view is to be shown
  /// @param name is told which view is to get another name; none where what is shown gets its first
  ViewMenu(
      TreeViews views,
      ScopeTree tree,
      Consumer<SavedView> show,
      Consumer<Optional<SavedView>> name) {
    this.views = views;
    this.tree = tree;
    this.show = show;
    this.name = name;
    setGraphic(Icons.icon("views"));
    setTooltip(new Tooltip(Wording.text("views.menu")));
    setAccessibleText(Wording.text("views.menu"));
    getStyleClass().addAll("quiet", "view-menu");
    setMinWidth(USE_PREF_SIZE);
    views.listen(this::fill);
    setOnShowing(_ -> fill()); // The order may have become another elsewhere.
    fill();
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    views.all().forEach(view -> items.add(item(view.name(), () -> show.accept(view))));
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.add(item(Wording.text("views.save"), () -> name.accept(Optional.empty())));
    if (!views.all().isEmpty()) {
      items.add(each("views.rename", view -> name.accept(Optional.of(view))));
      items.add(each("views.remove", views::remove));
    }
    items.add(new SeparatorMenuItem());
    items.add(orders());
    for (TreeColumn column : TreeColumn.values()) {
      boolean shown = views.look().columns().contains(column);
      items.add(
          check(
              Wording.text("views.column." + column.name()),
              shown,
              () -> views.setLook(views.look().with(column, !shown))));
    }
    var types = new Menu(Wording.text("views.types"));
    List<String> names = TreeLook.typeNames();
    for (int at = 0; at < names.size(); at++) {
      int index = at;
      boolean shown = views.look().hasType(at);
      types
          .getItems()
          .add(
              check(
                  names.get(at), shown, () -> views.setLook(views.look().withType(index, !shown))));
    }
    items.add(types);
    getItems().setAll(items);
  }

  private Menu orders() {
    var menu = new Menu(Wording.text("views.order"));
    for (TreeOrder order : TreeOrder.values()) {
      menu.getItems()
          .add(
              check(
                  Wording.text("views.order." + order.name()),
                  tree.order() == order,
                  () -> tree.sort(order)));
    }
    return menu;
  }

  private Menu each(String text, Consumer<SavedView> does) {
    var menu = new Menu(Wording.text(text));
    views.all().forEach(view -> menu.getItems().add(item(view.name(), () -> does.accept(view))));
    return menu;
  }

  private static MenuItem item(String text, Runnable does) {
    var item = new MenuItem(text);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> does.run());
    return item;
  }

  private static MenuItem check(String text, boolean shown, Runnable does) {
    var item = new CheckMenuItem(text);
    item.setSelected(shown);
    item.setOnAction(_ -> does.run());
    return item;
  }
}
