package dev.headroom.app.picture;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.file.FileTrouble;
import dev.headroom.file.SafeFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/// Every page and state of the console, in both themes and two sizes, as a folder of pictures and
/// an `index.html` that shows them all.
public final class Gallery {
  private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);
  private static final List<Zoom> ZOOMS = List.of(Zoom.NORMAL, new Zoom(150));

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <title>The console of Headroom</title>
      <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem; background: #f3f5f8; color: #151a23 }
        section { margin: 3rem 0 }
        h2 { margin: 0 } p { margin: 0 0 1rem }
        div { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
        img { width: 100%; border: 1px solid #bcc6d3; border-radius: 6px }
        figure { margin: 0 } figcaption { color: #515c6d }
      </style>
      <h1>The console of Headroom</h1>
      """;

  private final ConsolePicture pictures;
  private final Path folder;
  private final List<Look> looks;

  /// @param folder where the pictures go; those of the same names are replaced
  /// @param width of each, in pixels
  /// @param height of each, in pixels
  public Gallery(ConsolePicture pictures, Path folder, int width, int height) {
    this.pictures = pictures;
    this.folder = folder;
    looks =
        THEMES.stream()
            .flatMap(theme -> ZOOMS.stream().map(zoom -> new Look(theme, zoom, width, height)))
            .toList();
  }

  /// Takes all pictures and writes them.
  ///
  /// @param told is told the name of each page before it is pictured
  /// @throws UnusableInputException where the folder cannot be written to
  public void write(Consumer<String> told) {
    try {
      SafeFolder.make(folder);
      List<String> sections = new ArrayList<>();
      for (Page page : Page.values()) {
        told.accept(page.argument());
        List<BufferedImage> taken = pictures.take(page, Optional.empty(), looks);
        for (int at = 0; at < taken.size(); at++) {
          write(file(page, looks.get(at)), taken.get(at));
        }
        sections.add(section(page));
      }
      Files.writeString(folder.resolve("index.html"), HEAD + String.join("", sections));
    } catch (IOException unwritable) {
      throw new UnusableInputException(
          "cannot write the gallery to "
              + folder
              + ": "
              + FileTrouble.told(unwritable).getMessage());
    }
  }

  /// What a picture is called: `tree-dark-150.png`.
  static String file(Page page, Look look) {
    String theme = look.theme().name().toLowerCase(Locale.ROOT);
    return page.argument() + "-" + theme + "-" + look.zoom().percent() + ".png";
  }

  private void write(String name, BufferedImage picture) throws IOException {
    try (OutputStream stream = Files.newOutputStream(folder.resolve(name))) {
      ImageIO.write(picture, "png", stream);
    }
  }

  private String section(Page page) {
    var html = new StringBuilder();
    html.append(
        "<section id=\"%s\">\n<h2>%1$s</h2>\n<p>%s.</p>\n<div>\n"
            .formatted(page.argument(), page.title()));
    for (Look look : looks) {
      String file = file(page, look);
      String caption =
          look.theme().name().toLowerCase(Locale.ROOT) + ", " + look.zoom().percent() + " %";
      html.append(
          "<figure><a href=\"%s\"><img loading=\"lazy\" src=\"%1$s\" alt=\"%s, %s\"></a><figcaption>%3$s</figcaption></figure>\n"
              .formatted(file, page.title(), caption));
    }
    return html.append("</div>\n</section>\n").toString();
  }
}
