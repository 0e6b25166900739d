package dev.headroom.console.view.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A font for canvases that knows how wide its texts are, so that captions are cut to what fits.
///
/// Widths are kept per character, which is exact because nothing here is kerned; measuring a text
/// costs a look-up per character instead of a layout. For the UI thread only.
public final class Lettering {
  private static final int KEPT = 0x250;
  private static final String ELLIPSIS = "…";

  private final Font font;
  private final double[] widths = new double[KEPT];

  Lettering(Font font) {
    this.font = font;
  }

  public Font font() {
    return font;
  }

  /// How wide `text` is, in pixels.
  public double widthOf(String text) {
    double width = 0;
    for (int at = 0; at < text.length(); at++) {
      width += widthOf(text.charAt(at));
    }
    return width;
  }

  /// `text`, or as much of its beginning as fits into `room` pixels, with an ellipsis.
  public String fit(String text, double room) {
    if (widthOf(text) <= room) {
      return text;
    }
    double width = widthOf(ELLIPSIS);
    for (int at = 0; at < text.length(); at++) {
      width += widthOf(text.charAt(at));
      if (width > room) {
        return at == 0 ? "" : text.substring(0, at).stripTrailing() + ELLIPSIS;
      }
    }
    return text;
  }

  /// Draws `text`, or as much of its beginning as fits into `room` pixels, where the canvas has
  /// been told how texts lie to their point.
  public void draw(
      GraphicsContext graphics, Paint ink, String text, double x, double y, double room) {
    graphics.setFont(font);
    graphics.setFill(ink);
    graphics.fillText(fit(text, room), x, y);
  }

  private double widthOf(char character) {
    if (character >= KEPT) {
      return measure(character);
    }
    if (widths[character] == 0) {
      widths[character] = measure(character);
    }
    return widths[character];
  }

  private double measure(char character) {
    var text = new Text(Character.toString(character));
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
