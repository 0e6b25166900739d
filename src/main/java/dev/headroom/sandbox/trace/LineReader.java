package dev.headroom.sandbox.trace;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Goes through a file line by line in bounded memory, unpacking it if it is a gzip file, whatever
/// its name says.
final class LineReader implements AutoCloseable {
  /// Longest line that is read whole, in bytes; of a longer one the rest is passed over.
  static final int LINE_BYTES_MAX = 1 << 16;

  private static final int GZIP_MAGIC_FIRST = 0x1f;
  private static final int GZIP_MAGIC_SECOND = 0x8b;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[2 * LINE_BYTES_MAX];
  private final Line line = new Line();
  private int from;
  private int to;
  private boolean ended;

  private LineReader(InputStream in) {
    this.in = in;
  }

  /// Opens a file.
  static LineReader open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), LINE_BYTES_MAX);
    try {
      return new LineReader(isGzip(raw) ? new GZIPInputStream(raw, LINE_BYTES_MAX) : raw);
    } catch (IOException failure) {
      raw.close();
      throw failure;
    }
  }

  /// Moves to the next line.
  ///
  /// @return whether there is one
  boolean next() throws IOException {
    if (from == to) {
      fill();
    }
    if (line.number() == 0) {
      passByteOrderMark();
    }
    int at = from;
    while (true) {
      while (at < to && buffer[at] != '\n') {
        at++;
      }
      if (at < to || ended || at - from >= LINE_BYTES_MAX) {
        break;
      }
      at -= from;
      fill();
    }
    if (at == from && ended && at == to) {
      return false;
    }
    boolean cut = at - from >= LINE_BYTES_MAX;
    line.set(buffer, from, at, cut);
    boolean unfinished = at == to;
    from = unfinished ? to : at + 1;
    if (cut && unfinished) {
      passRestOfLine();
    }
    return true;
  }

  /// The line it is at, valid until [#next()] is called again.
  Line line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /// Moves what is not yet read to the buffer's begin and reads on behind it.
  private void fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int count = in.read(buffer, to, buffer.length - to);
    if (count < 0) {
      ended = true;
    } else {
      to += count;
    }
  }

  /// The line stays where it is in the buffer, so the rest is passed over byte by byte.
  private void passRestOfLine() throws IOException {
    int value = in.read();
    while (value >= 0 && value != '\n') {
      value = in.read();
    }
  }

  private void passByteOrderMark() {
    if (to - from >= 3
        && buffer[from] == BYTE_ORDER_MARK[0]
        && buffer[from + 1] == BYTE_ORDER_MARK[1]
        && buffer[from + 2] == BYTE_ORDER_MARK[2]) {
      from += 3;
    }
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return first == GZIP_MAGIC_FIRST && second == GZIP_MAGIC_SECOND;
  }
}
