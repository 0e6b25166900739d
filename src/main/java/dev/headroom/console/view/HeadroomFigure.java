package dev.headroom.console.view;

import dev.headroom.console.view.control.Lettering;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.HeadroomReading;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// How much more a scope may use, and whose constraint says so, in two lines. For the UI thread
/// only.
final class HeadroomFigure extends Readout<Optional<HeadroomReading>> {
  private static final double MARK_SIZE = 9;
  private static final double GAP = 5;

  private final Marks marks = new Marks();

  HeadroomFigure(Palette palette) {
    super(palette, Optional.empty(), now -> now.map(HeadroomReading::sentence).orElse(""));
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    reading().ifPresent(now -> paint(graphics, now, width, height));
  }

  private void paint(GraphicsContext graphics, HeadroomReading now, double width, double height) {
    Tone tone = isStale() ? Tone.STALE_TEXT : LevelTones.text(now.level());
    double upper = Math.rint(height / 2) - 8;
    double lower = upper + 16;
    double left = 0;
    if (now.level().isPressing()) {
      marks.level(graphics, now.level(), palette().of(tone), 0, upper - MARK_SIZE / 2, MARK_SIZE);
      left = MARK_SIZE + GAP;
    }
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    text(graphics, Letterings.BODY_STRONG, tone, now.amount(), left, upper, width - left);
    left += Letterings.BODY_STRONG.widthOf(now.amount()) + GAP;
    String name = Wording.within(now.name());
    text(graphics, Letterings.CAPTION, Tone.TEXT_MUTED, name, left, upper, width - left);
    text(graphics, Letterings.CAPTION, Tone.TEXT_FAINT, now.binding(), 0, lower, width);
  }

  private void text(
      GraphicsContext graphics,
      Lettering lettering,
      Tone tone,
      String text,
      double x,
      double y,
      double room) {
    lettering.draw(graphics, palette().of(tone), text, x, y, room);
  }
}
