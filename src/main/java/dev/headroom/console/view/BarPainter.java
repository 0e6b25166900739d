package dev.headroom.console.view;

import dev.headroom.console.view.control.Lettering;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.BarReading;
import dev.headroom.console.viewmodel.Level;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Draws one reading as a bar: consumed, then reserved on top of it, then what is beyond the
/// allowance, hatched; notches at the thresholds and a mark where the nominal amount lies. A bar
/// whose allowance is inherited is hollow. For the UI thread only.
final class BarPainter {
  static final double CAPTION_HEIGHT = 14;
  private static final double CORNER = 4;
  private static final double RESERVED_OPACITY = 0.42;
  private static final double MARK_SIZE = 8;
  private static final double GAP = 4;

  private final Palette palette;
  private final Marks marks = new Marks();

  BarPainter(Palette palette) {
    this.palette = palette;
  }

  /// Draws the bar alone into the given rectangle.
  ///
  /// @param stale whether the reading is too old to be trusted: grey and hatched
  void bar(
      GraphicsContext graphics,
      BarReading reading,
      boolean stale,
      double x,
      double y,
      double width,
      double height) {
    track(graphics, reading, x, y, width, height);
    if (reading.level() == Level.UNBOUNDED) {
      return;
    }
    double scale = width / Math.max(1, reading.used());
    double allowance = x + scale;
    double consumedWidth = Math.min(reading.consumed(), 1) * scale;
    double withinWidth = Math.min(reading.used(), 1) * scale;
    Color fill = palette.of(stale ? Tone.STALE : withinTone(reading.level()));
    graphics.setFill(fill.deriveColor(0, 1, 1, RESERVED_OPACITY));
    round(graphics, x, y, withinWidth, height);
    graphics.setFill(fill);
    round(graphics, x, y, consumedWidth, height);
    if (reading.used() > 1) {
      beyond(graphics, stale, allowance, y, x + width - allowance, height);
    }
    if (stale) {
      Marks.hatch(graphics, palette.of(Tone.SURFACE), x, y, withinWidth, height);
    }
    notches(graphics, reading, x, y, scale, height);
  }

  /// Draws the words above a bar: its sign, name, percentage, and as much detail as fits.
  void caption(
      GraphicsContext graphics,
      BarReading reading,
      boolean stale,
      double x,
      double y,
      double width) {
    double middle = y + CAPTION_HEIGHT / 2;
    double left = x;
    Tone strong = stale ? Tone.STALE_TEXT : LevelTones.text(reading.level());
    if (reading.level().isPressing()) {
      double top = middle - MARK_SIZE / 2;
      marks.level(graphics, reading.level(), palette.of(strong), left, top, MARK_SIZE);
      left += MARK_SIZE + GAP;
    }
    double percentWidth = Letterings.CAPTION_STRONG.widthOf(reading.percent());
    String name = Letterings.CAPTION.fit(reading.name(), x + width - left - percentWidth - GAP);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    text(graphics, Letterings.CAPTION, Tone.TEXT_MUTED, name, left, middle);
    left += Letterings.CAPTION.widthOf(name) + GAP;
    text(graphics, Letterings.CAPTION_STRONG, strong, reading.percent(), left, middle);
    left += percentWidth + 2 * GAP;
    double detailWidth = Letterings.CAPTION.widthOf(reading.detail());
    if (left + detailWidth <= x + width) {
      double at = x + width - detailWidth;
      text(graphics, Letterings.CAPTION, Tone.TEXT_FAINT, reading.detail(), at, middle);
    }
  }

  private void text(
      GraphicsContext graphics, Lettering lettering, Tone tone, String text, double x, double y) {
    graphics.setFont(lettering.font());
    graphics.setFill(palette.of(tone));
    graphics.fillText(text, x, y);
  }

  private static Tone withinTone(Level level) {
    // Up to the allowance a bar that is over looks exhausted; only what is beyond is another
    // colour.
    return level == Level.OVER ? Tone.EXHAUSTED : LevelTones.fill(level);
  }

  private void track(
      GraphicsContext graphics,
      BarReading reading,
      double x,
      double y,
      double width,
      double height) {
    if (reading.inherited() || reading.level() == Level.UNBOUNDED) {
      graphics.setStroke(palette.of(Tone.BORDER_STRONG));
      graphics.setLineWidth(1);
      graphics.strokeRoundRect(x + 0.5, y + 0.5, width - 1, height - 1, CORNER, CORNER);
    } else {
      graphics.setFill(palette.of(Tone.TRACK));
      round(graphics, x, y, width, height);
    }
  }

  private void beyond(
      GraphicsContext graphics, boolean stale, double x, double y, double width, double height) {
    Color over = palette.of(stale ? Tone.STALE : Tone.OVER);
    graphics.setFill(over.deriveColor(0, 1, 1, RESERVED_OPACITY));
    round(graphics, x, y, width, height);
    Marks.hatch(graphics, over, x, y, width, height);
    graphics.setFill(palette.of(Tone.TEXT));
    graphics.fillRect(Math.rint(x) - 1, y - 2, 2, height + 4);
  }

  private void notches(
      GraphicsContext graphics,
      BarReading reading,
      double x,
      double y,
      double scale,
      double height) {
    graphics.setFill(palette.of(Tone.SURFACE));
    for (double tick : reading.ticks()) {
      if (tick < 1) {
        graphics.fillRect(Math.rint(x + tick * scale), y + height / 2, 1, height / 2);
      }
    }
    if (reading.nominal() < 1) {
      graphics.setFill(palette.of(Tone.TEXT_MUTED));
      graphics.fillRect(Math.rint(x + reading.nominal() * scale), y - 2, 1, height + 4);
    }
  }

  private static void round(
      GraphicsContext graphics, double x, double y, double width, double height) {
    if (width > 0) {
      graphics.fillRoundRect(x, y, width, height, CORNER, CORNER);
    }
  }
}
