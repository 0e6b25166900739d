package dev.headroom.client;

import java.nio.file.Path;
import java.time.Instant;

/// Which span of an instance's past is to be recorded, and where.
///
/// @param from the first instant; where that is not kept any more, the first that is
/// @param to the last; what is not known by then is left out
/// @param file where the recording is to be; what is there is replaced in the end
/// @param bytesMax how large it may become
public record RecordingQuery(Instant from, Instant to, Path file, long bytesMax) {
  /// What the name of such a file ends with.
  public static final String EXTENSION = ".headroom-recording";

  /// How large a recording may become at most: 8 GB.
  public static final long BYTES_MAX = 8_000_000_000L;

  /// One that may be as large as any.
  public RecordingQuery(Instant from, Instant to, Path file) {
    this(from, to, file, BYTES_MAX);
  }
}
