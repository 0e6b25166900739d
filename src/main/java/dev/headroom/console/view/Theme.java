package dev.headroom.console.view;

import dev.headroom.console.viewmodel.Shade;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The one look of the console, light or dark. Colours, sizes and shapes stand in `theme.css`.
public enum Theme {
  /// As the system is set, also when that changes.
  SYSTEM(Optional.empty()),
  LIGHT(Optional.of(ColorScheme.LIGHT)),
  DARK(Optional.of(ColorScheme.DARK));

  /// The bundled family; `theme.css` names it too. Its bold is a semi-bold cut.
  static final String FONT_FAMILY = "Headroom Sans";

  private static final List<String> FONT_FILES =
      List.of(
          "HeadroomSans-Regular.otf", "HeadroomSans-Bold.otf", "HeadroomSansMedium-Regular.otf");
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
    loadFonts();
    for (String sheet : STYLE_SHEETS) {
      String address = resource(sheet).toExternalForm();
      if (!scene.getStylesheets().contains(address)) {
        scene.getStylesheets().add(address);
      }
    }
    scene.getPreferences().setColorScheme(scheme.orElse(null));
  }

  /// Whether `scene` is dark now, by choice or by the system.
  static boolean isDark(Scene scene) {
    return scene.getPreferences().getColorScheme() == ColorScheme.DARK;
  }

  /// Makes the bundled fonts known; the toolkit must be running. Cheap when they are known already.
  static void loadFonts() {
    if (Font.getFamilies().contains(FONT_FAMILY)) {
      return;
    }
    for (String file : FONT_FILES) {
      try (InputStream font = resource("fonts/" + file).openStream()) {
        Objects.requireNonNull(Font.loadFont(font, 0), file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name);
  }
}
