package dev.headroom.journal;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.CommandBytes;
import dev.headroom.wire.MalformedBytesException;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Reads the commands of batches.
record Decoder(Replay replay) implements Scan.Visitor {
  @Override
  public void batch(BatchFrame frame, int commandForm, ByteBuffer body) {
    int from = body.arrayOffset();
    long next =
        read(frame.first(), new ByteReader(body.array(), from, from + body.limit()), replay);
    if (next != frame.first() + frame.count()) {
      throw new MalformedBytesException("not as many commands as there should be");
    }
  }

  /// Reads the commands of one batch.
  ///
  /// @param first the number of its first command
  /// @return the number of the first command after it
  static long read(long first, ByteReader reader, Replay replay) {
    long number = first;
    long millis = 0;
    while (reader.hasMore()) {
      millis = CommandBytes.readInstant(reader, millis);
      replay.command(number++, Instant.ofEpochMilli(millis), CommandBytes.read(reader));
    }
    return number;
  }

  @Override
  public void progress(long bytes, long bytesInAll) {
    replay.progress(bytes, bytesInAll);
  }

  @Override
  public boolean hasEnough() {
    return replay.hasEnough();
  }
}
