package dev.headroom.app.window;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.view.ConsoleWindow;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import dev.headroom.node.MachineClock;
import dev.headroom.sandbox.Sandbox;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Pictures the real console, drawn in memory, after it has watched a sandbox for a while.
public final class ConsolePicture {
  /// How much of the simulated past the console watches, so that its curves have something to show.
  private static final Duration WATCHED_MAX = Duration.ofMinutes(5);

  /// In how many portions it watches that; the console samples its curves about twice a second.
  private static final int PORTIONS = 24;

  private static final long PORTION_MILLIS = 500;

  /// How long tree, page and lists get to fetch what they show.
  private static final int SETTLING_PORTIONS = 3;

  private static final int SCOPES_LOOKED_AT = 200;
  private static final double STAGE_SIDE = 900;

  /// Which part of the window the picture is about.
  public enum Page {
    /// The scope tree, with `/` selected.
    TREE,
    /// One scope.
    SCOPE,
    /// The list of alerts.
    ALERTS,
    /// The list of those who wait.
    CONFLICTS,
    /// The choice of what to look at.
    START,
    /// The same while a folder's journal is read.
    START_RECOVERING,
    /// The same where another process has the folder.
    START_IN_USE,
    /// The first alert of the list, and what can be done about it.
    ALERT,
    /// The first of those who wait, and what can be decided about it.
    WAITER,
    /// The form of what binds the selected scope.
    FORM,
    /// The change set, with a change of that staged.
    CHANGES,
    /// A production behind a server, with a change at `/` staged.
    PRODUCTION,
    /// The palette.
    PALETTE,
    /// The list of all shortcuts.
    SHORTCUTS;

    private ConsoleWindow.Page list() {
      return switch (this) {
        case TREE,
            SCOPE,
            ALERTS,
            ALERT,
            FORM,
            CHANGES,
            PRODUCTION,
            PALETTE,
            SHORTCUTS,
            START,
            START_RECOVERING,
            START_IN_USE ->
            ConsoleWindow.Page.ALERTS;
        case CONFLICTS, WAITER -> ConsoleWindow.Page.CONFLICTS;
      };
    }

    private boolean isOpen() {
      return this == ALERT || this == WAITER || isEdited();
    }

    private boolean isEdited() {
      return this == FORM || isStaged();
    }

    private boolean isStaged() {
      return this == CHANGES || this == PRODUCTION;
    }

    boolean isStart() {
      return name().startsWith("START");
    }
  }

  /// What to picture.
  ///
  /// @param page which part of the window it is about
  /// @param path the selected scope; else the one nearest to a limit, or `/` for the tree
  /// @param after how much simulated time has passed
  /// @param theme light or dark
  /// @param zoom how large everything is
  /// @param width in pixels
  /// @param height in pixels
  public record Motif(
      Page page,
      Optional<ScopePath> path,
      Duration after,
      Theme theme,
      Zoom zoom,
      int width,
      int height) {}

  private final Motif motif;
  private final Sandbox sandbox;
  private final PlayedSandbox played;

  private ConsolePicture(Motif motif, Sandbox sandbox, PlayedSandbox played) {
    this.motif = motif;
    this.sandbox = sandbox;
    this.played = played;
  }

  /// Plays a sandbox and pictures the console that watches it. JavaFX must not have started.
  ///
  /// @param sandbox paused at its beginning, and without a thread; closed afterwards
  /// @throws UnusableInputException where the path names no scope that is there then
  public static BufferedImage take(Motif motif, Sandbox sandbox) throws InterruptedException {
    Display.useMemory();
    Display.start();
    try (var played = new PlayedSandbox(sandbox, 0)) {
      return new ConsolePicture(motif, sandbox, played).take();
    }
  }

  private BufferedImage take() throws InterruptedException {
    Duration watched = motif.after().compareTo(WATCHED_MAX) < 0 ? motif.after() : WATCHED_MAX;
    played.setPaused(false);
    sandbox.runFor(motif.after().minus(watched));
    ConsoleModel model =
        onUiThread(() ->
            new ConsoleModel(
                motif.page() == Page.PRODUCTION
                    ? PicturedPlaces.production(sandbox)
                    : DesktopPlaces.opened(played),
                new PicturedPlaces(motif.page()),
                new PicturedMemory(),
                new UiThread(),
                MachineClock.source()));
    ConsoleWindow window = onUiThread(() -> open(model));
    String address = "";
    for (int portion = 0; portion < PORTIONS; portion++) {
      sandbox.runFor(watched.dividedBy(PORTIONS));
      if (portion == PORTIONS / 4) {
        select(window, nearestToALimit());
      } else if (portion == PORTIONS / 2) {
        address = address();
        select(window, address);
      }
      pass();
    }
    String chosen = address();
    if (!chosen.equals(address)) {
      select(window, chosen);
      for (int portion = 0; portion < SETTLING_PORTIONS; portion++) {
        pass();
      }
    }
    if (motif.page().isStart()) {
      showStart(model, window);
    }
    showWhatIsAskedFor(window);
    BufferedImage picture = onUiThread(() -> picture(window));
    onUiThread(() -> {
      window.stop();
      model.close();
      return window;
    });
    Platform.exit();
    return picture;
  }

  /// Opens what the page has besides the list: a drawer, a staged change, or what covers all.
  private void showWhatIsAskedFor(ConsoleWindow window) throws InterruptedException {
    if (motif.page().isOpen()) {
      onUiThread(() -> {
        if (motif.page().isEdited()) {
          window.editBinding();
        } else {
          window.actOnFirst();
        }
        return window;
      });
      for (int portion = 0; portion < SETTLING_PORTIONS; portion++) {
        pass();
      }
    }
    if (motif.page() == Page.PALETTE || motif.page() == Page.SHORTCUTS) {
      onUiThread(() -> cover(window));
      pass();
    }
    if (motif.page().isStaged()) {
      onUiThread(() -> stage(window));
      pass();
    }
  }

  private ConsoleWindow open(ConsoleModel model) {
    var window = new ConsoleWindow(model, motif.theme(), motif.width(), motif.height());
    window.zoom(motif.zoom());
    stage(window.scene());
    window.show(motif.page().list());
    window.start();
    return window;
  }

  private ConsoleWindow cover(ConsoleWindow window) {
    if (motif.page() == Page.PALETTE) {
      window.showFinder();
    } else {
      window.showShortcuts();
    }
    return window;
  }

  /// Types ten times as much into the form that is open, and stages it.
  private static ConsoleWindow stage(ConsoleWindow window) {
    if (window.scene().lookup(".form-field .text-field") instanceof TextField amount
        && window.scene().lookup(".form-buttons .primary") instanceof Button stage) {
      amount.setText(amount.getText().replaceFirst("^([0-9]+)", "$1" + "0"));
      stage.fire();
    }
    return window;
  }

  private static void select(ConsoleWindow window, String address) {
    onUiThread(() -> {
      window.goTo(address);
      return window;
    });
  }

  private void showStart(ConsoleModel model, ConsoleWindow window) throws InterruptedException {
    onUiThread(() -> {
      window.showStart();
      if (motif.page() != Page.START) {
        model.start().ifPresent(start -> start.openFolder("/srv/headroom/production"));
      }
      return window;
    });
    pass();
  }

  private static void pass() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(PORTION_MILLIS);
  }

  /// Shows the scene, since only what is shown is laid out and drawn as ever. JavaFX's screen in
  /// memory is small; so the console stands on a stage of that size and reaches beyond its edges.
  private void stage(Scene scene) {
    Parent root = scene.getRoot();
    var ground = new Group();
    ground.setAutoSizeChildren(false);
    scene.setRoot(ground);
    ground.getChildren().add(root);
    root.resize(motif.width(), motif.height());
    var stage = new Stage();
    stage.setWidth(STAGE_SIDE);
    stage.setHeight(STAGE_SIDE);
    stage.setScene(scene);
    stage.show();
  }

  private BufferedImage picture(ConsoleWindow window) {
    window.refresh();
    Node root = window.scene().getRoot().getChildrenUnmodifiable().getFirst();
    return SwingFXUtils.fromFXImage(root.snapshot(null, null), null);
  }

  private String address() {
    if (motif.path().isPresent()) {
      ScopePath path = motif.path().get();
      if (!(played.instance().scope(path) instanceof Reply.Decided<?>)) {
        throw new UnusableInputException(
            "there is no scope " + path + " after " + motif.after() + " of " + played.scenario());
      }
      return path.text();
    }
    return motif.page() == Page.TREE || motif.page() == Page.PRODUCTION
        ? ScopePath.ROOT.text()
        : nearestToALimit();
  }

  private String nearestToALimit() {
    var query =
        new ScopeQuery(
            ScopePath.ROOT, 3, ScopeQuery.Sort.PRESSURE, ScopeFilter.ALL, 0, SCOPES_LOOKED_AT);
    if (played.instance().scopes(query) instanceof Reply.Decided<ScopePage>(var page)
        && !page.scopes().isEmpty()) {
      return page.scopes().getFirst().path().text();
    }
    return ScopePath.ROOT.text();
  }

  private static <T> T onUiThread(Supplier<T> action) {
    return CompletableFuture.supplyAsync(action, new UiThread()).join();
  }
}
