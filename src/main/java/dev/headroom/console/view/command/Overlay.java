package dev.headroom.console.view.command;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

/// Covers a pane with one thing in its middle until Escape, or a click beside it; the focus then
/// returns to where it was. For the UI thread only.
public final class Overlay extends StackPane {
  private static final double IN_FRONT = -2;
  private static final double ABOVE_MAX = 96;
  private static final double ABOVE_SHARE = 0.1;
  private static final double BESIDE = 24;

  private Optional<Node> focusBefore = Optional.empty();

  /// An overlay of `pane` that covers nothing yet.
  public Overlay(Pane pane) {
    getStyleClass().add("overlay");
    setManaged(false);
    setViewOrder(IN_FRONT);
    setVisible(false);
    pane.getChildren().add(this);
    pane.layoutBoundsProperty().subscribe(this::cover);
    setOnMouseClicked(event -> {
      if (event.getTarget() == this) {
        close();
      }
    });
    pane.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (isVisible() && event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          }
        });
  }

  /// Shows something in place of what was shown.
  public void show(Node content) {
    if (!isVisible()) {
      focusBefore = Optional.ofNullable(getScene()).map(scene -> scene.getFocusOwner());
    }
    getChildren().setAll(content);
    StackPane.setAlignment(content, Pos.TOP_CENTER);
    setVisible(true);
    toFront();
    requestLayout();
  }

  /// Whether something is shown.
  public boolean isOpen() {
    return isVisible();
  }

  /// Covers nothing more.
  public void close() {
    setVisible(false);
    getChildren().clear();
    focusBefore.ifPresent(Node::requestFocus);
    focusBefore = Optional.empty();
  }

  private void cover(Bounds bounds) {
    double above = Math.min(ABOVE_MAX, bounds.getHeight() * ABOVE_SHARE);
    setPadding(new Insets(above, BESIDE, BESIDE, BESIDE));
    resizeRelocate(0, 0, bounds.getWidth(), bounds.getHeight());
  }
}
