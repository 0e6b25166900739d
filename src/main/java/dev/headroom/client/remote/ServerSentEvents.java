package dev.headroom.client.remote;

import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Shape;
import java.io.EOFException;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;

/// Takes server-sent events off the wire, one after the other. For one thread.
///
/// @see "WHATWG HTML, section 9.2.6, interpreting an event stream"
final class ServerSentEvents {
  private static final long LINE_BYTES_MAX = 64L << 20;
  private static final ByteString END = ByteString.encodeUtf8("\n\n");

  private final BufferedSource source;
  private final Runnable beat;

  /// @param source the body of an answer
  /// @param beat told whenever anything came, a heartbeat too
  ServerSentEvents(BufferedSource source, Runnable beat) {
    this.source = source;
    this.beat = beat;
  }

  /// One event, or a heartbeat.
  ///
  /// @param kind empty where the server did not say
  /// @param id empty where the server did not say
  record Message(String kind, String id, ByteString data) {
    /// Whether it says nothing but that the server is there.
    boolean isBeat() {
      return data.size() == 0;
    }

    /// What it says.
    ///
    /// @throws IOException where that is not understood: with such a server one cannot speak
    <T> T as(Shape<T> shape) throws IOException {
      At at = At.tolerantRoot();
      return Json.read(shape, data.toByteArray(), at)
          .orElseThrow(() -> new IOException("what it said is not understood, " + at.problems()));
    }
  }

  /// Waits for the next event, or heartbeat.
  ///
  /// @throws EOFException where the server has ended the stream in good order
  /// @throws IOException where the connection broke
  Message next() throws IOException {
    String kind = "";
    String id = "";
    var data = new Buffer();
    boolean some = false;
    while (true) {
      String line = line();
      beat.run();
      if (line.isEmpty()) {
        return new Message(kind, id, data.readByteString());
      }
      int colon = line.indexOf(':');
      String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
      switch (colon < 0 ? line : line.substring(0, colon)) {
        case "event" -> kind = value;
        case "id" -> id = value;
        case "data" -> {
          data.writeUtf8(some ? "\n" : "").writeUtf8(value);
          some = true;
        }
        default -> {} // A comment, such as a heartbeat, or what a newer server adds.
      }
    }
  }

  /// Whether a whole one has come already, so that the next does not have to be waited for.
  boolean hasMore() throws IOException {
    return source.getBuffer().indexOf(END) >= 0;
  }

  private String line() throws IOException {
    return source.readUtf8LineStrict(LINE_BYTES_MAX);
  }
}
