package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.UiThread;
import dev.headroom.console.viewmodel.Wording;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The place at the window's right edge where things are done: one at a time, with a title, closed
/// by Escape. For the UI thread only.
public final class Drawer extends VBox {
  private final Label title = new Label();
  private final ScrollPane scroll = new ScrollPane();
  private final Button close;
  private final ChangeListener<Node> onFocus = (_, from, to) -> keepFocus(from, to);
  private Runnable closed = () -> {};
  private Runnable update = () -> {};

  /// A closed drawer.
  public Drawer() {
    getStyleClass().add("drawer");
    title.getStyleClass().add("heading");
    var spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    close = Icons.button("close", Wording.text("drawer.close"));
    close.getStyleClass().add("quiet");
    close.setOnAction(_ -> close());
    var head = new HBox(title, spacer, close);
    head.getStyleClass().add("drawer-head");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().setAll(head, scroll);
    setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ESCAPE) {
        close();
        event.consume();
      }
    });
    sceneProperty()
        .addListener((_, from, to) -> {
          if (from != null) {
            from.focusOwnerProperty().removeListener(onFocus);
          }
          if (to != null) {
            to.focusOwnerProperty().addListener(onFocus);
          }
        });
    setOpen(false);
  }

  /// Where what had the focus here can have it no more, since what it was for is done, the focus
  /// stays here all the same: it must not go where nobody looks, and Escape has to close this. It
  /// is taken once it has come to rest, since JavaFX goes on giving it away after telling of it.
  private void keepFocus(@Nullable Node from, @Nullable Node to) {
    boolean lost = from != null && isWithin(from) && !canHaveFocus(from);
    if (isOpen() && lost && (to == null || !isWithin(to))) {
      new UiThread().execute(this::takeFocus);
    }
  }

  private void takeFocus() {
    Scene scene = getScene();
    if (isOpen() && scene != null) {
      Node owner = scene.getFocusOwner();
      if (owner == null || !isWithin(owner)) {
        close.requestFocus();
      }
    }
  }

  /// Whether it is here, or was until it was taken out.
  private boolean isWithin(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == this) {
        return true;
      }
    }
    return node.getScene() == null;
  }

  private static boolean canHaveFocus(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null && !node.isDisabled();
  }

  /// Shows something in place of what was there.
  ///
  /// @param keepCurrent what brings the content up to date; run about once a second
  /// @param whenClosed is told when it is there no more
  public void show(String heading, Node content, Runnable keepCurrent, Runnable whenClosed) {
    closed.run();
    closed = whenClosed;
    update = keepCurrent;
    title.setText(heading);
    content.getStyleClass().add("drawer-content");
    scroll.setContent(content);
    scroll.setVvalue(0);
    setOpen(true);
  }

  /// Whether something is shown.
  public boolean isOpen() {
    return isManaged();
  }

  /// Brings what is shown up to date.
  public void update() {
    if (isOpen()) {
      update.run();
    }
  }

  /// Shows nothing more and takes no room.
  public void close() {
    setOpen(false);
    scroll.setContent(new Region());
    Runnable last = closed;
    closed = () -> {};
    update = () -> {};
    last.run();
  }

  private void setOpen(boolean open) {
    setVisible(open);
    setManaged(open);
  }
}
