package dev.headroom.console.view.control;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A region that is drawn onto one canvas instead of being built of nodes, so that an update costs
/// drawing and never layout. Draws at once when told of a change, and again when its size or the
/// theme changes; draws nothing while it has no size. For the UI thread only.
public abstract class Drawn extends Region {
  private final Canvas canvas = new Canvas();
  private final Palette palette;
  // Held here, since the palette outlives its listeners and holds them weakly.
  private final InvalidationListener onTheme = _ -> repaint();

  /// @param palette where the colours come from
  @SuppressWarnings("this-escape") // Nothing is painted before it has a size.
  protected Drawn(Palette palette) {
    this.palette = palette;
    canvas.setManaged(false);
    getChildren().add(canvas);
    palette.changes().addListener(new WeakInvalidationListener(onTheme));
  }

  /// Draws everything; the canvas is clear, and `width` and `height` are above zero.
  protected abstract void paint(GraphicsContext graphics, double width, double height);

  protected final Palette palette() {
    return palette;
  }

  /// Draws anew what has changed.
  protected final void repaint() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    if (width > 0 && height > 0) {
      GraphicsContext graphics = canvas.getGraphicsContext2D();
      graphics.clearRect(0, 0, width, height);
      paint(graphics, width, height);
    }
  }

  @Override
  protected void layoutChildren() {
    double left = snappedLeftInset();
    double top = snappedTopInset();
    double width = Math.max(0, Math.floor(getWidth() - left - snappedRightInset()));
    double height = Math.max(0, Math.floor(getHeight() - top - snappedBottomInset()));
    canvas.relocate(left, top);
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      repaint();
    }
  }
}
