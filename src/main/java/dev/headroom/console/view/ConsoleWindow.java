package dev.headroom.console.view;

import dev.headroom.console.view.command.FinderBox;
import dev.headroom.console.view.command.Keys;
import dev.headroom.console.view.command.Overlay;
import dev.headroom.console.view.command.ShortcutSheet;
import dev.headroom.console.view.control.Fonts;
import dev.headroom.console.view.control.KeyHints;
import dev.headroom.console.view.notice.NoticeStack;
import dev.headroom.console.view.tour.Tour;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.console.viewmodel.StartModel;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.console.viewmodel.command.Actions;
import dev.headroom.console.viewmodel.command.Finder;
import dev.headroom.console.viewmodel.notice.Notice;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;

/// The console's window, as a scene: put it on a stage and [#start] it, or picture it. For the UI
/// thread only.
public final class ConsoleWindow {

  /// The lists below the scope page, in their order.
  public enum Page {
    ALERTS,
    CONFLICTS,
    ALLOCATIONS,
    EVENTS,
    /// Who has changed limits, pools and settings.
    HISTORY
  }

  private final ConsoleModel model;
  private final BorderPane root = new BorderPane();
  private final PastFrame past;
  private Actions actions;
  private final KeyHints hints =
      new KeyHints(this::keysOf, (action, event) -> Keys.match(actions.keysOf(action), event));
  private final WindowLook look;
  private final WindowPages pages;
  private final WindowKeys keys;
  private final Overlay overlay;
  private final NoticeStack notices;
  private ConsolePane console;
  private Consumer<String> titled = _ -> {};

  /// A window of the given size in pixels.
  public ConsoleWindow(ConsoleModel model, Theme theme, double width, double height) {
    this.model = model;
    Fonts.load();
    look = new WindowLook(model, root, width, height);
    keys = new WindowKeys(look.scene());
    look.showZoom();
    look.show(theme);
    look.showMotion();
    root.getStyleClass().add("console");
    notices = new NoticeStack(root, this::visit);
    actions = actions();
    console = pane(new TopBar.Looks(theme, this::choose), Work.begin(model));
    root.setCenter(console);
    pages = new WindowPages(model, root, () -> console);
    past = new PastFrame(model, root, () -> console.workbench(), () -> console.work());
    past.placeBelow(look.mark());
    look.showMark();
    model.listen(_ -> {
      look.showMark();
      console.turn();
      pages.leave();
      past.arrive();
    });
    overlay = new Overlay(root);
    keys.act(actions);
    keys.addHelp(root, this::showShortcuts);
    model.preferences().listen(this::follow);
  }

  private ConsolePane pane(TopBar.Looks looks, Work work) {
    return new ConsolePane(model, looks, hints, this::showStart, work, notices);
  }

  private Actions actions() {
    return WindowActions.of(model, this, () -> console.workbench());
  }

  private String keysOf(String action) {
    return Keys.text(actions.keysOf(action));
  }

  /// What to put on a stage or to picture.
  public Scene scene() {
    return look.scene();
  }

  /// Who is told what the window is to be called, now and whenever that changes.
  public void onTitle(Consumer<String> told) {
    titled = told;
    console.onTitle(told);
  }

  /// Keeps what is shown current from now on.
  public void start() {
    console.start();
  }

  /// Shows what it shows until started again.
  public void stop() {
    console.stop();
  }

  /// Brings everything up to date at once, for a picture.
  public void refresh() {
    console.refresh();
  }

  /// Selects a scope, whatever must be fetched for it.
  ///
  /// @param address the scope's path
  public void goTo(String address) {
    console.workbench().goTo(address);
  }

  /// Shows one of the lists below the scope page.
  public void show(Page page) {
    console.workbench().choose(page.ordinal());
  }

  /// Leads a newcomer to the sandbox through the window, unless they have been led or refused.
  public void welcome() {
    if (model.isSandbox() && !model.preferences().now().toured()) {
      showTour();
    }
  }

  /// Leads through the window in a few steps.
  public void showTour() {
    pages.leave();
    new Tour(root, () -> model.preferences().change(now -> now.withToured(true))).begin();
  }

  /// Puts the keyboard on what the console told of last.
  public void focusNotices() {
    notices.focusFirst();
  }

  /// Goes to what a notice is about.
  private void visit(Notice notice) {
    pages.leave();
    switch (notice.kind()) {
      case ALERT -> show(Page.ALERTS);
      case CONFLICT -> show(Page.CONFLICTS);
      case RESULT -> show(Page.HISTORY);
      case LINK -> {}
    }
    if (!notice.address().isEmpty()) {
      goTo(notice.address());
    }
  }

  /// Shows one of the lists below the scope page, with the focus on it.
  void goTo(Page page) {
    console.workbench().goToList(page.ordinal());
  }

  /// Shows how the window performs, or no longer.
  public void togglePerformance() {
    console.togglePerformance();
  }

  /// Shows what can be thrown into the simulation, if it is one.
  public void showInjections() {
    console.showInjections();
  }

  /// Makes a copy of what is shown, to try things out on; says on the page of the choice how far it
  /// is.
  public void tryOut() {
    showStart();
    model.start().ifPresent(StartModel::tryOut);
  }

  /// Goes back from a copy to what was copied, and stages there what was changed in the copy.
  public void carryBack() {
    console.carryBack();
  }

  /// Goes back from a copy to what was copied; asks first where something would be lost.
  void leaveCopy() {
    console.leaveCopy();
  }

  /// Shows the choice of another place, where there is one; what was shown goes on behind it.
  public void showStart() {
    pages.showStart();
  }

  /// Opens the drawer with what can be done about the first of the list on show.
  public void actOnFirst() {
    console.workbench().actOnFirst();
  }

  /// Shows on the page of the scope what is expected of what is used, or no longer.
  public void toggleForecast() {
    console.workbench().toggleForecast();
  }

  /// Opens the form of the constraint that binds the selected scope, unlocked.
  public void editBinding() {
    console.workbench().editBinding();
  }

  /// Reports on the selected scope, in place of all else, until that is left.
  public void showReport() {
    pages.showReport();
  }

  /// Shows the page on which the limits of many scopes are changed.
  public void changeMany() {
    console.workbench().changeMany();
  }

  /// Shows what the selected scope lends and borrows.
  public void showLoans() {
    console.workbench().showLoans();
  }

  /// Shows who waits for whom, as a graph.
  public void showWaitGraph() {
    console.workbench().showWaitGraph();
  }

  /// Shows who uses what, as a map.
  public void showUseMap() {
    console.workbench().showUseMap();
  }

  /// Shows what could be done better.
  public void showSuggestions() {
    console.workbench().showSuggestions();
  }

  /// Shows the configuration as text.
  public void showConfigText() {
    console.workbench().showConfigText();
  }

  /// What goes back in time.
  public PastFrame past() {
    return past;
  }

  /// Shows everything in another size from now on.
  public void zoom(Zoom zoom) {
    model.preferences().change(now -> now.withZoom(zoom));
  }

  /// Has another look from now on.
  public void choose(Theme theme) {
    show(theme);
    model.preferences().change(now -> now.withShade(theme.shade()));
  }

  /// Shows how the console is wanted to be, in place of all else, until that is left.
  public void showPreferences() {
    pages.showPreferences(actions).focusFirst();
  }

  /// Shows the shortcuts as they can be changed.
  public void showKeys() {
    pages.showPreferences(actions).focusKeys();
  }

  /// Is as it is wanted to be now.
  private void follow(Preferences before) {
    Preferences now = model.preferences().now();
    if (now.shade() != before.shade()) {
      show(Theme.of(now.shade()));
    }
    if (!now.zoom().equals(before.zoom())) {
      look.showZoom();
      console.workbench().rearrange();
    }
    look.showMotion();
    if (now.spoken() != before.spoken()) {
      Wording.speak(now.spoken());
      rebuild();
    }
    if (!now.keys().equals(before.keys())) {
      keys.act(actions);
    }
    pages.updatePreferences();
  }

  private void show(Theme theme) {
    look.show(theme);
    console.showTheme(theme);
  }

  /// Makes all that has words anew, in the language that is spoken now. What is begun stays.
  private void rebuild() {
    ConsolePane old = console;
    boolean running = old.isRunning();
    String address = model.desk().selection().address();
    boolean inPreferences = pages.isInPreferences();
    old.stop();
    actions = actions();
    console = pane(old.looks(), old.work());
    console.onTitle(titled);
    pages.rebuild();
    keys.act(actions);
    look.showMark();
    past.placeBelow(look.mark());
    pages.leave();
    console.workbench().followOn(old.workbench(), address);
    if (running) {
      console.start();
    }
    if (inPreferences) {
      showPreferences();
    }
  }

  /// Opens the palette, in which everything is found by typing.
  public void showFinder() {
    var box = new FinderBox(new Finder(actions, model.desk(), this::goTo), overlay::close);
    overlay.show(box);
    box.focusField();
  }

  /// Lists all shortcuts.
  public void showShortcuts() {
    var sheet = new ShortcutSheet(actions);
    overlay.show(sheet);
    sheet.requestFocus();
  }
}
