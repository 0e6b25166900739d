package dev.headroom.console.view.control;

import dev.headroom.console.viewmodel.PlaceMark;
import java.util.Locale;
import java.util.Optional;
import javafx.css.Styleable;

/// The colours by which places are told apart, as style classes: `mark-red`. What each looks like
/// stands in `colours.css`.
public final class PlaceColours {
  private PlaceColours() {}

  /// Gives something a colour instead of the one that it has; none where it is empty.
  public static void show(Styleable part, Optional<PlaceMark.Colour> colour) {
    for (PlaceMark.Colour each : PlaceMark.Colour.values()) {
      part.getStyleClass().remove(styleClass(each));
    }
    colour.ifPresent(now -> part.getStyleClass().add(styleClass(now)));
  }

  private static String styleClass(PlaceMark.Colour colour) {
    return "mark-" + colour.name().toLowerCase(Locale.ROOT);
  }
}
