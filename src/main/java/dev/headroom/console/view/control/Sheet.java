package dev.headroom.console.view.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/// A canvas that is as sharp in a zoomed window as in any other: it has the pixels of the screen
/// and is drawn on in those of the layout. Takes no part in layout. For the UI thread only.
public final class Sheet extends Canvas {
  private final Scale toLayout = new Scale(1, 1, 0, 0);
  private double scale = 1;

  public Sheet() {
    setManaged(false);
    getTransforms().add(toLayout);
  }

  /// Lies where and as large as said from now on, and blank if that is another size.
  ///
  /// @param width in pixels of the layout, and so is all else
  /// @param newScale how many pixels of the screen one of the layout is wide
  /// @return whether it is another size
  public boolean place(double left, double top, double width, double height, double newScale) {
    relocate(left, top);
    double pixelsWide = Math.ceil(width * newScale);
    double pixelsHigh = Math.ceil(height * newScale);
    if (pixelsWide == getWidth() && pixelsHigh == getHeight() && newScale == scale) {
      return false;
    }
    scale = newScale;
    setWidth(pixelsWide);
    setHeight(pixelsHigh);
    toLayout.setX(1 / scale);
    toLayout.setY(1 / scale);
    getGraphicsContext2D().setTransform(scale, 0, 0, scale, 0, 0);
    return true;
  }

  /// How wide it is, in pixels of the layout.
  public double width() {
    return getWidth() / scale;
  }

  /// How high it is, in pixels of the layout.
  public double height() {
    return getHeight() / scale;
  }

  /// Makes it blank.
  public GraphicsContext clear() {
    GraphicsContext graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, width(), height());
    return graphics;
  }
}
