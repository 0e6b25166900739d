package dev.headroom.console.view;

import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.UiThread;
import java.util.Optional;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// A real window on the small world, for a test to open when it starts and to close when it stops.
public final class SmallWindow implements AutoCloseable {
  /// How wide it is, unless a test wants another.
  public static final double WIDTH = 1000;

  /// How high it is, unless a test wants another.
  public static final double HEIGHT = 900;

  private final SmallWorld world;
  private final ConsoleModel model;
  private Optional<ConsoleWindow> opened = Optional.empty();

  /// On the small world as it begins.
  public SmallWindow() {
    this(SmallWorld.open());
  }

  /// On a world in which something has happened; closes it in the end.
  public SmallWindow(SmallWorld world) {
    this.world = world;
    model = new ConsoleModel(world.instance(), Optional.empty(), new UiThread());
  }

  /// Shows it, dark.
  public void open(Stage stage) {
    open(stage, WIDTH, HEIGHT);
  }

  /// Shows it, dark and so large, in pixels.
  public void open(Stage stage, double width, double height) {
    open(stage, Theme.DARK, width, height);
  }

  /// Shows it so, in pixels.
  public void open(Stage stage, Theme theme, double width, double height) {
    var window = new ConsoleWindow(model, theme, width, height);
    opened = Optional.of(window);
    stage.setScene(window.scene());
    stage.sizeToScene();
    stage.show();
    window.start();
  }

  /// Makes it so wide until it is closed, in pixels.
  public void resize(double width) {
    window().scene().getWindow().setWidth(width);
  }

  /// What it looks at.
  public SmallWorld world() {
    return world;
  }

  public ConsoleModel model() {
    return model;
  }

  public ConsoleWindow window() {
    return opened.orElseThrow();
  }

  /// Its tree of scopes, seven of them at first.
  @SuppressWarnings("unchecked") // The window has one tree, of scopes.
  public static TreeTableView<ScopeNode> tree(FxRobot robot) {
    return robot.lookup(".scope-tree .tree-table-view").queryAs(TreeTableView.class);
  }

  @Override
  public void close() {
    opened.ifPresent(ConsoleWindow::stop);
    model.close();
    world.close();
  }
}
