package dev.headroom.console.view;

import dev.headroom.console.view.control.Palette;
import dev.headroom.console.view.control.Tone;
import eu.hansolo.tilesfx.Tile;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A percentage as a TilesFX ring. TilesFX knows no style sheets, so its colours are set here, from
/// the palette; its own words are left out, since they come in another typeface and end at 100. For
/// the UI thread only.
final class Ring extends StackPane {
  private static final double SIZE = 54;

  private final Palette palette;
  private final WindowlessTile tile = new WindowlessTile();
  private final Label percentage = new Label();
  // Held here, since the palette holds its listeners weakly.
  private final InvalidationListener onTheme = _ -> colour();
  private Tone tone = Tone.CONSUMED;

  Ring(Palette palette) {
    this.palette = palette;
    getStyleClass().add("ring");
    tile.setAnimated(false);
    tile.setTextVisible(false);
    tile.setBackgroundColor(Color.TRANSPARENT);
    tile.setValueColor(Color.TRANSPARENT);
    tile.setUnitColor(Color.TRANSPARENT);
    tile.setMinSize(SIZE, SIZE);
    tile.setPrefSize(SIZE, SIZE);
    tile.setMaxSize(SIZE, SIZE);
    percentage.getStyleClass().add("ring-percentage");
    getChildren().addAll(tile, percentage);
    setMinSize(SIZE, SIZE);
    setMaxSize(SIZE, SIZE);
    palette.changes().addListener(new WeakInvalidationListener(onTheme));
    colour();
  }

  /// Shows a percentage; the ring is full at 100, the number is not bounded.
  void show(int percent, Tone now) {
    tile.setValue(Math.min(100, percent));
    percentage.setText(percent + "%");
    if (now != tone) {
      tone = now;
      colour();
    }
  }

  private void colour() {
    tile.setBarColor(palette.of(tone));
    tile.setBarBackgroundColor(palette.of(Tone.TRACK));
    tile.redraw();
  }

  /// TilesFX draws nothing until its window is on a screen; this one also draws for a picture.
  private static final class WindowlessTile extends Tile {
    WindowlessTile() {
      super(SkinType.CIRCULAR_PROGRESS);
    }

    @Override
    public boolean isShowing() {
      return true;
    }

    /// Takes colours over at once: without a window a tile only does so when its size changes.
    void redraw() {
      if (getSkin() != null) {
        resize(SIZE - 1, SIZE - 1);
        resize(SIZE, SIZE);
      }
    }

    /// The sheet lies beside [Tile], and is looked for beside this class.
    @Override
    public String getUserAgentStylesheet() {
      return Objects.requireNonNull(Tile.class.getResource("tilesfx.css")).toExternalForm();
    }
  }
}
