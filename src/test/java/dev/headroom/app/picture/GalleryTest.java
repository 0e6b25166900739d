package dev.headroom.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.view.Theme;
import dev.headroom.console.viewmodel.Zoom;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;

/// Compares pictures of the console with stored ones. Where something was changed on purpose,
/// delete what is stored of it and run this once: it stores new pictures, and fails so that
/// somebody looks at them.
@ExtendWith(ApplicationExtension.class)
@DisplayName("The gallery of the console")
final class GalleryTest {
  private static final Path STORED = Path.of("src", "test", "resources", "gallery");

  /// Where whole pictures of what looks different go.
  private static final Path DIFFERENT = Path.of("target", "gallery");

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 850;

  /// Pages take turns: all four of each are for people, and for a longer while.
  private static final List<Look> LOOKS =
      List.of(
          new Look(Theme.LIGHT, Zoom.NORMAL, WIDTH, HEIGHT),
          new Look(Theme.DARK, new Zoom(150), WIDTH, HEIGHT),
          new Look(Theme.DARK, Zoom.NORMAL, WIDTH, HEIGHT),
          new Look(Theme.LIGHT, new Zoom(150), WIDTH, HEIGHT));

  /// Where figures of this run stand, as long as they come out.
  private static final Map<Page, Rectangle> MEASURED =
      Map.of(Page.PERFORMANCE, new Rectangle(910, 515, 455, 205));

  private final ConsolePicture pictures =
      new ConsolePicture(
          scopes -> new Sandbox(Scenarios.all(), "launch-rush", 1, scopes, System::nanoTime),
          Duration.ofSeconds(30));
  private final Logger styling = Logger.getLogger("javafx.css");
  private final Complaints complaints = new Complaints();

  @BeforeEach
  void listen() {
    styling.addHandler(complaints);
  }

  @AfterEach
  void leave() {
    styling.removeHandler(complaints);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Page.class)
  @DisplayName("looks as it did, and its style sheets say what they mean")
  void looksAsItDid(Page page) throws IOException {
    Look look = LOOKS.get(page.ordinal() % LOOKS.size());

    BufferedImage taken = pictures.take(page, Optional.empty(), List.of(look)).getFirst();
    Optional.ofNullable(MEASURED.get(page)).ifPresent(place -> blank(taken, place));

    assertThat(compare(Gallery.file(page, look), taken)).isEmpty();
    assertThat(complaints.told).isEmpty();
  }

  private static void blank(BufferedImage picture, Rectangle place) {
    Graphics2D brush = picture.createGraphics();
    brush.fill(place);
    brush.dispose();
  }

  private static List<String> compare(String name, BufferedImage picture) throws IOException {
    Miniature now = Miniature.of(picture);
    Path stored = STORED.resolve(name);
    if (!Files.exists(stored)) {
      Files.createDirectories(STORED);
      ImageIO.write(now.image(), "png", stored.toFile());
      return List.of(stored + " is new: look at it, and run this again");
    }
    List<String> differences = now.differencesFrom(new Miniature(ImageIO.read(stored.toFile())));
    if (differences.isEmpty()) {
      return List.of();
    }
    Files.createDirectories(DIFFERENT);
    ImageIO.write(picture, "png", DIFFERENT.resolve(name).toFile());
    return List.of(DIFFERENT.resolve(name) + " is not " + stored + ": " + differences);
  }

  /// What JavaFX says about style sheets.
  private static final class Complaints extends Handler {
    private final List<String> told = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      told.add(record.getMessage());
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
