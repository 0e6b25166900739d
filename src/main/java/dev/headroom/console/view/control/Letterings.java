package dev.headroom.console.view.control;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The type scale of what is drawn by hand; the same sizes as in `theme.css`.
public final class Letterings {
  private static final double CAPTION_PIXELS = 11;
  private static final double BODY_PIXELS = 13;

  /// Small and plain: captions, axes.
  public static final Lettering CAPTION = of(FontWeight.NORMAL, CAPTION_PIXELS);

  /// Small and strong: numbers in captions, counts in badges.
  public static final Lettering CAPTION_STRONG = of(FontWeight.BOLD, CAPTION_PIXELS);

  /// As running text.
  public static final Lettering BODY = of(FontWeight.NORMAL, BODY_PIXELS);

  /// As running text, strong: names, amounts.
  public static final Lettering BODY_STRONG = of(FontWeight.BOLD, BODY_PIXELS);

  private Letterings() {}

  private static Lettering of(FontWeight weight, double pixels) {
    Fonts.load();
    return new Lettering(Font.font(Fonts.FAMILY, weight, pixels));
  }
}
