package dev.headroom.console.view.report;

import dev.headroom.console.viewmodel.report.ReportReading;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/// A report on paper: the page as it is shown, with its charts, cut into as many sheets of A4 as it
/// takes, each with a heading and its number.
final class ReportPdf {
  private static final float MARGIN = 36;
  private static final float HEAD = 40;
  private static final float FOOT = 24;
  private static final float TITLE_SIZE = 13;
  private static final float SMALL_SIZE = 8;
  private static final char UNKNOWN = '?';

  private ReportPdf() {}

  /// Writes it.
  ///
  /// @param picture the whole page
  static void write(Path file, ReportReading reading, BufferedImage picture) throws IOException {
    PDRectangle sheet = PDRectangle.A4;
    float width = sheet.getWidth() - 2 * MARGIN;
    float height = sheet.getHeight() - 2 * MARGIN - HEAD - FOOT;
    int slice = Math.max(1, (int) (height / width * picture.getWidth()));
    int sheets = Math.max(1, (picture.getHeight() + slice - 1) / slice);
    try (PDDocument document = new PDDocument()) {
      for (int at = 0; at < sheets; at++) {
        PDPage page = new PDPage(sheet);
        document.addPage(page);
        int top = at * slice;
        int tall = Math.min(slice, picture.getHeight() - top);
        BufferedImage part = picture.getSubimage(0, top, picture.getWidth(), tall);
        float shown = width * tall / picture.getWidth();
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
          float head = sheet.getHeight() - MARGIN;
          text(out, Standard14Fonts.FontName.HELVETICA_BOLD, TITLE_SIZE, head, reading.title());
          text(out, Standard14Fonts.FontName.HELVETICA, SMALL_SIZE, head - 14, reading.span());
          text(
              out,
              Standard14Fonts.FontName.HELVETICA,
              SMALL_SIZE,
              MARGIN,
              (at + 1) + " / " + sheets);
          out.drawImage(
              LosslessFactory.createFromImage(document, part),
              MARGIN,
              head - HEAD - shown,
              width,
              shown);
        }
      }
      document.save(file.toFile());
    }
  }

  private static void text(
      PDPageContentStream out, Standard14Fonts.FontName name, float size, float y, String text)
      throws IOException {
    PDFont font = new PDType1Font(name);
    out.beginText();
    out.setFont(font, size);
    out.newLineAtOffset(MARGIN, y);
    out.showText(plain(text));
    out.endText();
  }

  /// The fonts that every reader of PDF has know the signs of western Europe only. The picture has
  /// all of them.
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    text.chars().forEach(sign -> plain.append(isKnown(sign) ? (char) sign : UNKNOWN));
    return plain.toString();
  }

  private static boolean isKnown(int sign) {
    return (sign >= ' ' && sign <= '~') || (sign >= '¡' && sign <= 'ÿ');
  }
}
