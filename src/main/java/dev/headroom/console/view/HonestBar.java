package dev.headroom.console.view;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.viewmodel.BarReading;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/// One resource type as a bar with its caption above. For the UI thread only.
public final class HonestBar extends Drawn {
  private static final double BAR_HEIGHT = 8;
  private static final double GAP = 4;
  private static final double WIDTH = 220;

  private final BarPainter painter;
  private Optional<BarReading> reading = Optional.empty();
  private boolean stale;

  /// An empty bar.
  public HonestBar(Palette palette) {
    super(palette);
    painter = new BarPainter(palette);
    setAccessibleRole(AccessibleRole.TEXT);
    setPrefSize(WIDTH, BarPainter.CAPTION_HEIGHT + GAP + BAR_HEIGHT + GAP);
    setMinHeight(getPrefHeight());
  }

  /// Shows `now`; does nothing where it is what is shown already.
  public void show(BarReading now, boolean nowStale) {
    if (nowStale != stale || !Optional.of(now).equals(reading)) {
      reading = Optional.of(now);
      stale = nowStale;
      setAccessibleText(now.sentence());
      repaint();
    }
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    if (reading.isPresent()) {
      painter.caption(graphics, reading.get(), stale, 0, 0, width);
      double top = BarPainter.CAPTION_HEIGHT + GAP;
      painter.bar(graphics, reading.get(), stale, 0, top, width, BAR_HEIGHT);
    }
  }
}
