package dev.headroom.wire;

import dev.headroom.model.Config;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// All settings, limits and pools as one text that people write, review and compare: YAML, or the
/// same as JSON.
///
/// Reading is strict, since a limit that is misspelt and therefore ignored is worse than none. What
/// is wrong is said all at once. Writing leaves out what is as by default and puts each limit and
/// pool on a line of its own, in a fixed order; reading that gives an equal [Config].
public final class ConfigDocument {
  /// Most bytes of a document; half a million limits fit.
  public static final int SIZE_MAX = 64 * 1024 * 1024;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private ConfigDocument() {}

  /// Reads a document in UTF-8, with or without a byte order mark.
  public static ConfigReading read(byte[] document) {
    if (document.length > SIZE_MAX) {
      return refused(1, "the document is larger than " + SIZE_MAX + " bytes");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(document);
    CharBuffer text = CharBuffer.allocate(document.length);
    CoderResult result = decoder.decode(bytes, text, true);
    if (result.isError()) {
      text.flip();
      return refused(
          lineAt(text, text.length()),
          String.format(
              Locale.ROOT, "not text in UTF-8: byte 0x%02X", bytes.get(bytes.position())));
    }
    return read(text.flip().toString());
  }

  /// Reads a document that is text already.
  public static ConfigReading read(String document) {
    if (document.length() > SIZE_MAX) {
      return refused(1, "the document is larger than " + SIZE_MAX + " characters");
    }
    String text =
        !document.isEmpty() && document.charAt(0) == BYTE_ORDER_MARK
            ? document.substring(1)
            : document;
    for (int at = 0; at < text.length(); at++) {
      if (!mayStand(text.charAt(at))) {
        return refused(
            lineAt(text, at),
            String.format(Locale.ROOT, "not text: character U+%04X", (int) text.charAt(at)));
      }
    }
    Problems problems = new Problems();
    Optional<Config> config =
        NodeParser.parse(text, problems).flatMap(root -> ConfigReader.read(root, problems));
    return problems.count() == 0
        ? new ConfigReading.Accepted(config.orElseThrow())
        : new ConfigReading.Refused(problems.all());
  }

  /// Writes `config` as YAML.
  public static String yaml(Config config) {
    return ConfigWriter.yaml(config);
  }

  /// Writes `config` as JSON.
  public static String json(Config config) {
    return ConfigWriter.json(config);
  }

  private static ConfigReading refused(int line, String message) {
    return new ConfigReading.Refused(List.of(new ConfigProblem(line, "", message)));
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
