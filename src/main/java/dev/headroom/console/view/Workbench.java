package dev.headroom.console.view;

import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.ScopeNode;
import java.time.Duration;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/// Everything of one instance: the tree at the left, the scope page and the lists at the right. For
/// the UI thread only.
final class Workbench extends SplitPane {
  private static final double TREE_SHARE = 0.46;
  private static final double PAGE_SHARE = 0.665;

  private final Desk desk;
  private final ScopeTreePane tree;
  private final ScopePane page;
  private final Dock dock;

  Workbench(Desk desk, Palette palette) {
    this.desk = desk;
    page = new ScopePane(desk, palette, this::goTo);
    dock = new Dock(desk, palette, this::goTo);
    tree = new ScopeTreePane(desk, palette, this::select);
    var right = new SplitPane(page, dock);
    right.setOrientation(Orientation.VERTICAL);
    right.setDividerPositions(PAGE_SHARE);
    SplitPane.setResizableWithParent(dock, false);
    SplitPane.setResizableWithParent(tree, false);
    getItems().setAll(tree, right);
    setDividerPositions(TREE_SHARE);
    desk.start(tree.listener());
  }

  /// Enters what must be kept current into the window's pulse.
  void enrol(Pulse pulse) {
    pulse.every(Duration.ofMillis(100), tree::update);
    pulse.every(Duration.ofSeconds(1), tree::updateStructure);
    pulse.every(Duration.ofMillis(250), page::update);
    pulse.every(Duration.ofMillis(330), page::updateChart);
    pulse.every(Duration.ofSeconds(1), dock::update);
  }

  /// Selects a scope, whatever must be fetched for it.
  void goTo(String address) {
    tree.goTo(address);
  }

  void focusSearch() {
    tree.focusSearch();
  }

  void choose(int list) {
    dock.choose(list);
  }

  private void select(ScopeNode node) {
    desk.select(node);
    page.update();
    page.updateChart();
    dock.update();
  }
}
