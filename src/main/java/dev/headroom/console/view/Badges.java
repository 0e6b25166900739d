package dev.headroom.console.view;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Letterings;
import dev.headroom.console.view.control.Marks;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Tally;
import dev.headroom.console.viewmodel.Wording;
import java.util.stream.Stream;
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
    boolean folded = isFolded(width);
    if (tally.critical() > 0) {
      String count = Figures.count(tally.critical()) + (folded ? "+" : "");
      pill(graphics, x, y, count, Tone.CRITICAL_TEXT, Tone.CRITICAL_SOFT);
      marks.triangle(
          graphics, palette().of(Tone.CRITICAL_TEXT), x + PADDING, markTop(y), MARK_SIZE, true);
      x += widthOf(count) + GAP;
    }
    if (tally.warning() > 0 && !folded) {
      String count = Figures.count(tally.warning());
      pill(graphics, x, y, count, Tone.WARNING_TEXT, Tone.WARNING_SOFT);
      marks.triangle(
          graphics, palette().of(Tone.WARNING_TEXT), x + PADDING, markTop(y), MARK_SIZE, false);
      x += widthOf(count) + GAP;
    }
    if (tally.info() > 0 && tally.critical() + tally.warning() == 0) {
      String count = Figures.count(tally.info());
      pill(graphics, x, y, count, Tone.TEXT_MUTED, Tone.TRACK);
      marks.dot(graphics, palette().of(Tone.TEXT_MUTED), x + PADDING, markTop(y), MARK_SIZE);
      x += widthOf(count) + GAP;
    }
    if (tally.waiting() > 0) {
      pill(graphics, x, y, Figures.count(tally.waiting()), Tone.ACCENT, Tone.ACCENT_SOFT);
      marks.clock(graphics, palette().of(Tone.ACCENT), x + PADDING, markTop(y), MARK_SIZE);
    }
  }

  /// Whether there is too little room for warnings beside what is critical; a plus there says that
  /// there are more.
  private boolean isFolded(double width) {
    return tally.critical() > 0
        && tally.warning() > 0
        && Stream.of(tally.critical(), tally.warning(), tally.waiting())
                .filter(count -> count > 0)
                .mapToDouble(count -> widthOf(Figures.count(count)) + GAP)
                .sum()
            > width + GAP;
  }

  private void pill(
      GraphicsContext graphics, double x, double y, String count, Tone text, Tone surface) {
    Color ink = palette().of(text);
    graphics.setFill(palette().of(surface));
    graphics.fillRoundRect(x, y, widthOf(count), PILL_HEIGHT, PILL_HEIGHT, PILL_HEIGHT);
    graphics.setFill(ink);
    graphics.setFont(Letterings.CAPTION_STRONG.font());
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(count, x + PADDING + MARK_SIZE + GAP, y + PILL_HEIGHT / 2);
  }

  private static double markTop(double pillTop) {
    return pillTop + (PILL_HEIGHT - MARK_SIZE) / 2;
  }

  private static double widthOf(String count) {
    return Math.ceil(2 * PADDING + MARK_SIZE + GAP + Letterings.CAPTION_STRONG.widthOf(count));
  }
}
