package dev.headroom.console.view.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;

/// The fonts that come with the console.
public final class Fonts {
  /// The bundled family that everything but code is written in; `theme.css` names it too, and
  /// "Headroom Mono" for code. Its bold is a semi-bold cut.
  public static final String FAMILY = "Headroom Sans";

  private static final List<String> FILES =
      List.of(
          "HeadroomSans-Regular.otf",
          "HeadroomSans-Bold.otf",
          "HeadroomSansMedium-Regular.otf",
          "HeadroomMono-Regular.ttf");

  private Fonts() {}

  /// Makes the bundled fonts known; the toolkit must be running. Cheap when they are known already.
  public static void load() {
    if (Font.getFamilies().contains(FAMILY)) {
      return;
    }
    for (String file : FILES) {
      try (InputStream font =
          Objects.requireNonNull(Fonts.class.getResourceAsStream("fonts/" + file), file)) {
        Objects.requireNonNull(Font.loadFont(font, 0), file);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
