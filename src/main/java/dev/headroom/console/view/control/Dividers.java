package dev.headroom.console.view.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Has the divider of a split pane stay under the pointer that drags it in a zoomed window too,
/// where JavaFX moves it by the scene's pixels instead of the pane's. For panes of two parts.
public final class Dividers {
  private Dividers() {}

  public static void stayUnderPointer(SplitPane split) {
    split.addEventFilter(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (event.getTarget() instanceof Node node && isDivider(node, split)) {
            boolean across = split.getOrientation() == Orientation.HORIZONTAL;
            split.setDividerPositions(
                across ? event.getX() / split.getWidth() : event.getY() / split.getHeight());
            event.consume();
          }
        });
  }

  private static boolean isDivider(Node node, SplitPane split) {
    for (Node each = node; each != null && !each.equals(split); each = each.getParent()) {
      if (each.getStyleClass().contains("split-pane-divider")) {
        return split.equals(each.getParent());
      }
    }
    return false;
  }
}
