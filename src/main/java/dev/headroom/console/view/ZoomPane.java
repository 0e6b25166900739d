package dev.headroom.console.view;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.PopupControl;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Window;

/// Shows everything of a window larger or smaller: it is laid out for a window that is as much
/// smaller or larger, and drawn to fill this one. Nothing in it knows but what draws by pixels, see
/// [dev.headroom.console.view.control.Palette#scale]. Popups are windows of their own; their text
/// grows with it. For the UI thread only.
final class ZoomPane extends Region {
  private final Region content;
  private final Scale scale = new Scale(1, 1, 0, 0);
  // Held here, since the list of windows outlives this one and holds it weakly.
  private final ListChangeListener<Window> onWindows = this::follow;

  ZoomPane(Region content) {
    this.content = content;
    content.getTransforms().add(scale);
    getChildren().add(content);
    Window.getWindows().addListener(new WeakListChangeListener<>(onWindows));
  }

  /// Shows everything so many times as large from now on.
  void show(double factor) {
    scale.setX(factor);
    scale.setY(factor);
    requestLayout();
    layout();
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
  }

  private void follow(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      for (Window opened : change.getAddedSubList()) {
        if (opened instanceof PopupControl popup && isOf(popup)) {
          popup.setStyle(scale.getX() == 1 ? "" : "-fx-font-size: " + scale.getX() + "em");
        }
      }
    }
  }

  private boolean isOf(PopupControl popup) {
    return getScene() != null && popup.getOwnerWindow().equals(getScene().getWindow());
  }
}
