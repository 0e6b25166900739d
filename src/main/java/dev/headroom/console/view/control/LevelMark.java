package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.Level;
import javafx.scene.canvas.GraphicsContext;

/// The sign of a level, to stand before its word. For the UI thread only.
public final class LevelMark extends Drawn {
  private static final double SIZE = 11;

  private final Marks marks = new Marks();
  private Level level = Level.CALM;

  /// A mark of a calm level.
  public LevelMark(Palette palette) {
    super(palette);
    setMinSize(SIZE, SIZE);
    setPrefSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
  }

  /// Shows `now`; does nothing where it is what is shown already.
  public void show(Level now) {
    if (now != level) {
      level = now;
      repaint();
    }
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    if (level.isPressing()) {
      marks.level(graphics, level, palette().of(LevelTones.text(level)), 1, 1, SIZE - 2);
    } else {
      marks.dot(graphics, palette().of(Tone.TEXT_FAINT), 1, 1, SIZE - 2);
    }
  }
}
