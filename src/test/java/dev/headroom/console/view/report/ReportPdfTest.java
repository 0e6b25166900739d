package dev.headroom.console.view.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.report.ReportReading;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A report as PDF")
final class ReportPdfTest {
  @TempDir private Path folder;

  @Test
  @DisplayName("has as many sheets as the page needs, each with its heading, number and picture")
  void isPaged() throws IOException {
    var reading =
        new ReportReading(
            "user grün 中",
            "1 Mar to 1 Apr, UTC",
            List.of(),
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "");
    Path file = folder.resolve("report.pdf");
    ReportPdf.write(file, reading, new BufferedImage(500, 1500, BufferedImage.TYPE_INT_RGB));
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(3);
      assertThat(new PDFTextStripper().getText(document))
          .contains("user grün ?", "1 Mar to 1 Apr, UTC", "1 / 3", "3 / 3");
      for (var page : document.getPages()) {
        assertThat(page.getResources().getXObjectNames()).hasSize(1);
      }
    }
  }
}
