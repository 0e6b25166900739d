package dev.headroom.console.view.report;

import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.report.ReportReading;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;

/// Writes the report on show into a file that is chosen. For the UI thread only.
final class ReportExports extends MenuButton {
  private static final double PICTURE_SCALE = 2;

  private final Node pictured;
  private final Supplier<Optional<ReportReading>> shown;
  private final Consumer<String> told;
  private final Map<String, Writing> forms = new LinkedHashMap<>();

  /// How a report becomes a file.
  private interface Writing {
    void to(Path file, ReportReading reading) throws IOException;
  }

  /// @param pictured what pictures show
  /// @param told is told what came of it
  ReportExports(Node pictured, Supplier<Optional<ReportReading>> shown, Consumer<String> told) {
    super(Wording.text("report.export"));
    this.pictured = pictured;
    this.shown = shown;
    this.told = told;
    forms.put("csv", (file, reading) -> Files.writeString(file, reading.csv()));
    forms.put("png", (file, _) -> writePicture(file));
    forms.put("pdf", (file, reading) -> ReportPdf.write(file, reading, picture()));
    forms.keySet().forEach(form -> getItems().add(item(form)));
  }

  private MenuItem item(String form) {
    var item = new MenuItem(Wording.text("report.export." + form));
    item.setOnAction(_ -> choose(form));
    return item;
  }

  private void choose(String form) {
    var chooser = new FileChooser();
    chooser.setInitialFileName("report." + form);
    File chosen = chooser.showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      write(form, chosen.toPath());
    }
  }

  /// Writes what is on show, if anything is.
  ///
  /// @param form `csv`, `png` or `pdf`
  void write(String form, Path file) {
    Writing writing = Objects.requireNonNull(forms.get(form), form);
    shown.get().ifPresent(reading -> told.accept(write(file, reading, writing)));
  }

  private static String write(Path file, ReportReading reading, Writing writing) {
    try {
      writing.to(file, reading);
      return Wording.text("report.exported", file);
    } catch (IOException failure) {
      return Wording.text("report.export.failed", String.valueOf(failure.getMessage()));
    }
  }

  private void writePicture(Path file) throws IOException {
    if (!ImageIO.write(picture(), "png", file.toFile())) {
      String why = Wording.text("report.export.noPicture");
      throw new IOException(why);
    }
  }

  private BufferedImage picture() {
    var sharp = new SnapshotParameters();
    sharp.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
    return SwingFXUtils.fromFXImage(pictured.snapshot(sharp, null), null);
  }
}
