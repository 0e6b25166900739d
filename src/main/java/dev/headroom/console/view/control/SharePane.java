package dev.headroom.console.view.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// A split pane of two parts of which the first keeps its share of the room, however much there is
/// and was; JavaFX's own gives either half of what is added or taken away, so that where its
/// divider stands depends on all that was before. The divider stays under the pointer that drags it
/// in a zoomed window too, where JavaFX moves it by the scene's pixels instead of the pane's. For
/// the UI thread only.
public final class SharePane extends SplitPane {
  private double share;
  private double shared = -1;

  /// @param share the first part's share of the room, from 0 to 1
  public SharePane(Orientation orientation, double share) {
    setOrientation(orientation);
    this.share = share;
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
  }

  /// Gives the first part another share, as far as the least sizes of both allow.
  public void setShare(double wanted) {
    share = wanted;
    setDividerPositions(wanted);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    double room = room();
    if (room != shared) {
      shared = room;
      setDividerPositions(share);
      super.layoutChildren();
    }
  }

  private void drag(MouseEvent event) {
    if (event.getTarget() instanceof Node node && isDivider(node)) {
      setShare((isAcross() ? event.getX() : event.getY()) / room());
      event.consume();
    }
  }

  private double room() {
    return isAcross() ? getWidth() : getHeight();
  }

  private boolean isAcross() {
    return getOrientation() == Orientation.HORIZONTAL;
  }

  private boolean isDivider(Node node) {
    for (Node each = node; each != null && !each.equals(this); each = each.getParent()) {
      if (each.getStyleClass().contains("split-pane-divider")) {
        return equals(each.getParent());
      }
    }
    return false;
  }
}
