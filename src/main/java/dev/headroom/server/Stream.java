package dev.headroom.server;

import dev.headroom.client.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Server-sent events to one reader.
///
/// @see "WHATWG HTML, section 9.2, server-sent events"
interface Stream {
  /// Of server-sent events (WHATWG, HTML, 9.2).
  String TYPE = "text/event-stream";

  /// How often something is written, whatever happens.
  Duration HEARTBEAT = Duration.ofSeconds(5);

  /// What it is fed by; closed when the reader is gone.
  Subscription begin();

  /// Writes until the reader is gone, does not keep up, or it is to end.
  ///
  /// @throws IOException where the reader is gone
  void writeTo(OutputStream out) throws IOException, InterruptedException;

  /// Has it end soon.
  void end();

  /// Writes text as it is.
  static void write(String text, OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
