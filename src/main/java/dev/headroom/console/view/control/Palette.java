package dev.headroom.console.view.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// Brings the style sheet's colours, and how large the window shows all, to what is drawn by hand:
/// canvases and TilesFX know no CSS.
///
/// One invisible node per scene; it must be in the scene graph for the style sheet to reach it, and
/// takes no part in layout. For the UI thread only.
public final class Palette extends Region {
  private static final Tone[] TONES = Tone.values();
  private static final List<ToneMetaData> TONE_META_DATA = new ArrayList<>();
  private static final List<CssMetaData<? extends Styleable, ?>> META_DATA =
      new ArrayList<>(Region.getClassCssMetaData());

  static {
    for (Tone tone : TONES) {
      TONE_META_DATA.add(new ToneMetaData(tone));
    }
    META_DATA.addAll(TONE_META_DATA);
  }

  private final List<StyleableObjectProperty<Color>> colours = new ArrayList<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private double scale = 1;

  /// A palette that is grey until the scene's style sheet has been applied.
  public Palette() {
    getStyleClass().add("palette");
    setManaged(false);
    setVisible(false);
    localToSceneTransformProperty().subscribe(now -> scaleTo(now.getMxx()));
    for (ToneMetaData metaData : TONE_META_DATA) {
      var colour = new SimpleStyleableObjectProperty<>(metaData, Color.GRAY);
      colour.addListener(_ -> requestLayout());
      colours.add(colour);
    }
  }

  /// What `tone` looks like now.
  public Color of(Tone tone) {
    return colours.get(tone.ordinal()).get();
  }

  /// How many pixels of the scene one of this place is wide: more than one where the window is
  /// zoomed in.
  public double scale() {
    return scale;
  }

  /// Counts up when colours or the scale have changed, once for all that changed together.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  private void scaleTo(double now) {
    if (now != scale) {
      scale = now;
      requestLayout();
    }
  }

  /// Reports all colours of a theme at once: they arrive one by one before layout.
  @Override
  protected void layoutChildren() {
    changes.set(changes.get() + 1);
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return META_DATA;
  }

  private static final class ToneMetaData extends CssMetaData<Palette, Color> {
    private final Tone tone;

    ToneMetaData(Tone tone) {
      super(tone.cssName(), StyleConverter.getColorConverter(), Color.GRAY);
      this.tone = tone;
    }

    @Override
    public boolean isSettable(Palette palette) {
      return true;
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(Palette palette) {
      return palette.colours.get(tone.ordinal());
    }
  }
}
