package dev.headroom.console.view;

import dev.headroom.console.view.command.FinderBox;
import dev.headroom.console.view.command.Overlay;
import dev.headroom.console.view.command.ShortcutSheet;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.start.StartPage;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Freshness;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.command.Actions;
import dev.headroom.console.viewmodel.command.Finder;
import java.time.Duration;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The console's window, as a scene: put it on a stage and [#start] it, or picture it. For the UI
/// thread only.
public final class ConsoleWindow {
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

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
  private final Palette palette = new Palette();
  private final BorderPane root = new BorderPane();
  private final BorderPane console = new BorderPane();
  private final Optional<StartPage> start;
  private final StatusLine status = new StatusLine();
  private final Label warning = new Label();
  private final NoticeLine notice;
  private final Scene scene;
  private final Overlay overlay;
  private final Actions actions;
  private Theme theme;
  private TopBar top;
  private Workbench workbench;
  private Pulse pulse;
  private boolean running;

  /// A window of the given size in pixels.
  public ConsoleWindow(ConsoleModel model, Theme theme, double width, double height) {
    this.model = model;
    this.theme = theme;
    Theme.loadFonts();
    scene = new Scene(root, width, height);
    theme.applyTo(scene);
    top = topBar();
    warning.getStyleClass().add("stale-warning");
    warning.setMaxWidth(Double.MAX_VALUE);
    warning.setManaged(false);
    warning.setVisible(false);
    root.getStyleClass().add("console");
    notice = new NoticeLine(model::dismissNotice);
    console.setTop(new VBox(top, notice, warning));
    console.setBottom(status);
    root.getChildren().add(palette);
    root.setCenter(console);
    workbench = new Workbench(model.desk(), palette);
    console.setCenter(workbench);
    top.show(workbench.tools());
    start = model.start().map(choice -> new StartPage(choice, this::leaveStart));
    pulse = pulse(workbench);
    model.listen(this::show);
    overlay = new Overlay(root);
    actions = WindowActions.of(model, this, () -> workbench, this::choose);
    addShortcuts();
  }

  /// What to put on a stage or to picture.
  public Scene scene() {
    return scene;
  }

  /// Keeps what is shown current from now on.
  public void start() {
    running = true;
    pulse.start();
  }

  /// Shows what it shows until started again.
  public void stop() {
    running = false;
    pulse.stop();
  }

  /// Brings everything up to date at once, for a picture.
  public void refresh() {
    pulse.runAll();
  }

  /// Selects a scope, whatever must be fetched for it.
  ///
  /// @param address the scope's path
  public void goTo(String address) {
    workbench.goTo(address);
  }

  /// Shows one of the lists below the scope page.
  public void show(Page page) {
    workbench.choose(page.ordinal());
  }

  /// Shows the choice of another place, where there is one; what was shown goes on behind it.
  public void showStart() {
    if (start.isPresent()) {
      StartPage page = start.get();
      root.setCenter(page);
      page.open(model.desk().instanceText());
    }
  }

  private void leaveStart() {
    root.setCenter(console);
    workbench.requestFocus();
  }

  private TopBar topBar() {
    return new TopBar(model, theme, this::choose, this::showStart);
  }

  private void choose(Theme chosen) {
    theme = chosen;
    chosen.applyTo(scene);
  }

  /// Opens the drawer with what can be done about the first alert, or the first who waits, of the
  /// list on show.
  public void actOnFirst() {
    workbench.actOnFirst();
  }

  /// Opens the form of the constraint that binds the selected scope, unlocked.
  public void editBinding() {
    workbench.editBinding();
  }

  private void show(Desk desk) {
    pulse.stop();
    top = topBar();
    console.setTop(new VBox(top, notice, warning));
    leaveStart();
    workbench = new Workbench(desk, palette);
    console.setCenter(workbench);
    top.show(workbench.tools());
    pulse = pulse(workbench);
    if (running) {
      pulse.start();
    }
  }

  private Pulse pulse(Workbench shown) {
    var made = new Pulse(took -> model.desk().freshness().onPulse(took, System.nanoTime()));
    made.every(Duration.ofMillis(50), () -> model.desk().take());
    made.every(Duration.ofMillis(250), this::updateFrame);
    shown.enrol(made);
    return made;
  }

  private void updateFrame() {
    long nanos = System.nanoTime();
    top.update();
    notice.show(model.notice());
    status.update(model.desk(), nanos);
    boolean stale = model.desk().freshness().state(nanos) == Freshness.State.STALE;
    if (stale != warning.isManaged()) {
      warning.setManaged(stale);
      warning.setVisible(stale);
      root.pseudoClassStateChanged(STALE, stale);
    }
    if (stale) {
      warning.setText(Wording.text("stale.warning", model.desk().freshness().stateText(nanos)));
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

  private void addShortcuts() {
    for (Actions.Action action : actions.all()) {
      if (!action.keys().isEmpty()) {
        scene.getAccelerators().put(KeyCombination.valueOf(action.keys()), action.run());
      }
    }
    root.addEventHandler(
        KeyEvent.KEY_TYPED,
        event -> {
          boolean typing = scene.getFocusOwner() instanceof TextInputControl;
          if (event.getCharacter().equals("?") && !typing) {
            showShortcuts();
            event.consume();
          }
        });
  }
}
