package dev.headroom.console.view;

import dev.headroom.console.view.control.Fonts;
import dev.headroom.console.viewmodel.Shade;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.Scene;

/// The one look of the console, light or dark. Colours, sizes and shapes stand in `theme.css`.
public enum Theme {
  /// As the system is set, also when that changes.
  SYSTEM(Optional.empty()),
  LIGHT(Optional.of(ColorScheme.LIGHT)),
  DARK(Optional.of(ColorScheme.DARK));

  private static final List<String> STYLE_SHEETS =
      List.of("colours.css", "theme.css", "controls.css", "tables.css", "places.css");

  private final Optional<ColorScheme> scheme;

  Theme(Optional<ColorScheme> scheme) {
    this.scheme = scheme;
  }

  /// The one that goes with a choice.
  public static Theme of(Shade shade) {
    return switch (shade) {
      case SYSTEM -> SYSTEM;
      case LIGHT -> LIGHT;
      case DARK -> DARK;
    };
  }

  /// The choice of it.
  public Shade shade() {
    return Shade.valueOf(name());
  }

  /// Shows `scene` in this theme from now on; popups of its window follow.
  public void applyTo(Scene scene) {
    Fonts.load();
    for (String sheet : STYLE_SHEETS) {
      String address = resource(sheet).toExternalForm();
      if (!scene.getStylesheets().contains(address)) {
        scene.getStylesheets().add(address);
      }
    }
    scene.getPreferences().setColorScheme(scheme.orElse(null));
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name);
  }
}
