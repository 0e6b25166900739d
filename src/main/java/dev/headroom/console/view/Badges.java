package dev.headroom.console.view;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Tally;
import dev.headroom.console.viewmodel.Wording;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// How many alerts stand, by severity, and how many requests wait, as a row of pills; what is zero
/// is left out. For the UI thread only.
public final class Badges extends Drawn {
  private static final double PILL_HEIGHT = 18;
  private static final double PADDING = 6;
  private static final double GAP = 4;
  private static final double MARK_SIZE = 9;

  private final Marks marks = new Marks();
  private Tally tally = Tally.NONE;

  /// Badges that say nothing.
  public Badges(Palette palette) {
    super(palette);
    setAccessibleRole(AccessibleRole.TEXT);
    setPrefSize(120, PILL_HEIGHT);
  }

  /// Shows `now`; does nothing where it is what is shown already.
  public void show(Tally now) {
    if (!now.equals(tally)) {
      tally = now;
      setAccessibleText(
          Wording.text(
              "badges.sentence", now.critical(), now.warning(), now.info(), now.waiting()));
      repaint();
    }
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    double x = 0;
    double y = Math.floor((height - PILL_HEIGHT) / 2);
    if (tally.critical() > 0) {
      x = pill(graphics, x, y, tally.critical(), Tone.CRITICAL_TEXT, Tone.CRITICAL_SOFT);
      marks.triangle(graphics, palette().of(Tone.CRITICAL_TEXT), x, markTop(y), MARK_SIZE, true);
      x = after(x, tally.critical());
    }
    if (tally.warning() > 0) {
      x = pill(graphics, x, y, tally.warning(), Tone.WARNING_TEXT, Tone.WARNING_SOFT);
      marks.triangle(graphics, palette().of(Tone.WARNING_TEXT), x, markTop(y), MARK_SIZE, false);
      x = after(x, tally.warning());
    }
    if (tally.info() > 0 && tally.critical() + tally.warning() == 0) {
      x = pill(graphics, x, y, tally.info(), Tone.TEXT_MUTED, Tone.TRACK);
      marks.dot(graphics, palette().of(Tone.TEXT_MUTED), x, markTop(y), MARK_SIZE);
      x = after(x, tally.info());
    }
    if (tally.waiting() > 0) {
      x = pill(graphics, x, y, tally.waiting(), Tone.ACCENT, Tone.ACCENT_SOFT);
      marks.clock(graphics, palette().of(Tone.ACCENT), x, markTop(y), MARK_SIZE);
    }
  }

  /// Draws a pill with its number and returns where its sign stands.
  private double pill(
      GraphicsContext graphics, double x, double y, int count, Tone text, Tone surface) {
    String number = Figures.count(count);
    Color ink = palette().of(text);
    graphics.setFill(palette().of(surface));
    graphics.fillRoundRect(x, y, widthOf(count), PILL_HEIGHT, PILL_HEIGHT, PILL_HEIGHT);
    graphics.setFill(ink);
    graphics.setFont(Letterings.CAPTION_STRONG.font());
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(number, x + PADDING + MARK_SIZE + GAP, y + PILL_HEIGHT / 2);
    return x + PADDING;
  }

  private static double markTop(double pillTop) {
    return pillTop + (PILL_HEIGHT - MARK_SIZE) / 2;
  }

  private static double after(double markLeft, int count) {
    return markLeft - PADDING + widthOf(count) + GAP;
  }

  private static double widthOf(int count) {
    double number = Letterings.CAPTION_STRONG.widthOf(Figures.count(count));
    return Math.ceil(2 * PADDING + MARK_SIZE + GAP + number);
  }
}
