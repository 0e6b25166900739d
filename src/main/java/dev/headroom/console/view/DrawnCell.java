package dev.headroom.console.view;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.viewmodel.ScopeNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Skin;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.skin.TreeTableCellSkin;

/// A cell of the scope tree that is one drawing. It is redrawn by [#update], which the window's
/// pulse calls for what is visible, and not by properties. For the UI thread only.
///
/// @param <D> the drawing
final class DrawnCell<D extends Drawn> extends TreeTableCell<ScopeNode, ScopeNode> {
  private static final double SIDE = 8;

  private final D drawing;
  private final BiConsumer<D, ScopeNode> show;
  private final ToIntFunction<ScopeNode> version;
  private final Tooltip exact = new Tooltip();
  private int shownVersion = -1;
  private boolean shownStale;

  /// @param cells where every cell of the tree enrols
  DrawnCell(D drawing, BiConsumer<D, ScopeNode> show, List<DrawnCell<?>> cells) {
    this(drawing, show, ScopeNode::version, cells);
  }

  /// @param version another number whenever the same row may look otherwise
  /// @param cells where every cell of the tree enrols
  DrawnCell(
      D drawing,
      BiConsumer<D, ScopeNode> show,
      ToIntFunction<ScopeNode> version,
      List<DrawnCell<?>> cells) {
    this.drawing = drawing;
    this.show = show;
    this.version = version;
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    drawing.setMouseTransparent(true);
    exact.setOnShowing(_ -> exact.setText(drawing.getAccessibleText()));
    cells.add(this);
  }

  /// Draws what has changed since it was drawn last.
  ///
  /// @param stale whether nothing can be trusted any more
  /// @return whether it had to
  boolean update(boolean stale) {
    ScopeNode node = getItem();
    if (node == null || isEmpty() || !isVisible()) {
      return false;
    }
    int now = version.applyAsInt(node);
    if (now == shownVersion && stale == shownStale) {
      return false;
    }
    shownVersion = now;
    shownStale = stale;
    show.accept(drawing, node);
    return true;
  }

  @Override
  protected void updateItem(ScopeNode node, boolean empty) {
    super.updateItem(node, empty);
    boolean blank = empty || node == null || node.role() != ScopeNode.Role.SCOPE;
    setGraphic(blank ? null : drawing);
    setTooltip(blank ? null : exact);
    if (!blank) {
      shownVersion = version.applyAsInt(node);
      show.accept(drawing, node);
    }
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new WholeCellSkin();
  }

  /// Gives the drawing the whole cell. The stock skin would place it by its preferred size first;
  /// two opinions in one layout make the table lay out all its rows again in every frame.
  private final class WholeCellSkin extends TreeTableCellSkin<ScopeNode, ScopeNode> {
    WholeCellSkin() {
      super(DrawnCell.this);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
      if (getGraphic() != null) {
        drawing.resizeRelocate(SIDE, 0, Math.max(0, getWidth() - 2 * SIDE), getHeight());
      }
    }
  }
}
