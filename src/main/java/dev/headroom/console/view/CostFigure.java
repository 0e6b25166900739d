package dev.headroom.console.view;

import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.CostReading;
import dev.headroom.console.viewmodel.Wording;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// What a scope has cost, and below that when use changed there last. For the UI thread only.
final class CostFigure extends Readout<CostReading> {
  private static final double GAP = 5;

  CostFigure(Palette palette) {
    super(palette, CostReading.NONE, CostReading::sentence);
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    double upper = Math.rint(height / 2) - 8;
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    var ink = palette().of(isStale() ? Tone.STALE_TEXT : Tone.TEXT);
    String amount = reading().amount().isEmpty() ? "–" : reading().amount();
    Letterings.BODY_STRONG.draw(graphics, ink, amount, 0, upper, width);
    if (!reading().amount().isEmpty()) {
      double left = Letterings.BODY_STRONG.widthOf(amount) + GAP;
      var muted = palette().of(Tone.TEXT_MUTED);
      String unit = Wording.text("cost.unit");
      Letterings.CAPTION.draw(graphics, muted, unit, left, upper, width - left);
    }
    var faint = palette().of(Tone.TEXT_FAINT);
    Letterings.CAPTION.draw(graphics, faint, reading().changed(), 0, upper + 16, width);
  }
}
