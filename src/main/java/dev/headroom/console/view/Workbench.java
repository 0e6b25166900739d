package dev.headroom.console.view;

import dev.headroom.console.view.action.AlertPane;
import dev.headroom.console.view.control.Drawer;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.control.LiveScroll;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.edit.EditTools;
import dev.headroom.console.view.edit.LoanCard;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.LoanBoard;
import dev.headroom.console.viewmodel.MarkedScopes;
import dev.headroom.console.viewmodel.SavedView;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.TreeViews;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.AlertedScopes;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.console.viewmodel.edit.LoanCase;
import dev.headroom.console.viewmodel.past.Comparing;
import java.time.Duration;
import javafx.scene.layout.BorderPane;

/// Everything of one instance: the tree at the left, the scope page and the lists at its right, and
/// the drawer where things are done. For the UI thread only.
final class Workbench extends BorderPane {
  private final Desk desk;
  private final ScopeTreePane tree;
  private final ScopePane page;
  private final Dock dock;
  private final Drawer drawer = new Drawer();
  private final EditTools tools;
  private final Operator operator;
  private final Editing editing;
  private final MarkedScopes marks;
  private final LoanBoard loans;
  private final Shares shares;
  private final Pages pages;
  private int marked;

  /// @param views how the tree looks
  /// @param hints by which keys something is done
  Workbench(Work work, TreeViews views, Palette palette, KeyHints hints) {
    desk = work.desk();
    operator = work.operator();
    editing = work.editing();
    marks = work.marks();
    tools = new EditTools(editing, palette, drawer, hints);
    loans = work.loans();
    page = new ScopePane(work, palette, tools, hints, this::goTo, this::showLoans);
    dock = new Dock(desk, operator, palette, drawer, hints, this::goTo);
    tree = new ScopeTreePane(work, palette, tools, views, hints, this::changeMany, this::select);
    tree.setMinWidth(0);
    var scroll = new LiveScroll(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true); // It scrolls only where there is less room than it needs.
    shares = new Shares(this, scroll, dock);
    pages = new Pages(work, palette, tools, shares.pageAndLists(), new PageListener());
    setCenter(shares.across(tree, pages));
    setRight(drawer);
    drawer.managedProperty().addListener((_, _, open) -> makeRoom(open));
    desk.start(tree.listener());
  }

  /// Enters what must be kept current into the window's pulse.
  void enrol(Pulse pulse) {
    pulse.every(Duration.ofMillis(100), tree::update);
    pulse.every(Duration.ofSeconds(1), tree::updateStructure);
    pulse.every(Duration.ofMillis(250), page::update);
    pulse.every(Duration.ofMillis(330), page::updateChart);
    pulse.every(Duration.ofSeconds(1), dock::update);
    pulse.every(Duration.ofSeconds(1), drawer::update);
    pulse.every(Duration.ofSeconds(1), tools::update);
    pulse.every(Duration.ofSeconds(2), loans::refresh);
    pulse.every(Duration.ofSeconds(1), pages::update);
  }

  /// Selects a scope, whatever must be fetched for it.
  void goTo(String address) {
    tree.goTo(address);
  }

  /// Opens the tree down to the scopes with alerts.
  void expandToAlerts() {
    new AlertedScopes(desk, operator).reveal(tree::expandTo);
  }

  /// What belongs into the window's upper bar.
  EditTools tools() {
    return tools;
  }

  /// Gives every part its share again after everything has become much larger or smaller.
  void rearrange() {
    layout();
    arrange();
    layout();
    shares.divideHeight();
  }

  /// Whether what is done, and what came of it, is on show.
  boolean isDrawerOpen() {
    return drawer.isOpen();
  }

  void toggleForecast() {
    page.toggleForecast();
  }

  void editBinding() {
    tools.unlock();
    page.editBinding();
  }

  /// The alerts, which are on show from now on.
  AlertPane showAlerts() {
    showLists();
    return dock.showAlerts();
  }

  /// Opens the form of the constraint of the chain that is pointed at, else of the one that binds.
  void editConstraint() {
    page.editConstraint();
  }

  void markSelected() {
    tree.markSelected();
  }

  void markToSelected() {
    tree.markToSelected();
  }

  void add() {
    tools.unlock();
    tools.add(desk.selection().address());
  }

  /// Shows what the selected scope lends and borrows, and a form to lend more.
  void showLoans() {
    var card = new LoanCard(new LoanCase(operator, loans, desk.selection().address()));
    drawer.show(Wording.text("loan.heading"), card, card::refresh, () -> {});
  }

  /// Shows the page on which the limits of many scopes are changed.
  void changeMany() {
    pages.changeMany();
  }

  /// Shows who uses what below the highest scope that can be seen, as a map.
  void showUseMap() {
    pages.showUseMap();
  }

  /// Shows what has changed between two instants, and marks the scopes that have.
  void showComparison(Comparing comparing) {
    mark(comparing);
    pages.showComparison(comparing);
  }

  /// Marks the scopes that have changed between two instants, and shows what is known of them now.
  void mark(Comparing comparing) {
    if (comparing.version() != marked) {
      marked = comparing.version();
      tree.markDifferent(comparing::differs);
    }
    pages.update();
  }

  /// Shows the configuration as text.
  void showConfigText() {
    pages.showConfigText();
  }

  /// Shows what could be done better.
  void showSuggestions() {
    pages.showSuggestions();
  }

  /// Shows a saved view of the tree.
  void show(SavedView view) {
    tree.show(view);
  }

  void saveView() {
    tree.saveView();
  }

  void markMatches() {
    marks.markMatches();
  }

  void clearMarks() {
    marks.clear();
  }

  /// The tree is where one begins.
  @Override
  public void requestFocus() {
    tree.requestFocus();
  }

  void focusSearch() {
    tree.focusSearch();
  }

  /// Shows the same of another instant. What was begun at one instant only ends.
  void turn() {
    if (drawer.isOpen()) {
      drawer.close();
    }
    editing.lock().set(false);
    if (editing.changes().size() > 0) {
      editing.changes().discard();
    }
    tools.update();
    pages.turn();
    dock.update();
  }

  /// Shows the selected scope instead of what has changed.
  void endComparison() {
    pages.endComparison();
  }

  /// Shows a scope, and the same rows, list and page as another.
  void followOn(Workbench before, String address) {
    tree.expandLike(before.tree);
    choose(before.dock.getSelectionModel().getSelectedIndex());
    pages.followOn(before.pages);
    if (!desk.tree().isFiltered()) {
      goTo(address);
    }
  }

  void choose(int list) {
    dock.choose(list);
  }

  /// Shows one of the lists, and puts the focus onto it.
  void goToList(int list) {
    showLists();
    dock.choose(list);
    dock.focusList();
  }

  /// Shows the lists below the scope page, if another page is shown instead.
  private void showLists() {
    if (!pages.isUsual()) {
      pages.showUsual();
    }
  }

  void showWaitGraph() {
    showLists();
    dock.showWaitGraph();
  }

  void actOnFirst() {
    dock.actOnFirst();
  }

  private void makeRoom(boolean open) {
    if (open) {
      shares.keepTreeShare();
    }
    layout();
    arrange();
  }

  private void arrange() {
    shares.divideWidth(!pages.isUsual(), drawer.isManaged());
  }

  private void select(ScopeNode node) {
    desk.select(node);
    page.update();
    page.updateChart();
    dock.update();
  }

  /// Makes room for what is shown, and shows what is chosen there.
  private final class PageListener implements Pages.Listener {
    @Override
    public void turned() {
      if (shares.isNarrow()) {
        arrange();
      }
    }

    @Override
    public void left() {
      tree.requestFocus();
    }

    @Override
    public void visit(String address) {
      tree.requestFocus();
      goTo(address);
    }
  }
}
