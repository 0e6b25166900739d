package dev.headroom.client.remote;

import dev.headroom.client.Dispatch;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A body that can be taken back until its last part goes: without that no server has understood
/// it. Can be written again and again.
final class DispatchedBody extends RequestBody {
  private static final int PART_BYTES = 1 << 16;

  private final byte[] bytes;
  private final MediaType type;
  private final Dispatch dispatch;

  /// @param bytes not changed from now on
  DispatchedBody(byte[] bytes, MediaType type, Dispatch dispatch) {
    this.bytes = bytes;
    this.type = type;
    this.dispatch = dispatch;
  }

  @Override
  public MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    for (int at = 0; at < bytes.length; at += PART_BYTES) {
      int part = Math.min(PART_BYTES, bytes.length - at);
      boolean last = at + part == bytes.length;
      if (last ? !dispatch.handOver() : dispatch.isTakenBack()) {
        throw new IOException("it was taken back");
      }
      sink.write(bytes, at, part);
      if (!last) {
        sink.flush();
      }
      dispatch.sent((double) (at + part) / bytes.length);
    }
  }
}
