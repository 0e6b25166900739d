package dev.headroom.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The text of a document that people write: UTF-8, bounded, and nothing but text.
final class DocumentText {
  /// Most bytes or characters of a document.
  static final int SIZE_MAX = 64 * 1024 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private DocumentText() {}

  /// The nodes of a document in UTF-8, with or without a byte order mark; nothing if it is none,
  /// which is then noted.
  static Optional<Node> parse(byte[] document, Problems problems) {
    if (document.length > SIZE_MAX) {
      problems.note(1, "", "the document is larger than " + SIZE_MAX + " bytes");
      return Optional.empty();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(document);
    CharBuffer text = CharBuffer.allocate(document.length);
    CoderResult result = decoder.decode(bytes, text, true);
    text.flip();
    if (result.isError()) {
      problems.note(
          lineAt(text, text.length()),
          "",
          String.format(
              Locale.ROOT, "not text in UTF-8: byte 0x%02X", bytes.get(bytes.position())));
      return Optional.empty();
    }
    return parse(text.toString(), problems);
  }

  /// The nodes of a document that is text already.
  static Optional<Node> parse(String document, Problems problems) {
    if (document.length() > SIZE_MAX) {
      problems.note(1, "", "the document is larger than " + SIZE_MAX + " characters");
      return Optional.empty();
    }
    String text =
        !document.isEmpty() && document.charAt(0) == BYTE_ORDER_MARK
            ? document.substring(1)
            : document;
    for (int at = 0; at < text.length(); at++) {
      if (!mayStand(text.charAt(at))) {
        problems.note(
            lineAt(text, at),
            "",
            String.format(Locale.ROOT, "not text: character U+%04X", (int) text.charAt(at)));
        return Optional.empty();
      }
    }
    return NodeParser.parse(text, problems);
  }

  private static boolean mayStand(char character) {
    return Character.isISOControl(character)
        ? character == '\n' || character == '\r' || character == '\t'
        : character < '\uFFFE';
  }

  private static int lineAt(CharSequence text, int position) {
    int line = 1;
    for (int at = 0; at < position; at++) {
      if (text.charAt(at) == '\n') {
        line++;
      }
    }
    return line;
  }
}
