package dev.headroom.console.view.map;

import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.LevelTones;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.map.Box;
import dev.headroom.console.viewmodel.map.PlacedCell;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Draws one cell of the map: its state by colour and sign, or by hatching where there is no room
/// for a sign; its name and how much it uses, as far as they fit. For the UI thread only.
final class CellPainter {
  private static final double GAP = 1;
  private static final double CORNER = 4;
  private static final double PADDING = 6;
  private static final double LINE_HEIGHT = 16;
  private static final double MARK_SIZE = 9;
  private static final double TEXT_WIDTH_MIN = 30;
  private static final double TEXT_HEIGHT_MIN = 18;

  private final Palette palette;
  private final Marks marks = new Marks();

  CellPainter(Palette palette) {
    this.palette = palette;
  }

  /// @param stale whether it is too old to be trusted: grey and hatched
  void paint(GraphicsContext graphics, PlacedCell placed, boolean stale) {
    Box box = placed.box();
    double width = box.width() - GAP;
    double height = box.height() - GAP;
    if (width <= 0 || height <= 0) {
      return;
    }
    Level level = placed.cell().level();
    ground(graphics, placed, stale, width, height);
    boolean room = width >= TEXT_WIDTH_MIN && height >= TEXT_HEIGHT_MIN - 2;
    if (room) {
      words(graphics, placed, stale, width, height);
    } else if (level.isPressing() && !stale) {
      Marks.hatch(graphics, palette.of(LevelTones.fill(level)), box.x(), box.y(), width, height);
    }
  }

  private void ground(
      GraphicsContext graphics, PlacedCell placed, boolean stale, double width, double height) {
    Box box = placed.box();
    Level level = placed.cell().level();
    boolean plain = placed.cell().standIn() || placed.group() || stale;
    graphics.setFill(palette.of(plain && !level.isPressing() ? Tone.RAISED : soft(level, stale)));
    graphics.fillRoundRect(box.x(), box.y(), width, height, CORNER, CORNER);
    if (placed.cell().standIn() || stale) {
      Color lines = palette.of(stale ? Tone.STALE : Tone.BORDER);
      Marks.hatch(graphics, lines.deriveColor(0, 1, 1, 0.5), box.x(), box.y(), width, height);
    }
    graphics.setStroke(palette.of(edge(level, stale)));
    graphics.setLineWidth(1);
    graphics.strokeRoundRect(box.x() + 0.5, box.y() + 0.5, width - 1, height - 1, CORNER, CORNER);
  }

  private static Tone soft(Level level, boolean stale) {
    return stale ? Tone.RAISED : LevelTones.soft(level);
  }

  private static Tone edge(Level level, boolean stale) {
    return level.isPressing() && !stale ? LevelTones.fill(level) : Tone.BORDER;
  }

  private void words(
      GraphicsContext graphics, PlacedCell placed, boolean stale, double width, double height) {
    Box box = placed.box();
    Level level = placed.cell().level();
    Tone tone = stale ? Tone.STALE_TEXT : LevelTones.text(level);
    double x = box.x() + PADDING;
    double right = box.x() + width - PADDING;
    double middle = box.y() + Math.min(height, LINE_HEIGHT + 4) / 2;
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    if (level.isPressing()) {
      double top = middle - MARK_SIZE / 2;
      marks.level(graphics, level, palette.of(tone), x, top, MARK_SIZE);
      x += MARK_SIZE + 4;
    }
    String amount = placed.cell().amount();
    Tone name = placed.cell().standIn() ? Tone.TEXT_MUTED : tone;
    if (placed.group()) {
      double room = right - x - Letterings.CAPTION.widthOf(amount) - PADDING;
      boolean both = room > TEXT_WIDTH_MIN;
      Letterings.CAPTION_STRONG.draw(
          graphics, palette.of(name), placed.cell().name(), x, middle, both ? room : right - x);
      if (both) {
        double at = right - Letterings.CAPTION.widthOf(amount);
        Letterings.CAPTION.draw(
            graphics, palette.of(Tone.TEXT_MUTED), amount, at, middle, right - at + 1);
      }
      return;
    }
    Letterings.CAPTION_STRONG.draw(
        graphics, palette.of(name), placed.cell().name(), x, middle, right - x);
    if (height >= 2 * LINE_HEIGHT + 4) {
      double second = middle + LINE_HEIGHT;
      Letterings.CAPTION.draw(
          graphics,
          palette.of(Tone.TEXT_MUTED),
          amount,
          box.x() + PADDING,
          second,
          width - 2 * PADDING);
    }
  }
}
