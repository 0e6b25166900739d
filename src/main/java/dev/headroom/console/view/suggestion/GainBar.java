package dev.headroom.console.view.suggestion;

import dev.headroom.console.view.control.Drawn;
import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import javafx.scene.canvas.GraphicsContext;

/// How much is left of what a suggestion saves. For the UI thread only.
final class GainBar extends Drawn {
  private static final double HEIGHT = 8;

  private final double kept;

  /// @param kept what is left, from 0 to 1
  GainBar(Palette palette, double kept) {
    super(palette);
    this.kept = kept;
    setMinSize(60, HEIGHT);
    setPrefSize(200, HEIGHT);
    setMaxSize(Double.MAX_VALUE, HEIGHT);
  }

  @Override
  protected void paint(GraphicsContext graphics, double width, double height) {
    graphics.setFill(palette().of(Tone.OK));
    graphics.fillRoundRect(0, 0, width, height, height, height);
    graphics.setFill(palette().of(Tone.TRACK));
    graphics.fillRect(0, 0, width * kept, height);
  }
}
