package dev.headroom.console.view.control;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A region that is drawn onto one sheet instead of being built of nodes, so that an update costs
/// drawing and never layout. Draws at once when told of a change, and again when its size, the
/// theme or the window's zoom changes; draws nothing while it has no size. For the UI thread only.
public abstract class Drawn extends Region {
  private final Sheet sheet = new Sheet();
  private final Palette palette;
  // Held here, since the palette outlives its listeners and holds them weakly.
  private final InvalidationListener onTheme = _ -> redraw();

  /// @param palette where the colours come from
  @SuppressWarnings("this-escape") // Nothing is painted before it has a size.
  protected Drawn(Palette palette) {
    this.palette = palette;
    getChildren().add(sheet);
    palette.changes().addListener(new WeakInvalidationListener(onTheme));
  }

  /// Draws everything; the sheet is clear, and `width` and `height` are above zero.
  protected abstract void paint(GraphicsContext graphics, double width, double height);

  protected final Palette palette() {
    return palette;
  }

  /// Draws anew what has changed.
  protected final void repaint() {
    double width = sheet.width();
    double height = sheet.height();
    if (width > 0 && height > 0) {
      paint(sheet.clear(), width, height);
    }
  }

  @Override
  protected void layoutChildren() {
    if (place(sheet)) {
      repaint();
    }
  }

  /// Puts a sheet over all that is drawn on.
  ///
  /// @return whether it is another size now
  protected final boolean place(Sheet placed) {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = Math.max(0, Math.floor(getWidth() - left - snappedRightInset()));
    double height = Math.max(0, Math.floor(getHeight() - top - snappedBottomInset()));
    return placed.place(left, top, width, height, palette.scale());
  }

  private void redraw() {
    requestLayout(); // For what else was placed.
    place(sheet);
    repaint();
  }
}
